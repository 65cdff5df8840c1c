import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PortMethods } from "./reachable.ts";

/** Methods of every port, read from the interfaces in `ports.ts` and `*-port.ts`: a type leaves nothing behind to ask. */
export function portMethods(folder = "shared/usecases/ports"): PortMethods {
  const files = readdirSync(folder).filter((name) => /^(ports|.+-port)\.ts$/.test(name));
  const source = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const bodyOf = (name: string) =>
    new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(source)?.[1] ?? "";
  const ports = [...bodyOf("Ports").matchAll(/^ {2}readonly (\w+): (\w+Port);$/gm)];
  return new Map(
    ports.map(([, port = "", type = ""]) => [
      port,
      new Set([...bodyOf(type).matchAll(/^ {2}(\w+)\(/gm)].map(([, method = ""]) => method)),
    ]),
  );
}
