import { readFileSync } from "node:fs";
import type { PortMethods } from "./reachable.ts";

/** Methods of every port, read from the interfaces in `ports.ts`: a type leaves nothing behind that a test could ask. */
export function portMethods(file = "shared/usecases/ports.ts"): PortMethods {
  const source = readFileSync(file, "utf8");
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
