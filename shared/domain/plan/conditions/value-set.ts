/** A set of the value classes of one field, as bits. */
export type ValueSet = Uint32Array;

const bits = 32;

export function valueSet(size: number, has: (index: number) => boolean): ValueSet {
  const words = new Uint32Array(Math.ceil(size / bits));
  for (let i = 0; i < size; i++) if (has(i)) add(words, i);
  return words;
}

export function add(words: ValueSet, index: number): void {
  words[Math.floor(index / bits)] = (words[Math.floor(index / bits)] ?? 0) | (1 << (index % bits));
}

/** The values in both. */
export const inBoth = (a: ValueSet, b: ValueSet): ValueSet => combined(a, b, (x, y) => x & y);
/** The values in one or the other. */
export const inEither = (a: ValueSet, b: ValueSet): ValueSet => combined(a, b, (x, y) => x | y);
/** The values of the first that are not in the second. */
export const without = (a: ValueSet, b: ValueSet): ValueSet => combined(a, b, (x, y) => x & ~y);

/** Word by word; the `map` of typed arrays takes several times as long. */
function combined(a: ValueSet, b: ValueSet, combine: (x: number, y: number) => number): ValueSet {
  const words = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i++) words[i] = combine(a[i] ?? 0, b[i] ?? 0);
  return words;
}

export function isSubset(a: ValueSet, b: ValueSet): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & ~(b[i] ?? 0)) !== 0) return false;
  return true;
}

export function meets(a: ValueSet, b: ValueSet): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true;
  return false;
}

export function isEmpty(words: ValueSet): boolean {
  for (let i = 0; i < words.length; i++) if (words[i] !== 0) return false;
  return true;
}
