import type { Ports } from "../../../shared/usecases/ports/ports.ts";

const remotes = ["leads", "loads", "picks", "rotation", "intake", "config", "figures", "notifier"] as const;

export interface Process {
  readonly ports: Ports;
  /** `port.method` of every call that left the process, in order. */
  readonly calls: readonly string[];
}

/**
 * One process on shared ports: it counts its calls, and dies at the given one (counted from 1), before it happened or after
 * it but before its reply. A dead process makes no further calls.
 */
export function oneProcess(shared: Ports, death?: { readonly at: number; readonly when: "before" | "after" }): Process {
  const calls: string[] = [];
  const wrapped = Object.fromEntries(
    remotes.map((name) => [
      name,
      new Proxy(shared[name], {
        get:
          (target, property) =>
          async (...args: unknown[]) => {
            calls.push(`${name}.${String(property)}`);
            const dead = death !== undefined && calls.length >= death.at;
            if (dead && (death.when === "before" || calls.length > death.at)) throw new Error("the process is dead");
            const reply: unknown = await Reflect.apply(Reflect.get(target, property), target, args);
            if (dead) throw new Error("the process is dead");
            return reply;
          },
      }),
    ]),
  );
  return { ports: { ...shared, ...wrapped }, calls };
}
