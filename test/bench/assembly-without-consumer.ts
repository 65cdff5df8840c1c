import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesise } from "../../infra/local/synthesise.ts";

interface TemplateText {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: { Enabled?: boolean } }>>;
}

/** A copy of the stack whose stream consumer is switched off. Returns its folder. */
export async function assemblyWithoutConsumer(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "fairlead-bench-"));
  cpSync(await synthesise("demo"), directory, { recursive: true });
  for (const name of readdirSync(directory).filter((each) => each.endsWith(".template.json"))) {
    const template = JSON.parse(readFileSync(join(directory, name), "utf8")) as TemplateText;
    for (const { Type, Properties } of Object.values(template.Resources)) {
      if (Type === "AWS::Lambda::EventSourceMapping" && Properties) Properties.Enabled = false;
    }
    writeFileSync(join(directory, name), JSON.stringify(template));
  }
  return directory;
}
