import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, bundleClients, bundleFile, root } from "./bundle.ts";
import { coldImport } from "./cold-import.ts";
import { interleave, median, ratio } from "./measure.ts";
import type { Part, Result } from "./result.ts";

/** How long each function's bundle takes to load in a new process, against nothing but the SDK clients it uses. */
export const coldStart: Part = async (quick) => {
  const directory = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
  writeFileSync(join(directory, "package.json"), '{"type": "commonjs"}\n');
  try {
    const results: Result[] = [];
    for (const name of readdirSync(join(root, "functions")).sort()) {
      const bundle = await bundleFile(`functions/${name}/handler.ts`, directory, name);
      const clients = await bundleClients(bundle, directory, `${name}-clients`);
      results.push(await compare(name, bundle, clients, quick ? 5 : 21));
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

async function compare(name: string, bundle: Bundle, clients: Bundle, rounds: number): Promise<Result> {
  const load =
    ({ file }: Bundle) =>
    async () =>
      (await coldImport(file)).load;
  const measured = await interleave(rounds, { ours: load(bundle), other: load(clients) });
  return {
    part: "cold start",
    name: `load ${name} (${kilobytes(bundle)} KB)`,
    ours: { what: "bundle", value: median(measured.ours), unit: "ms" },
    other: { what: `its SDK clients, ${kilobytes(clients)} KB`, value: median(measured.other), unit: "ms" },
    ratio: ratio(measured.ours, measured.other),
    aim: { atMost: 1.3 },
  };
}

const kilobytes = ({ bytes }: Bundle): number => Math.round(bytes / 1024);
