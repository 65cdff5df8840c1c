import type { Locale } from "../../schemas/primitives.ts";
import { percentText } from "../figures/number-text.ts";
import { levelText } from "./level-text.ts";
import type { TierPath } from "./tier-path.ts";

/**
 * An agent's way through the tiers in words (C4): where it stands, which number of leads is for what, and what comes next.
 * `until`: the day a newcomer's first time is over, as people write it.
 */
export function pathText(path: TierPath, locale: Locale, until?: string): string {
  const { place, level, leads } = path;
  const texts = locale === "de" ? german : english;
  if (place === "newcomer") {
    const { assigned = 0, needed = 0 } = path.newcomer ?? {};
    return [texts.newcomer(assigned, needed, until), texts.later(leads.needed)].join(" ");
  }
  if (level === undefined) return texts.tooFew(place, leads.assigned, leads.needed);
  const { next, hold } = path;
  return [
    texts.here(place, levelText({ level, conversion: path.conversion }, [next?.bar, hold?.bar], locale)),
    ...(next ? [texts.next(next.tier, percentText(next.bar, locale), next.reviews.done, next.reviews.needed)] : []),
    ...(hold && hold.missing > 0
      ? [texts.below(percentText(hold.bar, locale), hold.reviews.done, hold.reviews.needed)]
      : []),
    ...(hold && hold.missing === 0 && !next ? [texts.stay(percentText(hold.bar, locale))] : []),
  ].join(" ");
}

interface PathTexts {
  readonly newcomer: (assigned: number, needed: number, until?: string) => string;
  readonly later: (leads: number) => string;
  readonly tooFew: (tier: string, assigned: number, needed: number) => string;
  readonly here: (tier: string, level: string) => string;
  readonly next: (tier: string, bar: string, done: number, needed: number) => string;
  readonly below: (bar: string, done: number, needed: number) => string;
  readonly stay: (bar: string) => string;
}

const german: PathTexts = {
  newcomer: (assigned, needed, until) =>
    `Sie sind noch neu. In die Stufen kommen Sie ${until ? `ab dem ${until} und ` : ""}ab ${needed} zugeteilten Leads insgesamt; bisher sind es ${assigned}.`,
  later: (leads) => `Danach zählt Ihre Abschlussquote, sobald Sie in 90 Tagen ${leads} Leads hatten.`,
  tooFew: (tier, assigned, needed) =>
    `Sie sind in Stufe ${tier}. Ihre Abschlussquote zählt ab ${needed} Leads in 90 Tagen; bisher sind es ${assigned}.`,
  here: (tier, level) => `Sie sind in Stufe ${tier}; von Ihren Leads schließen Sie ${level} ab.`,
  next: (tier, bar, done, needed) => `Für Stufe ${tier} braucht es ${bar}${inARow("de", done, needed)}.`,
  below: (bar, done, needed) => `Unter ${bar}${inARow("de", done, needed)} geht es eine Stufe hinunter.`,
  stay: (bar) => `Sie bleiben darin mit mindestens ${bar}.`,
};

const english: PathTexts = {
  newcomer: (assigned, needed, until) =>
    `You are new here. You enter the tiers ${until ? `from ${until} on and ` : ""}with ${needed} assigned leads in all; so far there are ${assigned}.`,
  later: (leads) => `From then on your conversion counts, as soon as you had ${leads} leads in 90 days.`,
  tooFew: (tier, assigned, needed) =>
    `You are in tier ${tier}. Your conversion counts from ${needed} leads in 90 days on; so far there are ${assigned}.`,
  here: (tier, level) => `You are in tier ${tier}; of your leads you convert ${level}.`,
  next: (tier, bar, done, needed) => `Tier ${tier} takes ${bar}${inARow("en", done, needed)}.`,
  below: (bar, done, needed) => `Below ${bar}${inARow("en", done, needed)} you move down one tier.`,
  stay: (bar) => `You stay there with at least ${bar}.`,
};

/** How many quarterly reviews must agree; one needs no words. */
function inARow(locale: Locale, done: number, needed: number): string {
  if (needed === 1) return locale === "de" ? " bei der Überprüfung zum Quartalsende" : " at the quarter's review";
  return locale === "de"
    ? ` bei ${needed} Quartalsüberprüfungen in Folge (bisher ${done})`
    : ` at ${needed} quarterly reviews in a row (${done} so far)`;
}
