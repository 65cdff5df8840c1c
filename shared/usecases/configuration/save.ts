import type { Saved } from "../ports/ports.ts";
import { done, type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";

interface Versioned {
  readonly version: number;
}

/** Saves by the version the writer has seen. `standing` is what was there when the request began. */
export async function saveExpecting<T extends Versioned>(
  standing: Versioned | undefined,
  expected: Expected,
  save: (expected: number | undefined) => Promise<Saved<T>>,
): Promise<Outcome<SavedItem<T>>> {
  if (expected === "any" && !standing) return refused({ kind: "stale", currentVersion: undefined });
  const saved = await save(expected === "any" ? undefined : expected);
  return saved.saved
    ? done({ item: saved.item, created: saved.created })
    : refused({ kind: "stale", currentVersion: saved.current?.version });
}
