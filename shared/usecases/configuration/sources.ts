import type { Source, SourceInput } from "../../schemas/source.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { usesOf } from "./in-use.ts";
import { openLeadsOfSource } from "./open-leads.ts";
import { done, type Expected, type Outcome, refused } from "./outcome.ts";
import { saveExpecting } from "./save.ts";
import { endSourceKeys, issueSourceKey } from "./source-keys.ts";

type SourcePorts = Pick<Ports, "config" | "secrets" | "ids" | "clock">;

/** A saved source; `key` only when it is new, never again. */
export interface SavedSource {
  readonly item: Source;
  readonly created: boolean;
  readonly key?: string;
}

export async function saveSource(
  ports: SourcePorts,
  config: Configuration,
  sourceId: string,
  input: SourceInput,
  expected: Expected,
): Promise<Outcome<SavedSource>> {
  const saved = await saveExpecting(config.sources.get(sourceId), expected, (version) =>
    ports.config.saveSource(sourceId, input, version),
  );
  if (!saved.done || !saved.value.created) return saved;
  return done({ ...saved.value, key: await issueSourceKey(ports, sourceId, { revoke: false }) });
}

/** A new key. The old ones work for another day, or not at all with `revoke`. */
export async function replaceSourceKey(
  ports: SourcePorts,
  config: Configuration,
  sourceId: string,
  options: { readonly revoke: boolean; readonly requestKey?: string },
): Promise<Outcome<{ readonly key: string }>> {
  if (!config.sources.has(sourceId)) return refused({ kind: "unknown", what: "source" });
  return done({ key: await issueSourceKey(ports, sourceId, options) });
}

/**
 * Refused while the plan or a buyer names it or leads of it are open. Its keys are revoked first: a source made anew under
 * this id starts with none.
 */
export async function deleteSource(
  ports: SourcePorts & Pick<Ports, "leads">,
  config: Configuration,
  sourceId: string,
): Promise<Outcome<void>> {
  if (!config.sources.has(sourceId)) return refused({ kind: "unknown", what: "source" });
  const by = [...(await openLeadsOfSource(ports, config, sourceId)), ...usesOf("source", sourceId, config)];
  if (by.length > 0) return refused({ kind: "inUse", by });
  await endSourceKeys(ports, sourceId, true);
  await ports.config.deleteSource(sourceId);
  return done(undefined);
}
