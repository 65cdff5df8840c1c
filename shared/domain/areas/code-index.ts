/** Which ids list a postal code, exactly or by a prefix. */
export interface CodeIndex {
  readonly byCode: ReadonlyMap<string, readonly string[]>;
  readonly byPrefix: ReadonlyMap<string, readonly string[]>;
}

/** Of entries such as `10243` and `101*`, each with its id. */
export function codeIndex(entries: readonly (readonly [entry: string, id: string])[]): CodeIndex {
  const comparable = entries.map(([entry, id]) => [comparableCode(entry), id] as const);
  const isPrefix = ([entry]: readonly [string, string]) => entry.endsWith("*");
  return {
    byCode: idsBy(comparable.filter((each) => !isPrefix(each))),
    byPrefix: idsBy(comparable.filter(isPrefix).map(([entry, id]) => [entry.slice(0, -1), id])),
  };
}

/** The ids that list this code, which is in comparable form, or a prefix of it; none for no code. */
export function idsAt({ byCode, byPrefix }: CodeIndex, code: string): readonly string[] {
  if (code === "") return [];
  if (byPrefix.size === 0) return byCode.get(code) ?? [];
  const prefixes = Array.from({ length: code.length }, (_, i) => code.slice(0, i + 1));
  return [...(byCode.get(code) ?? []), ...prefixes.flatMap((prefix) => byPrefix.get(prefix) ?? [])];
}

/** A code as it is compared: as text, without spaces, upper-case. */
export function comparableCode(code: string): string {
  return code.replaceAll(" ", "").toUpperCase();
}

function idsBy(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(pairs, ([key]) => key);
  return new Map([...groups].map(([key, members]) => [key, members.map(([, id]) => id)]));
}
