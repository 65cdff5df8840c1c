import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { bundleText, bundling, root } from "./bundle.ts";

/**
 * A bundle of nothing but the SDK's classes that a function uses, with each client made once: less than that no function
 * with these clients can be. Returns its file.
 */
export async function bundleClients(functionName: string, directory: string): Promise<string> {
  const entryPoints = [`functions/${functionName}/handler.ts`];
  const { metafile } = await build({ ...bundling, entryPoints, outdir: directory, write: false, metafile: true });
  const imports = clientImports(metafile);
  const clients = imports.map((line) => /\{ (\w+Client) \}/.exec(line)?.[1]).filter((client) => client !== undefined);
  const made = clients.filter((client) => client !== "DynamoDBDocumentClient").map((client) => `new ${client}({})`);
  const text = [...imports, `export const made = [${made.join(", ")}];`].join("\n");
  return bundleText(text, directory, `${functionName}-clients`);
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

function valuesOf(names: string): readonly string[] {
  const all = names.split(",").map((name) => name.trim());
  return all.filter((name) => name !== "" && !name.startsWith("type "));
}
