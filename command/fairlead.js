#!/usr/bin/env node
// Runs on any Node: finds one that reads TypeScript, and hands over to the command itself.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const readsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
const bundled = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));

if (readsTypeScript) {
  await import("./main.ts");
} else if (existsSync(bundled)) {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const { status } = spawnSync(bundled, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = status ?? 2;
} else {
  process.stderr.write(
    `fairlead needs Node 22.18 or newer; this is ${process.version}. Run "npm ci" in its folder first: that brings one along.\n`,
  );
  process.exitCode = 2;
}
