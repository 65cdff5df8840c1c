/** A set of rules by position, as bits. Thirty to a number: so many fit in V8's small integers, which cost no memory. */
export type RuleSet = readonly number[];

const BITS = 30;

/** The positions 0…size−1 that `contains` says are in the set. */
export function ruleSet(size: number, contains: (position: number) => boolean): RuleSet {
  const words: number[] = [];
  for (let start = 0; start < size; start += BITS) {
    let word = 0;
    for (let bit = 0; bit < BITS && start + bit < size; bit++) {
      if (contains(start + bit)) word |= 1 << bit;
    }
    words.push(word);
  }
  return words;
}

/** Takes out of `words` what is not in `others`. */
export function retain(words: number[], others: RuleSet): void {
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (others[i] ?? 0);
}

export function has(words: RuleSet, position: number): boolean {
  return ((words[Math.floor(position / BITS)] ?? 0) & (1 << (position % BITS))) !== 0;
}

export function remove(words: number[], position: number): void {
  const i = Math.floor(position / BITS);
  words[i] = (words[i] ?? 0) & ~(1 << (position % BITS));
}

/** The first position in the set. */
export function lowest(words: RuleSet): number | undefined {
  const i = words.findIndex((word) => word !== 0);
  return i < 0 ? undefined : i * BITS + lowestBit(words[i] ?? 0);
}

/** Whether each of the positions 0…size−1 is in the set. */
export function flagsOf(words: RuleSet, size: number): boolean[] {
  const flags = new Array<boolean>(size).fill(false);
  for (let i = 0; i < words.length; i++) {
    for (let rest = words[i] ?? 0; rest !== 0; rest &= rest - 1) flags[i * BITS + lowestBit(rest)] = true;
  }
  return flags;
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
