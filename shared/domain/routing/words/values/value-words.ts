import type { SettledBy } from "../../../../schemas/lead/decision.ts";
import type { Locale } from "../../../../schemas/primitives.ts";
import { numberText } from "../../../figures/number-text.ts";
import type { SummaryNames } from "../summary-names.ts";
import { valueNamesDe } from "./value-names-de.ts";
import { valueNamesEn } from "./value-names-en.ts";

type Op = SettledBy[1];

const valueNames = { de: valueNamesDe, en: valueNamesEn } as const;
const booleans = { de: { true: "ja", false: "nein" }, en: { true: "yes", false: "no" } } as const;
const orMore = { de: "anderes", en: "others" } as const;
const oClock = { de: " Uhr", en: ":00" } as const;

const amounts = new Set(["budget.min", "budget.max", "price", "property.price", "property.estimatedValue"]);
const numbers = new Set(["score", "recycled", "engagement.count", "engagement.sinceContact", "engagement.total"]);
const comparing: ReadonlySet<Op> = new Set<Op>(["gt", "gte", "lt", "lte", "between"]);

/** How a plan's or a lead's values are told to one reader. */
export interface Wording {
  readonly names: SummaryNames;
  readonly locale: Locale;
}

/** The values as they were stored, a list with commas between, one by one in the reader's words. */
export function valuesInWords(path: string, op: Op, stored: string, wording: Wording): readonly string[] {
  const parts = stored.split(", ");
  const cut = parts.length > 1 && parts.at(-1)?.endsWith("…");
  const whole = cut ? parts.slice(0, -1) : parts;
  const words = whole.map((part) => valueInWords(path, op, part, wording));
  return cut ? [...words, orMore[wording.locale]] : words;
}

/** `A, B oder C`; `and` joins what a lead has at once. */
export function listed(words: readonly string[], join: "or" | "and", locale: Locale): string {
  const type = join === "or" ? "disjunction" : "conjunction";
  return new Intl.ListFormat(locale === "de" ? "de" : "en-GB", { type }).format(words);
}

function valueInWords(path: string, op: Op, text: string, wording: Wording): string {
  const { names, locale } = wording;
  const word = valueNames[locale][path]?.[text] ?? nameOf(path, text, wording);
  if (word !== undefined) return word;
  if (text === "true" || text === "false") return booleans[locale][text];
  const number = Number(text);
  if (text === "" || !Number.isFinite(number)) return text;
  if (path === "hour") return `${text}${oClock[locale]}`;
  if (amounts.has(path)) return amountText(number, names.currency, locale);
  return numbers.has(path) || comparing.has(op) ? numberText(number, locale, 2) : text;
}

function nameOf(path: string, id: string, { names, locale }: Wording): string | undefined {
  switch (path) {
    case "area":
      return names.areas?.get(id)?.name;
    case "source":
      return names.sources?.get(id)?.name;
    case "firstContactBy":
      return names.agents.get(id)?.name;
    case "language":
      return displayName("language", id, locale);
    case "country":
      return displayName("region", id, locale);
    default:
      return undefined;
  }
}

function displayName(type: "language" | "region", code: string, locale: Locale): string | undefined {
  const known = type === "region" ? /^[A-Z]{2}$/ : /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/;
  return known.test(code) ? new Intl.DisplayNames(locale, { type }).of(code) : undefined;
}

function amountText(amount: number, currency: string | undefined, locale: Locale): string {
  if (currency === undefined) return numberText(amount, locale, 2);
  const maximumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits });
  // The narrow spaces of number formats break nothing here, but nobody can type them either.
  return format.format(amount).replaceAll(/[\u00a0\u202f]/g, " ");
}
