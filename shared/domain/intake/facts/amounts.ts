import type { Money } from "../../../schemas/primitives.ts";

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\beur(o|os)?\b/i, "EUR"],
  [/£|\bgbp\b/i, "GBP"],
  [/\bchf\b|\bsfr\b|\bfr\./i, "CHF"],
  [/\$|\busd\b/i, "USD"],
];

const byCountry: Readonly<Record<string, string>> = { US: "USD", GB: "GBP", CH: "CHF", LI: "CHF" };

/** The currency people of a country mean when they name none. */
const currencyOf = (country: string | undefined): string => byCountry[country ?? ""] ?? "EUR";

const amount = /(\d[\d.,'’\s]*)\s*(k\b|tsd|tausend|mio|mill?ion(?:en|s)?\b|m\b)?/gi;
const factors: readonly (readonly [RegExp, number])[] = [
  [/^(k|tsd|tausend)/i, 1000],
  [/^m/i, 1_000_000],
];

/** Every amount in a text: `400.000 € - 500.000 €`, `1,5 Mio`, `350k`. */
function amountsIn(text: string): readonly number[] {
  return [...text.matchAll(amount)].map(([, digits = "", unit = ""]) => {
    const factor = factors.find(([name]) => name.test(unit))?.[1] ?? 1;
    return decimal(digits.replace(/['’\s]/g, "")) * factor;
  });
}

/** A separator followed by exactly three digits groups thousands; the last other one is the decimal point. */
function decimal(digits: string): number {
  const whole = digits.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(/[.,]+$/, "");
  return Number(whole.replace(",", ".")) || 0;
}

const currencyIn = (text: string): string | undefined => currencies.find(([sign]) => sign.test(text))?.[1];

/** One amount of money as people write it, or undefined. */
export function moneyFrom(text: string, country: string | undefined): Money | undefined {
  const [first] = amountsIn(text);
  return first === undefined ? undefined : { amount: first, currency: currencyIn(text) ?? currencyOf(country) };
}

export interface Budget {
  readonly min?: number;
  readonly max?: number;
  readonly currency: string;
}

/** A range as people write it: `400.000 - 500.000 €`, `bis 600.000`, `from 300k`; one number is both ends. */
export function budgetFrom(text: string, country: string | undefined): Budget | undefined {
  const found = amountsIn(text).toSorted((a, b) => a - b);
  const [min] = found;
  const max = found.at(-1);
  if (min === undefined || max === undefined) {
    return undefined;
  }
  const currency = currencyIn(text) ?? currencyOf(country);
  if (found.length === 1 && /^\s*(bis|max|unter|up to|under|below|<)/i.test(text)) return { max, currency };
  if (found.length === 1 && /^\s*(ab|von|min|mindestens|über|from|over|above|>)/i.test(text)) return { min, currency };
  return { min, max, currency };
}
