import type { Locale } from "../../schemas/primitives.ts";
import type { TierName, TierProposal } from "../../schemas/tier.ts";
import { percentText } from "../figures/number-text.ts";

interface Told {
  readonly subject: string;
  readonly text: string;
}
type About = Pick<TierProposal, "from" | "to" | "kind" | "level" | "bar" | "reviews">;

/** To the leaders: somebody should change the tier; a manager decides (C4). */
export function tierProposedText(name: string, about: About, locale: Locale): Told {
  const { from, to, bar, level, reviews } = about;
  const [reached, asked] = [percentText(level, locale), percentText(bar, locale)];
  if (locale === "de") {
    return {
      subject: `Stufe von ${name}: ${from ?? "neu"} → ${to}`,
      text: `${name} kommt auf ${reached} Abschlüsse (Maßstab ${asked}, ${reviews === 1 ? "bei einer Überprüfung" : `bei ${reviews} Überprüfungen in Folge`}). Vorschlag: Stufe ${to}. Ein Manager bestätigt das oder lehnt es ab.`,
    };
  }
  return {
    subject: `Tier of ${name}: ${from ?? "new"} → ${to}`,
    text: `${name} converts ${reached} (bar ${asked}, ${reviews === 1 ? "at one review" : `at ${reviews} reviews in a row`}). Proposed: tier ${to}. A manager confirms or refuses it.`,
  };
}

/** To the agent, at a review: how far the bar is, and what helps (C4). `note`: the coaching note in words. */
export function coachingNoteText(aim: TierName, note: string, locale: Locale): Told {
  return {
    subject: locale === "de" ? `So kommen Sie auf Stufe ${aim}` : `How to reach tier ${aim}`,
    text: note,
  };
}

/**
 * To the agent: the tier has changed, and what that is for; who moved down is offered help, not only told (C4). `note`: the
 * coaching note in words, if there is one.
 */
export function tierChangedText({ to, kind, level, bar }: About, locale: Locale, note?: string): Told {
  const [reached, asked] = [percentText(level, locale), percentText(bar, locale)];
  if (locale === "de") {
    const help = note ?? "Was fehlt, steht in Ihrem Profil; sprechen Sie mit Ihrer Leitung, was hilft.";
    const next = kind === "demotion" ? ` ${help}` : "";
    const hello = kind === "promotion" ? "Glückwunsch! " : "";
    return {
      subject: `Ihre Stufe: ${to}`,
      text: `${hello}Sie sind jetzt in Stufe ${to}: ${reached} Abschlüsse, Maßstab ${asked}.${next}`,
    };
  }
  const help = note ?? "Your profile says what is missing; talk to your leader about what helps.";
  const next = kind === "demotion" ? ` ${help}` : "";
  const hello = kind === "promotion" ? "Congratulations! " : "";
  return {
    subject: `Your tier: ${to}`,
    text: `${hello}You are in tier ${to} now: ${reached} converted, the bar is ${asked}.${next}`,
  };
}
