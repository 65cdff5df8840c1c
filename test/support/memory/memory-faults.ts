import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { copied } from "../copied.ts";

/**
 * What may go wrong with one call: `throttle` throws before anything happened; `loseReply` does it, then throws;
 * `crash` throws before it, as if the process had died there.
 */
export type FaultKind = "throttle" | "loseReply" | "crash";
/** The ports whose calls leave the process. */
export type RemotePort = Exclude<keyof Ports, "clock" | "ids" | "secrets">;

export class CrashError extends Error {
  override readonly name = "CrashError";
}
export class ThrottledError extends Error {
  override readonly name = "ProvisionedThroughputExceededException";
}
export class LostReplyError extends Error {
  override readonly name = "TimeoutError";
}

export interface Faults {
  failNext<P extends RemotePort>(port: P, method: keyof Ports[P] & string, kind: FaultKind, count?: number): void;
  take(port: RemotePort, method: string): FaultKind | undefined;
  /** Forgets faults that nothing has met. */
  clearFaults(): void;
}

export function createFaults(): Faults {
  const queued = new Map<string, FaultKind[]>();
  return {
    failNext: (port, method, kind, count = 1) => {
      const key = `${port}.${method}`;
      queued.set(key, [...(queued.get(key) ?? []), ...Array.from({ length: count }, () => kind)]);
    },
    take: (port, method) => queued.get(`${port}.${method}`)?.shift(),
    clearFaults: () => queued.clear(),
  };
}

/**
 * The same port with arguments and results copied at the boundary, queued faults thrown, and calls that take turns in an
 * order which `random` decides, so that code which only works without interleaving fails.
 */
export function remote<P extends object>(name: RemotePort, port: P, faults: Faults, random: () => number): P {
  return new Proxy(port, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== "function") return member;
      const method = String(property);
      return async (...args: unknown[]): Promise<unknown> => {
        const sent = copied(args);
        const fault = faults.take(name, method);
        await turns(Math.floor(random() * 4));
        if (fault === "crash") throw new CrashError(`crashed before ${name}.${method}`);
        if (fault === "throttle") throw new ThrottledError(`${name}.${method} was throttled`);
        const result: unknown = await Reflect.apply(member, target, sent);
        await turns(Math.floor(random() * 4));
        if (fault === "loseReply") throw new LostReplyError(`the reply of ${name}.${method} was lost`);
        return copied(result);
      };
    },
  });
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}
