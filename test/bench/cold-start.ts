import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { functionsOf } from "../../infra/local/lambda/function-resource.ts";
import { synthesise } from "../../infra/local/synthesise.ts";
import { readTemplate } from "../../infra/local/template/resources.ts";
import { coldImport } from "./cold-import.ts";
import { interleave, median, ratio } from "./measure.ts";
import type { Part, Result } from "./result.ts";
import { bundleClients } from "./sdk-clients.ts";

/** How long each function's bundle takes to load in a new process, against nothing but the SDK clients it uses. */
export const coldStart: Part = async (quick) => {
  const functions = functionsOf(readTemplate(await synthesise("demo")));
  const directory = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
  writeFileSync(join(directory, "package.json"), '{"type": "commonjs"}\n');
  try {
    const results: Result[] = [];
    for (const definition of functions) {
      const name = folderOf(definition.label);
      const bundle = join(definition.directory(), "index.js");
      results.push(await compare(name, bundle, await bundleClients(name, directory), quick ? 5 : 21));
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

async function compare(name: string, bundle: string, clients: string, rounds: number): Promise<Result> {
  const load = (file: string) => async () => (await coldImport(file)).load;
  const measured = await interleave(rounds, { ours: load(bundle), other: load(clients) });
  return {
    part: "cold start",
    name: `load ${name}`,
    ours: { what: `bundle, ${kilobytes(bundle)} KB`, value: median(measured.ours), unit: "ms" },
    other: { what: `its SDK clients, ${kilobytes(clients)} KB`, value: median(measured.other), unit: "ms" },
    ratio: ratio(measured.ours, measured.other),
    aim: { atMost: 1.3 },
  };
}

/** The folder in `functions/` of a construct: `AgentApi` is in `agent-api`. */
const folderOf = (label: string): string =>
  label.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? "-" : ""}${letter.toLowerCase()}`);

const kilobytes = (file: string): number => Math.round(statSync(file).size / 1024);
