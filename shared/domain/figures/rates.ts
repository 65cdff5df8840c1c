/** To four places: enough for a rate, and the same wherever it is computed. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Some of all as a part of 1; undefined where there is nothing to divide by. */
export function part(some: number, all: number): number | undefined {
  return all === 0 ? undefined : rounded(some / all);
}

/** Undefined without a value. */
export function mean(values: readonly number[]): number | undefined {
  return part(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** The field, left out where nothing is known. */
export function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });
}
