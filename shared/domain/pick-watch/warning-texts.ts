import type { Locale } from "../../schemas/primitives.ts";
import { numberText, percentText } from "../figures/number-text.ts";
import { watchBars } from "./watch-bars.ts";
import type { WatchWarning } from "./watch-warnings.ts";

/** How people and sources are called. */
export interface WatchNames {
  readonly agent: (agentId: string) => string;
  readonly source: (sourceId: string) => string;
}

/** What the sign is, and what to do about it, for a leader (E8). */
export function warningText(warning: WatchWarning, names: WatchNames, locale: Locale): string {
  return locale === "de" ? germanText(warning, names) : englishText(warning, names);
}

function germanText(warning: WatchWarning, { agent, source }: WatchNames): string {
  const n = (value: number) => numberText(value, "de");
  const p = (part: number) => percentText(part, "de");
  switch (warning.kind) {
    case "onlyHighScores":
      return `${agent(warning.agentId)} nimmt nur Leads über ${watchBars.highScore} Punkten: ${warning.claims} Leads, keiner unter ${n(warning.lowest)}. Mit einem Verhältnis (ratios) im Plan kommen andere dazu.`;
    case "neverTakesSource":
      return `${agent(warning.agentId)} nimmt nie Leads aus ${source(warning.sourceId)}: keinen von ${warning.claims}, obwohl ${p(warning.part)} der Leads im Pool von dort kommen. Fragen Sie nach dem Grund; vielleicht passen Gebiet oder Sprache nicht.`;
    case "slowContact":
      return `${agent(warning.agentId)} meldet sich nach dem Zugriff erst nach ${n(warning.minutes / 60)} Stunden (Mittel aus ${warning.claims} Leads, höchstens ${n(watchBars.lateMinutes / 60)}). Eine kürzere Kontaktfrist (contactWithin) gibt solche Leads früher weiter.`;
    case "noBetter":
      return `${agent(warning.agentId)} schließt bei selbst gewählten Leads ${p(warning.conversion)} ab (${warning.claims} Leads), alle anderen bei zugeteilten ${p(warning.others)}: Auswählen bringt hier nichts. Zuteilen ist dann gerechter.`;
    case "unclaimed":
      return `${p(warning.part)} der Leads im Pool (${warning.late} von ${warning.posted}) wollte länger als 24 Stunden niemand. Ein Zeitfenster (claimWithin) mit Vertretern oder das Wiedervorlegen (recycleAfter) bringt sie unter.`;
    case "concentrated":
      return `${warning.top} von ${warning.agents} Personen ${warning.top === 1 ? "nimmt" : "nehmen"} ${p(warning.part)} aller ${warning.claims} gewählten Leads. Niedrigere Höchstzahlen (quotas) lassen anderen mehr übrig.`;
    case "unevenQuality":
      return `Wer am meisten abschließt, bekommt deutlich bessere Leads: im Mittel ${n(warning.best)} Punkte, wer am wenigsten abschließt ${n(warning.last)}. Ein fester zugeteilter Anteil (mix) gleicht das aus.`;
    case "complaints":
      return `${warning.complaints === 1 ? "Eine Beschwerde" : `${warning.complaints} Beschwerden`} von ${warning.agents === 1 ? "einer Person" : `${warning.agents} Personen`} über die Vergabe von Leads. Lesen Sie die Begründungen (complaints) und antworten Sie, auch wenn alle anderen Zahlen gut aussehen.`;
  }
}

function englishText(warning: WatchWarning, { agent, source }: WatchNames): string {
  const n = (value: number) => numberText(value, "en");
  const p = (part: number) => percentText(part, "en");
  switch (warning.kind) {
    case "onlyHighScores":
      return `${agent(warning.agentId)} only takes leads above ${watchBars.highScore} points: ${warning.claims} leads, none below ${n(warning.lowest)}. A ratio in the plan (ratios) brings others along.`;
    case "neverTakesSource":
      return `${agent(warning.agentId)} never takes leads of ${source(warning.sourceId)}: none of ${warning.claims}, although ${p(warning.part)} of the leads in the pool come from there. Ask why; perhaps area or language do not fit.`;
    case "slowContact":
      return `${agent(warning.agentId)} makes contact ${n(warning.minutes / 60)} hours after the claim (mean of ${warning.claims} leads, at most ${n(watchBars.lateMinutes / 60)}). A shorter time to contact (contactWithin) passes such leads on earlier.`;
    case "noBetter":
      return `${agent(warning.agentId)} converts ${p(warning.conversion)} of the leads they picked (${warning.claims} leads), all others ${p(warning.others)} of those assigned to them: picking does no good here. Assigning is fairer then.`;
    case "unclaimed":
      return `${p(warning.part)} of the leads in the pool (${warning.late} of ${warning.posted}) were left there for more than 24 hours. A window with backups (claimWithin), or recycling (recycleAfter), finds somebody for them.`;
    case "concentrated":
      return `${warning.top} of ${warning.agents} people ${warning.top === 1 ? "takes" : "take"} ${p(warning.part)} of all ${warning.claims} picked leads. Lower quotas leave more to the others.`;
    case "unevenQuality":
      return `Whoever converts most gets clearly better leads: ${n(warning.best)} points on average, against ${n(warning.last)} of those who convert least. A fixed assigned part (mix) evens that out.`;
    case "complaints":
      return `${warning.complaints === 1 ? "One complaint" : `${warning.complaints} complaints`} by ${warning.agents === 1 ? "one person" : `${warning.agents} people`} about how leads are given out. Read the reasons (complaints) and answer them, even when all other figures look good.`;
  }
}
