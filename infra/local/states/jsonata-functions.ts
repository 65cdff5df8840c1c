import { createHash, randomUUID } from "node:crypto";
import type { Expression } from "jsonata";

/** Functions of JSONata 2.0.6, the version AWS runs, whose answer depends on their arguments alone. */
const BUILT_IN = `
  abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent
  distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber fromMillis join
  keys length lookup lowercase map match max merge min not number pad parseInteger power reduce replace reverse round sift
  single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase zip`;

/** Those that AWS adds and our definitions may use. */
const ADDED = {
  parse: (text: unknown) => (typeof text === "string" ? JSON.parse(text) : undefined),
  hash: (text: unknown, algorithm: unknown) =>
    typeof text === "string" && typeof algorithm === "string" ? digest(text, algorithm) : undefined,
  uuid: () => randomUUID(),
};

/**
 * Every function an expression may call. Refused on purpose: `$eval` (AWS refuses it), `$now` and `$millis` (they would read
 * real time: use `$states.context.State.EnteredTime`), `$random` and `$shuffle` (a run must be repeatable), and AWS's
 * `$partition` and `$range` (unused so far).
 */
export const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set([...BUILT_IN.trim().split(/\s+/), ...Object.keys(ADDED)]);

export function addFunctions(expression: Expression): void {
  for (const [name, implementation] of Object.entries(ADDED)) expression.registerFunction(name, implementation);
}

/** Hex digest; AWS names the algorithms `MD5`, `SHA-1`, `SHA-256`, `SHA-384`, `SHA-512`. */
function digest(text: string, algorithm: string): string | undefined {
  if (!/^(MD5|SHA-(1|256|384|512))$/.test(algorithm)) return undefined;
  return createHash(algorithm.replace("-", "").toLowerCase()).update(text).digest("hex");
}
