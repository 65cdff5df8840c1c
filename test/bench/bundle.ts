import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

export const root = join(import.meta.dirname, "../..");

/** As `infra/constructs/service/service-function.ts` bundles the functions. */
export const bundling = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node24",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ["module", "main"],
  absWorkingDir: root,
  logLevel: "error",
} satisfies BuildOptions;

/** Bundles a module given as text, which may import our files by their path from the root. Returns the bundle's file. */
export async function bundleText(contents: string, directory: string, name: string): Promise<string> {
  const outfile = join(directory, `${name}.cjs`);
  await build({ ...bundling, outfile, stdin: { contents, resolveDir: root, loader: "ts" } });
  return outfile;
}
