import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { coldStart } from "./cold-start.ts";
import { intake } from "./intake.ts";
import { table } from "./report.ts";
import { meetsAim, type Part, type Result } from "./result.ts";
import { rotation } from "./rotation.ts";
import { routing } from "./routing.ts";
import { ruleCompilation } from "./rule-compilation.ts";

/** `npm run bench -- [--quick] [part …]`: all parts, or those named. */
const parts: Readonly<Record<string, Part>> = {
  routing,
  rotation,
  rules: ruleCompilation,
  "cold-start": coldStart,
  intake,
};

const given = process.argv.slice(2);
const quick = given.includes("--quick");
const named = given.filter((argument) => !argument.startsWith("--"));
const unknown = named.filter((name) => !(name in parts));

if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.\n`);
  process.exit(1);
}

const results: Result[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const found = await part(quick);
  results.push(...found);
  process.stdout.write(`${table(found)}\n`);
}
if (named.length === 0) save(results);

/** The last whole measurement, for the documentation; absolute values are this machine's, ratios should hold anywhere. */
function save(measured: readonly Result[]): void {
  const about = {
    measuredOn: new Date().toISOString().slice(0, 10),
    node: process.version,
    processors: availableParallelism(),
    quick,
  };
  const rounded = measured.map((result) => ({ ...result, ...met(result) }));
  const text = JSON.stringify({ ...about, results: rounded }, withThreeDigits, 2);
  writeFileSync(join(import.meta.dirname, "results.json"), `${text}\n`);
}

function met(result: Result): { readonly met?: boolean } {
  const meets = meetsAim(result);
  return meets === undefined ? {} : { met: meets };
}

function withThreeDigits(_name: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;
}
