export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** One comparison made in one run. `ratio` is the median of the rounds' ratios, not the ratio of the medians. */
export interface Result {
  readonly part: string;
  readonly name: string;
  readonly ours: Measured;
  readonly other: Measured;
  readonly ratio: number;
  /** What the ratio should be; left out for figures that are there to be known. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

export function meetsAim({ ratio, aim }: Result): boolean | undefined {
  if (aim === undefined) return undefined;
  return "atLeast" in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}

export type Part = (quick: boolean) => Promise<readonly Result[]>;
