import { html, type Markup } from "../../../shared/runtime/pages/html.ts";
import type { NormalisedFacts } from "../../../shared/schemas/lead.ts";
import type { Locale, Temperature } from "../../../shared/schemas/primitives.ts";
import { pageTexts } from "./page-texts.ts";

/** What a page shows of a lead. */
export interface LeadCard {
  readonly locale: Locale;
  readonly temperature: Temperature;
  /** Masked before acceptance. */
  readonly name: string;
  readonly facts: NormalisedFacts;
}

/** Heading and facts; only those that are known. */
export function leadCard({ locale, temperature, name, facts }: LeadCard): Markup {
  const texts = pageTexts[locale];
  const rows: readonly (readonly [string, string | undefined])[] = [
    [texts.facts.interest, facts.interest && texts.interests[facts.interest]],
    [texts.facts.propertyType, facts.propertyType],
    [texts.facts.budget, budget(facts, locale)],
    [texts.facts.timeline, facts.timeline && texts.timelines[facts.timeline]],
    [texts.facts.city, [facts.postalCode, facts.city].filter(Boolean).join(" ") || undefined],
    [texts.facts.language, facts.language],
    [texts.facts.message, facts.message],
  ];
  return html`<p class="${temperature === "hot" ? "hot" : "soft"}">${texts[temperature]}</p><h1>${name}</h1>
<dl>${rows.flatMap(([term, text]) => (text === undefined ? [] : [html`<dt>${term}</dt><dd>${text}</dd>`]))}</dl>`;
}

function budget({ budget: range }: NormalisedFacts, locale: Locale): string | undefined {
  if (range === undefined) {
    return undefined;
  }
  const money = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: range.currency,
    maximumFractionDigits: 0,
  });
  const ends = [range.min, range.max].map((end) => (end === undefined ? "…" : money.format(end)));
  return ends.join(" – ");
}

/** One tap: a button that posts an action. `fields` are sent along. */
export function tap(
  label: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  quiet = false,
): Markup {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post">${hidden}<button name="action" value="${action}"${quiet && { markup: ' class="quiet"' }}>${label}</button></form>`;
}

/** A closed list of reasons, one tap each. */
export function reasons(label: string, action: string, choices: readonly (readonly string[])[], hint?: string): Markup {
  const buttons = choices.map(([code = "", text = ""]) => tap(text, action, { reason: code }, true));
  return html`<details><summary>${label}</summary>${hint !== undefined && html`<p class="soft">${hint}</p>`}${buttons}</details>`;
}
