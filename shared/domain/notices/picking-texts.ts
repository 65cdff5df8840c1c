import type { Locale } from "../../schemas/primitives.ts";
import { percentText } from "../figures/number-text.ts";
import type { Acceptance, Suspension } from "../guard-rails/acceptance.ts";
import type { AccessTier } from "../guard-rails/access-tier.ts";
import { localTime } from "../time/local-time.ts";

interface Told {
  readonly subject: string;
  readonly text: string;
}

interface Suspended {
  readonly acceptance: Acceptance;
  /** What the plan asks for, 0–1. */
  readonly minimum: number;
  readonly suspension: Suspension;
  readonly zone: string;
}

const until = ({ suspension, zone }: Suspended, locale: Locale): string =>
  localTime(suspension.until, suspension.from, zone, locale);

/** To the agent: no picking for a while, why, and what helps (E4). */
export function acceptanceSuspendedText(about: Suspended, locale: Locale): Told {
  const {
    acceptance: { accepted, answered, rate },
    minimum,
  } = about;
  const [had, asked, end] = [percentText(rate, locale, 0), percentText(minimum, locale, 0), until(about, locale)];
  if (locale === "de") {
    return {
      subject: "Kein Aussuchen von Leads für eine Weile",
      text: `Bis ${end} können Sie keine Leads aussuchen: In den letzten sieben Tagen haben Sie ${accepted} von ${answered} angebotenen Leads angenommen (${had}, mindestens ${asked}). Zugeteilte bekommen Sie weiter; wenn Sie diese annehmen, geht es danach wie gewohnt weiter. Sind Sie nicht da, tragen Sie es als Abwesenheit ein: dann kommen keine Angebote.`,
    };
  }
  return {
    subject: "No picking of leads for a while",
    text: `You cannot pick leads until ${end}: in the last seven days you accepted ${accepted} of ${answered} offered leads (${had}, at least ${asked}). Leads are still assigned to you; accept these, and all is as usual afterwards. When you are away, enter it as time off: then there are no offers.`,
  };
}

/** To the leaders of the team: who, why, and until when (E4). */
export function agentSuspendedText(name: string, about: Suspended, locale: Locale): Told {
  const {
    acceptance: { accepted, answered, rate },
    minimum,
  } = about;
  const [had, asked, end] = [percentText(rate, locale, 0), percentText(minimum, locale, 0), until(about, locale)];
  if (locale === "de") {
    return {
      subject: `${name} kann vorerst keine Leads aussuchen`,
      text: `${name} hat in den letzten sieben Tagen ${accepted} von ${answered} angebotenen Leads angenommen (${had}, mindestens ${asked}) und kann bis ${end} keine aussuchen. Bitte sprechen Sie darüber, woran es liegt.`,
    };
  }
  return {
    subject: `${name} cannot pick leads for now`,
    text: `${name} accepted ${accepted} of ${answered} offered leads in the last seven days (${had}, at least ${asked}) and cannot pick any until ${end}. Please talk about what is in the way.`,
  };
}

/** To the agent: picks earlier or later than in the week before, and why (E5). `why`: the access in words. */
export function accessChangedText(from: AccessTier, to: AccessTier, why: string, locale: Locale): Told {
  if (locale === "de") {
    const how = to < from ? "früher" : "später";
    return {
      subject: `Zugriff auf Leads: jetzt Stufe ${to}`,
      text: `Sie können Leads ab heute ${how} aussuchen. ${why}`,
    };
  }
  const how = to < from ? "earlier" : "later";
  return { subject: `Access to leads: tier ${to} now`, text: `From today on you can pick leads ${how}. ${why}` };
}
