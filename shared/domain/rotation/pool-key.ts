/**
 * The key of the pool that a rule makes for one set of matched filter values (area, skill, language), so that every
 * member of the pool fits every lead of it: `local`, or `local:area=mitte:language=de`. The order of `matched` does
 * not matter; values may hold any character.
 */
export function poolKeyOf(ruleId: string, matched: Readonly<Record<string, string>> = {}): string {
  const filters = Object.entries(matched)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  return [ruleId, ...filters].join(":");
}

/** The values in a pool's key by name, those of its second sequence too; none in a pool without. */
export function matchedIn(poolKey: string): ReadonlyMap<string, string> {
  const [, ...filters] = (isRotation(poolKey) ? poolKey : poolKey.slice(0, -again.length)).split(":");
  return new Map(
    filters.map((filter) => {
      const [name = "", value = ""] = filter.split("=").map(decodeURIComponent);
      return [name, value];
    }),
  );
}

const mix = "~mix";

/** Key of the rotation between a mix's parts: each part has a pool of its own besides. */
export function mixKey(poolRule: string): string {
  return poolRule + mix;
}

const again = "~again";

/** Key of a pool's second sequence: leads that are offered again draw there, so they do not move the rotation. */
export function againKey(poolKey: string): string {
  return poolKey + again;
}

/** Whether a ticket of this sequence is a turn of the rotation, and not one of a lead that was offered before. */
export function isRotation(poolKey: string): boolean {
  return !poolKey.endsWith(again);
}

/**
 * The members in the order in which the pool breaks ties: as documented (C1), but a derived pool, one with filter values
 * in its key, begins at its own place. A rule over many areas makes many small pools; if each began with the first
 * agent, that one would get the first lead of all of them.
 */
export function inPoolOrder<T>(poolKey: string, members: readonly T[]): readonly T[] {
  if (!poolKey.includes(":") || members.length < 2) return members;
  const first = hash(poolKey) % members.length;
  return [...members.slice(first), ...members.slice(0, first)];
}

/** FNV-1a, 32 bits, with a final mix: the low bits alone would repeat for keys that differ in one letter. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
