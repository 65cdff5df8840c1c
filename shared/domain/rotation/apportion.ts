/**
 * Splits a whole amount (it may be negative) by whole weights into whole parts whose sum is exactly the amount. Each
 * part is the exact one rounded down or up, up for the largest remainders, equal ones in order (Hamilton's method).
 * Exact while |amount| × weight stays below 2^53. Weights that are all 0 get nothing.
 */
export function apportion(amount: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);

  const parts = weights.map((weight) => {
    const product = amount * weight;
    const remainder = ((product % total) + total) % total;
    return { whole: (product - remainder) / total, remainder };
  });
  const missing = amount - parts.reduce((sum, part) => sum + part.whole, 0);
  const roundedUp = new Set(parts.toSorted((a, b) => b.remainder - a.remainder).slice(0, missing));
  return parts.map((part) => (roundedUp.has(part) ? part.whole + 1 : part.whole));
}
