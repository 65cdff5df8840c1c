import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";

export const root = join(import.meta.dirname, "../..");

export interface Bundle {
  readonly file: string;
  readonly bytes: number;
  readonly metafile: Metafile;
}

/** As `infra/constructs/service-function.ts` has CDK call esbuild; a test holds the two together. */
export const bundling = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node24",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ["module", "main"],
} as const satisfies BuildOptions;

/** Bundles one file into `directory`. */
export async function bundleFile(entry: string, directory: string, name: string): Promise<Bundle> {
  return bundled({ entryPoints: [join(root, entry)] }, join(directory, `${name}.cjs`));
}

/**
 * A bundle of nothing but the SDK's classes that the other bundle uses, with each client made once: less than that no
 * function with these clients can be.
 */
export async function bundleClients(of: Bundle, directory: string, name: string): Promise<Bundle> {
  const imports = clientImports(of.metafile);
  const clients = imports.map((line) => /\{ (\w+Client) \}/.exec(line)?.[1]).filter((client) => client !== undefined);
  const made = clients.filter((client) => client !== "DynamoDBDocumentClient").map((client) => `new ${client}({})`);
  return bundleText([...imports, `export const made = [${made.join(", ")}];`].join("\n"), directory, name);
}

/** Bundles a module given as text, which may import our files by their path from the root. */
export async function bundleText(contents: string, directory: string, name: string): Promise<Bundle> {
  return bundled({ stdin: { contents, resolveDir: root, loader: "ts" } }, join(directory, `${name}.cjs`));
}

async function bundled(options: BuildOptions, file: string): Promise<Bundle> {
  const { metafile } = await build({
    ...bundling,
    ...options,
    absWorkingDir: root,
    outfile: file,
    metafile: true,
    logLevel: "error",
  });
  const bytes = Object.entries(metafile.outputs).find(([name]) => name.endsWith(".cjs"))?.[1].bytes ?? 0;
  return { file, bytes, metafile: metafile as Metafile };
}

/** What our own files in the bundle import of the SDK; imported and exported again, so that nothing is shaken off. */
function clientImports({ inputs, outputs }: Metafile): readonly string[] {
  const used = new Set(
    Object.values(outputs).flatMap(({ inputs: parts }) =>
      Object.entries(parts).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
    ),
  );
  const own = Object.keys(inputs).filter((name) => used.has(name) && !name.startsWith("node_modules/"));
  const lines = own.flatMap((name) => {
    const source = readFileSync(join(root, name), "utf8");
    return [...source.matchAll(/^import \{([^}]+)\} from ("@aws-sdk\/[^"]+");$/gm)].flatMap(
      ([, names = "", from = ""]) =>
        valuesOf(names).map((value) => `import { ${value} } from ${from};\nexport { ${value} };`),
    );
  });
  return [...new Set(lines)].sort();
}

const valuesOf = (names: string): readonly string[] =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
