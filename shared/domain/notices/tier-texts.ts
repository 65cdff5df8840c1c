import type { Locale } from "../../schemas/primitives.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import { percentText } from "../figures/number-text.ts";
import type { Coaching } from "../tiers/coaching.ts";
import { levelText } from "../tiers/level-text.ts";

interface Told {
  readonly subject: string;
  readonly text: string;
}
type About = Pick<TierProposal, "from" | "to" | "kind" | "level" | "bar" | "reviews" | "figures" | "decided">;

/** To the leaders and to those who decide: somebody should change the tier (C4). */
export function tierProposedText(name: string, about: About, locale: Locale): Told {
  const { to } = about;
  return locale === "de"
    ? told(name, about, locale, `Vorschlag: Stufe ${to}. Ein Manager bestätigt das oder lehnt es ab.`)
    : told(name, about, locale, `Proposed: tier ${to}. A manager confirms or refuses it.`);
}

/** To the leaders: the plan has changed somebody's tier by itself (C4). */
export function tierSetText(name: string, about: About, locale: Locale): Told {
  const { to } = about;
  return locale === "de"
    ? told(name, about, locale, `Ab jetzt Stufe ${to}, wie es der Verteilungsplan vorsieht.`)
    : told(name, about, locale, `Tier ${to} from now on, as the plan provides.`);
}

function told(name: string, { from, to, bar, level, reviews, figures }: About, locale: Locale, then: string): Told {
  const [reached, asked] = [
    levelText({ level, conversion: figures.conversion }, [bar], locale),
    percentText(bar, locale),
  ];
  if (locale === "de") {
    const often = reviews === 1 ? "bei einer Überprüfung" : `bei ${reviews} Überprüfungen in Folge`;
    return {
      subject: `Stufe von ${name}: ${from ?? "neu"} → ${to}`,
      text: `${name}: Abschlüsse ${reached}, Maßstab ${asked}, ${often}. ${then}`,
    };
  }
  const often = reviews === 1 ? "at one review" : `at ${reviews} reviews in a row`;
  return {
    subject: `Tier of ${name}: ${from ?? "new"} → ${to}`,
    text: `${name}: conversion ${reached}, bar ${asked}, ${often}. ${then}`,
  };
}

/** To the agent, at a review: how far the bar is, and what helps (C4). `note`: the coaching note in words. */
export function coachingNoteText({ aim, keeps }: Pick<Coaching, "aim" | "keeps">, note: string, locale: Locale): Told {
  const german = keeps ? `So bleiben Sie in Stufe ${aim}` : `So kommen Sie auf Stufe ${aim}`;
  const english = keeps ? `How to stay in tier ${aim}` : `How to reach tier ${aim}`;
  return { subject: locale === "de" ? german : english, text: note };
}

/**
 * To the agent: the tier has changed, what that is for and why the manager says so; who moved down is offered help, not only
 * told (C4). `note`: the coaching note in words, if there is one.
 */
export function tierChangedText(about: About, locale: Locale, note?: string): Told {
  const { to, kind, level, bar, figures, decided } = about;
  const [reached, asked] = [
    levelText({ level, conversion: figures.conversion }, [bar], locale),
    percentText(bar, locale),
  ];
  const words = texts[locale];
  return {
    subject: words.subject(to),
    text: [
      ...(kind === "promotion" ? [words.hello] : []),
      words.now(to, reached, asked),
      ...(decided?.reason === undefined ? [] : [words.because(decided.reason)]),
      ...(kind === "demotion" ? [note ?? words.help] : []),
    ].join(" "),
  };
}

const texts = {
  de: {
    subject: (to: string) => `Ihre Stufe: ${to}`,
    hello: "Glückwunsch!",
    now: (to: string, reached: string, asked: string) =>
      `Sie sind jetzt in Stufe ${to}: Abschlüsse ${reached}, Maßstab ${asked}.`,
    because: (reason: string) => `Begründung: „${reason}“.`,
    help: "Was fehlt, steht in Ihrem Profil; sprechen Sie mit Ihrer Leitung, was hilft.",
  },
  en: {
    subject: (to: string) => `Your tier: ${to}`,
    hello: "Congratulations!",
    now: (to: string, reached: string, asked: string) =>
      `You are in tier ${to} now: conversion ${reached}, the bar is ${asked}.`,
    because: (reason: string) => `Reason: “${reason}”.`,
    help: "Your profile says what is missing; talk to your leader about what helps.",
  },
} as const;
