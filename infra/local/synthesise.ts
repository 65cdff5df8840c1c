import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const cache = join(root, "node_modules", ".cache", "fairlead");

/** All that a template and its bundles are made from; the runner itself is not. */
const sources = ["cdk.json", "package-lock.json", "tsconfig.json", "infra", "functions", "shared", "docs/openapi.json"];
const runner = join("infra", "local");

/** Assemblies kept, so that going back and forth between two states of the code stays fast. */
const kept = 5;

/** Real ms for which an assembly is kept in any case: a runner that uses it may still load a bundle. */
const inUse = 6 * 3_600_000;

/**
 * The cloud assembly of the app for one tenant, bundled: from the cache when no source has changed, else made by running
 * the CDK app itself (no command line, no network). Returns its folder; throws with the app's own words when it fails.
 */
export async function synthesise(tenant: string): Promise<string> {
  const finished = join(cache, hashOfSources(tenant));
  if (existsSync(join(finished, "manifest.json"))) {
    utimesSync(finished, new Date(), new Date());
    return finished;
  }
  const directory = join(cache, `making-${randomUUID()}`);
  mkdirSync(directory, { recursive: true });
  await runApp(directory, tenant);
  // The bundles are CommonJS, and the nearest package.json decides what Node takes them for.
  writeFileSync(join(directory, "package.json"), '{"type": "commonjs"}\n');
  publish(directory, finished);
  removeOld();
  return finished;
}

async function runApp(directory: string, tenant: string): Promise<void> {
  const {
    CDK_DEFAULT_ACCOUNT: _account,
    CDK_DEFAULT_REGION: _region,
    NODE_OPTIONS: _options,
    ...inherited
  } = process.env;
  const env = {
    ...inherited,
    CDK_OUTDIR: directory,
    CDK_CONTEXT_JSON: JSON.stringify({ tenant }),
    // CDK's own check of the template costs five seconds; `npm run synth` does it.
    CDK_VALIDATION: "false",
  };
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  try {
    await promisify(execFile)(process.execPath, [tsx, join("infra", "app.ts")], { cwd: root, env, maxBuffer: 2 ** 26 });
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    const words = typeof error === "object" && error !== null && "stderr" in error ? error.stderr : error;
    throw new Error(`The CDK app infra/app.ts cannot be synthesised:\n${words}`);
  }
}

/** Renaming is atomic: two processes that start at once both find a whole assembly. */
function publish(directory: string, finished: string): void {
  try {
    renameSync(directory, finished);
  } catch (error) {
    if (!existsSync(join(finished, "manifest.json"))) throw error;
    rmSync(directory, { recursive: true, force: true });
  }
}

function removeOld(): void {
  const entries = readdirSync(cache).map((name) => ({ name, at: statSync(join(cache, name)).mtimeMs }));
  const old = entries
    .sort((a, b) => b.at - a.at)
    .slice(kept)
    .filter(({ at }) => at < Date.now() - inUse);
  for (const { name } of old) rmSync(join(cache, name), { recursive: true, force: true });
}

function hashOfSources(tenant: string): string {
  const hash = createHash("sha256").update(tenant);
  for (const file of sources.flatMap((name) => filesIn(join(root, name)))) {
    hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}

function filesIn(path: string): readonly string[] {
  if (!existsSync(path) || relative(root, path) === runner) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
