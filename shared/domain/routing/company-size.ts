/** A number of employees, from `min` to `max`; `max` Infinity when open. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

/**
 * A company's size as it is written: `120`, `11-50`, `51–200 Mitarbeiter`, `500+`, `1.000-5.000`. Undefined when it holds no
 * number.
 */
export function sizeRange(size: number | string): SizeRange | undefined {
  if (typeof size === "number") return { min: size, max: size };
  const numbers = size.replaceAll(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, "").match(/\d+/g);
  const [first, second] = (numbers ?? []).map(Number);
  if (first === undefined) return undefined;
  if (second !== undefined) return { min: Math.min(first, second), max: Math.max(first, second) };
  return { min: first, max: /\d\s*\+|^\s*(?:>|über|ab|more|over)/i.test(size) ? Number.POSITIVE_INFINITY : first };
}

/** Whether all of the size lies in the range; a size that is not known lies nowhere. */
export function holdsSize(range: SizeRange | undefined, size: SizeRange | undefined): boolean {
  return range !== undefined && size !== undefined && range.min <= size.min && size.max <= range.max;
}
