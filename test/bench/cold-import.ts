import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { env } from "../../shared/contract/environment.ts";

const run = promisify(execFile);

/** Standard output is opened first, as Lambda's runtime does for every function before it loads any. */
const probe = `process.stdout;
const start = performance.now();
const loaded = require(process.argv[1]);
const middle = performance.now();
loaded.work?.();
process.stdout.write(JSON.stringify({ load: middle - start, work: performance.now() - middle }));`;

/** Milliseconds in a process that has done nothing before: to load a bundle, and to call its `work`, if it has any. */
export async function coldImport(file: string): Promise<{ readonly load: number; readonly work: number }> {
  const variables = Object.fromEntries(Object.values(env).map((name) => [name, "bench"]));
  const { stdout } = await run(process.execPath, ["--enable-source-maps", "-e", probe, file], {
    env: { PATH: process.env.PATH, AWS_REGION: "eu-central-1", ...variables },
  });
  return JSON.parse(stdout);
}
