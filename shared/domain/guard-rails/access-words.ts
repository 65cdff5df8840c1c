import type { Locale } from "../../schemas/primitives.ts";
import { numberText, percentText } from "../figures/number-text.ts";
import { rounded } from "../figures/rates.ts";
import type { AccessMeasure, AccessMetric, AccessResult, AccessTier } from "./access-tier.ts";

/** The next better tier, and what the present results lack for it. */
export interface NextAccess {
  readonly tier: AccessTier;
  readonly missing: readonly AccessGap[];
}

/** `by`: parts of 1 for conversion and target, minutes too many for the contact; left out while nothing is measured. */
export interface AccessGap {
  readonly metric: AccessMetric;
  readonly needed: number;
  readonly by?: number;
}

/** What is missing for the next tier (E5); undefined in the first one. By the present results, so maybe nothing until the next week begins. */
export function nextAccess(tier: AccessTier, { measures }: AccessResult): NextAccess | undefined {
  if (tier === 1) return undefined;
  const missing = measures.flatMap((measure): readonly AccessGap[] => {
    const needed = tier === 2 ? measure.first : measure.third;
    const reached = tier === 2 ? measure.tier === 1 : measure.tier < 3;
    if (reached) return [];
    const by = measure.value === undefined ? undefined : Math.abs(needed - measure.value);
    return [{ metric: measure.metric, needed, ...(by !== undefined && { by: rounded(by) }) }];
  });
  return { tier: tier === 2 ? 1 : 2, missing };
}

/** Why the agent has this access (`tier`: this week's), and what brings the next: a sentence or two for the agent. */
export function accessText(tier: AccessTier, result: AccessResult, locale: Locale): string {
  const words = texts[locale];
  const { assigned, needed } = result.leads;
  if (assigned < needed) return words.tooFew(tier, assigned, needed);
  const shown = result.measures.map((measure) => words.measure(measure)).join(", ");
  const next = nextAccess(tier, result);
  if (result.tier > tier) return `${words.why(tier, shown)} ${words.reached(result.tier)}`;
  if (next === undefined) return words.why(tier, shown);
  const gaps = next.missing.map((gap) => words.gap(gap)).join(", ");
  return `${words.why(tier, shown)} ${gaps === "" ? words.reached(next.tier) : words.next(next.tier, gaps)}`;
}

interface AccessTexts {
  readonly tooFew: (tier: AccessTier, assigned: number, needed: number) => string;
  readonly measure: (measure: AccessMeasure) => string;
  readonly why: (tier: AccessTier, measures: string) => string;
  readonly gap: (gap: AccessGap) => string;
  readonly next: (tier: AccessTier, gaps: string) => string;
  readonly reached: (tier: AccessTier) => string;
}

/** Points of a percentage. */
const points = (part: number, locale: Locale) => numberText(part * 100, locale);

const german = { conversion: "Abschlüsse", minutesToContact: "Erstkontakt", target: "Verkaufsziel" } as const;
const english = { conversion: "conversion", minutesToContact: "first contact", target: "sales target" } as const;

const texts: Readonly<Record<Locale, AccessTexts>> = {
  de: {
    tooFew: (tier, assigned, needed) =>
      `Zugriffsstufe ${tier}: Bisher ${assigned === 1 ? "ist es 1 Lead" : `sind es ${assigned} Leads`}, ab ${needed} entscheiden Ihre Ergebnisse.`,
    measure: ({ metric, value, first }) => {
      if (value === undefined) return `${german[metric]} noch ohne Ergebnis`;
      if (metric === "minutesToContact")
        return `${german[metric]} nach ${numberText(value, "de")} Min. (Stufe 1 bis ${numberText(first, "de")})`;
      return `${german[metric]} ${percentText(value, "de")} (Stufe 1 ab ${percentText(first, "de")})`;
    },
    why: (tier, measures) => `Zugriffsstufe ${tier}: ${measures}.`,
    gap: ({ metric, by, needed }) => {
      if (by === undefined) return `ein erstes Ergebnis bei ${german[metric]}`;
      if (metric === "minutesToContact")
        return `Erstkontakt ${numberText(by, "de")} Min. früher (nach höchstens ${numberText(needed, "de")})`;
      return `${points(by, "de")} Prozentpunkte bei ${metric === "target" ? "dem Verkaufsziel" : "den Abschlüssen"}`;
    },
    next: (tier, gaps) => `Für Stufe ${tier} fehlen: ${gaps}.`,
    reached: (tier) => `Bleibt es dabei, gilt ab Montag Stufe ${tier}.`,
  },
  en: {
    tooFew: (tier, assigned, needed) =>
      `Access tier ${tier}: ${assigned === 1 ? "1 lead" : `${assigned} leads`} so far, from ${needed} on your results decide.`,
    measure: ({ metric, value, first }) => {
      if (value === undefined) return `${english[metric]} without a result yet`;
      if (metric === "minutesToContact")
        return `${english[metric]} after ${numberText(value, "en")} min (tier 1 up to ${numberText(first, "en")})`;
      return `${english[metric]} ${percentText(value, "en")} (tier 1 from ${percentText(first, "en")})`;
    },
    why: (tier, measures) => `Access tier ${tier}: ${measures}.`,
    gap: ({ metric, by, needed }) => {
      if (by === undefined) return `a first result in ${english[metric]}`;
      if (metric === "minutesToContact")
        return `first contact ${numberText(by, "en")} min earlier (after ${numberText(needed, "en")} at most)`;
      return `${points(by, "en")} percentage points of ${english[metric]}`;
    },
    next: (tier, gaps) => `Missing for tier ${tier}: ${gaps}.`,
    reached: (tier) => `If it stays like this, tier ${tier} counts from Monday on.`,
  },
};
