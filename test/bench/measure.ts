/** The middle of the values, or the mean of the two middle ones; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}

/** One thing to be compared: does its work once and returns what it measured. */
export type Contestant = () => number | Promise<number>;

/** What each round measured, by contestant. */
export type Rounds<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Lets each contestant work a few times unmeasured, until what it runs is compiled. */
export async function warmUp(times: number, contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  for (let time = 0; time < times; time++) {
    for (const work of Object.values(contestants)) await work();
  }
}

/**
 * Lets the contestants work one after the other, again and again. A machine that slows down for a while slows all of
 * them, so ratios within a round hold where times across rounds do not.
 */
export async function interleave<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Rounds<Name>> {
  const names = Object.keys(contestants) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    // Whoever comes second finds a warmer machine, so they take turns at that too.
    for (const name of round % 2 === 0 ? names : names.toReversed()) measured[name].push(await contestants[name]());
  }
  return measured;
}

/** Median over the rounds of one contestant's value divided by the other's. */
export function ratio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((value, round) => value / (below[round] ?? Number.NaN)));
}

/** Operations a second of `work` on each of the items, `times` times over. */
export function rate<T>(items: readonly T[], times: number, work: (item: T) => unknown): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (const item of items) work(item);
  }
  return perSecond(items.length * times, start);
}

/** The same for work that has to be awaited, one item after the other. */
export async function rateOf<T>(
  items: readonly T[],
  times: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  for (let time = 0; time < times; time++) {
    for (const item of items) await work(item);
  }
  return perSecond(items.length * times, start);
}

function perSecond(operations: number, start: number): number {
  return (operations * 1000) / (performance.now() - start);
}
