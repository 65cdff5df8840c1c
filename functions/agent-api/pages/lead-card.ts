import { html, type Markup } from "../../../shared/runtime/pages/html.ts";
import type { NormalisedFacts } from "../../../shared/schemas/lead/lead.ts";
import type { Locale, Temperature } from "../../../shared/schemas/primitives.ts";
import { pageTexts } from "./page-texts.ts";

/** What a page shows of a lead. */
export interface LeadCard {
  readonly locale: Locale;
  readonly temperature: Temperature;
  /** Masked before acceptance. */
  readonly name: string;
  readonly facts: NormalisedFacts;
  /** Whether it is exclusive or how many have it; undefined when nobody said. */
  readonly sharing?: string | undefined;
}

/** How urgent it is, and who it is. */
export function leadHeading({ locale, temperature, name, sharing }: LeadCard): Markup {
  const urgent = pageTexts[locale][temperature];
  return html`<p class="${temperature === "hot" ? "hot" : "soft"}">${sharing === undefined ? urgent : `${urgent}: ${sharing}`}</p><h1>${name}</h1>`;
}

/** What is wanted; only what is known. */
export function leadFacts({ locale, facts }: LeadCard): Markup {
  const texts = pageTexts[locale];
  const rows: readonly (readonly [string, string | undefined])[] = [
    [texts.facts.interest, facts.interest && texts.interests[facts.interest]],
    [texts.facts.propertyType, facts.propertyType && (texts.propertyTypes[facts.propertyType] ?? facts.propertyType)],
    [texts.facts.budget, budget(facts, locale)],
    [texts.facts.timeline, facts.timeline && texts.timelines[facts.timeline]],
    [texts.facts.place, [facts.postalCode, facts.city].filter(Boolean).join(" ") || undefined],
    [texts.facts.language, facts.language && languageName(facts.language, locale)],
    [texts.facts.message, facts.message],
  ];
  const known = rows.flatMap(([term, text]) => (text === undefined ? [] : [html`<dt>${term}</dt><dd>${text}</dd>`]));
  return html`${known.length > 0 && html`<dl>${known}</dl>`}`;
}

function budget({ budget: range }: NormalisedFacts, locale: Locale): string | undefined {
  if (range === undefined) return undefined;
  const { min, max, currency } = range;
  const money = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  const texts = pageTexts[locale];
  if (min === max || min === undefined) return max === undefined ? undefined : texts.upTo(money.format(max));
  return max === undefined ? texts.from(money.format(min)) : `${money.format(min)} – ${money.format(max)}`;
}

/** In the reader's own words; a tag that is none is shown as it came. */
function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
