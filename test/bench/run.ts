import { coldStart } from "./cold-start.ts";
import { intake } from "./intake.ts";
import { planCheck } from "./plan-check.ts";
import { table } from "./report.ts";
import type { Part, Result } from "./result.ts";
import { rotation } from "./rotation.ts";
import { routing } from "./routing.ts";
import { ruleCompilation } from "./rule-compilation.ts";
import { saveResults } from "./save-results.ts";
import { scale } from "./scale.ts";
import { simulation } from "./simulation.ts";

/** `npm run bench -- [--quick] [part …]`: all parts, or those named. */
const parts: Readonly<Record<string, Part>> = {
  routing,
  rotation,
  scale,
  rules: ruleCompilation,
  check: planCheck,
  simulation,
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
if (named.length === 0 && !quick) saveResults(results);
