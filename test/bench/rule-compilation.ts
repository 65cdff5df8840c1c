import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleText } from "./bundle.ts";
import { coldImport } from "./cold-import.ts";
import { interleave, median, ratio } from "./measure.ts";
import type { Part } from "./result.ts";
import { sampleLeads, samplePlan } from "./sample-plan.ts";

const clients = `
export { DynamoDBClient } from "@aws-sdk/client-dynamodb";
export { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";`;

/** What a container that has just started pays for a plan of 500 rules: compiled, and matched once, in a new process. */
export const ruleCompilation: Part = async (quick) => {
  const directory = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
  writeFileSync(join(directory, "package.json"), '{"type": "commonjs"}\n');
  try {
    const sample = join(directory, "sample.json");
    const [lead] = sampleLeads(1);
    writeFileSync(sample, JSON.stringify({ rules: samplePlan(500).rules, facts: lead?.facts }));
    const compiler = await bundleText(
      `import { compileRules, match } from "./shared/domain/rules/compile-rules.ts";
       import sample from ${JSON.stringify(sample)};
       export const work = () => match(compileRules(sample.rules), sample.facts);`,
      directory,
      "compile",
    );
    const sdk = await bundleText(clients, directory, "sdk");
    const measured = await interleave(quick ? 5 : 21, {
      ours: async () => (await coldImport(compiler)).work,
      other: async () => (await coldImport(sdk)).load,
    });
    return [
      {
        part: "rules",
        name: "compile 500 rules, cold",
        ours: { what: "compile and match once", value: median(measured.ours), unit: "ms" },
        other: { what: "load the SDK's DynamoDB client", value: median(measured.other), unit: "ms" },
        ratio: ratio(measured.ours, measured.other),
        aim: { atMost: 1 },
      },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
