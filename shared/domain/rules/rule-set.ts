/** A set of rules by position, as bits: 32 to a number, which V8 keeps as a small integer that costs no memory. */
export type RuleSet = readonly number[];

/** The positions 0…size−1 that `contains` says are in the set. */
export function ruleSet(size: number, contains: (position: number) => boolean): RuleSet {
  const words: number[] = [];
  for (let start = 0; start < size; start += 32) {
    let word = 0;
    for (let bit = 0; bit < 32 && start + bit < size; bit++) {
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
  // A shift looks at the last five bits only: the place within the word.
  return ((words[position >> 5] ?? 0) & (1 << position)) !== 0;
}

export function remove(words: number[], position: number): void {
  words[position >> 5] = (words[position >> 5] ?? 0) & ~(1 << position);
}

/** The first position in the set. */
export function lowest(words: RuleSet): number | undefined {
  const i = words.findIndex((word) => word !== 0);
  return i < 0 ? undefined : i * 32 + lowestBit(words[i] ?? 0);
}

/** Whether each of the positions 0…size−1 is in the set. */
export function flagsOf(words: RuleSet, size: number): boolean[] {
  const flags = new Array<boolean>(size).fill(false);
  for (const position of positionsIn(words)) flags[position] = true;
  return flags;
}

/** The positions in the set, ascending. */
export function positionsIn(words: RuleSet): readonly number[] {
  const positions: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let rest = words[i] ?? 0; rest !== 0; rest &= rest - 1) positions.push(i * 32 + lowestBit(rest));
  }
  return positions;
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
