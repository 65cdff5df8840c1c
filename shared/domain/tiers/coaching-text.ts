import type { Locale } from "../../schemas/primitives.ts";
import { numberText, percentText } from "../figures/number-text.ts";
import type { Coaching, CoachingPoint } from "./coaching.ts";
import { levelText, placesBeside } from "./level-text.ts";

/** The coaching note in words: how far the bar is, and what to do first. */
export function coachingText(coaching: Coaching, locale: Locale): string {
  const { aim, keeps, level, conversion, bar, assigned, deals, points } = coaching;
  const [reached, asked, missing] = [
    levelText({ level, conversion }, [bar], locale),
    percentText(bar, locale),
    numberText((bar - level) * 100, locale, placesBeside(level, [bar])),
  ];
  const advice = points.map((point) => adviceOn(point, aim, locale));
  if (locale === "de") {
    const won = deals === 1 ? "ist das ein Abschluss" : `sind das ${deals} Abschlüsse`;
    const goal = keeps ? `Um in Stufe ${aim} zu bleiben, fehlen` : `Für Stufe ${aim} fehlen`;
    const way = `${goal} ${missing} Prozentpunkte: Sie schließen ${reached} ab, verlangt sind ${asked}. Bei ${assigned} Leads ${won} mehr.`;
    return [way, ...(advice.length > 0 ? advice : onlyDeals(coaching, german))].join(" ");
  }
  const won = deals === 1 ? "one deal" : `${deals} deals`;
  const goal = keeps ? `To stay in tier ${aim}` : `For tier ${aim}`;
  const way = `${goal} ${missing} percentage points are missing: you convert ${reached}, it takes ${asked}. With ${assigned} leads that is ${won} more.`;
  return [way, ...(advice.length > 0 ? advice : onlyDeals(coaching, english))].join(" ");
}

const german = [
  "Tempo und Termine stimmen; es fehlt der letzte Schritt.",
  "Gehen Sie mit Ihrer Leitung die letzten verlorenen Leads durch.",
];
const english = [
  "Speed and appointments are fine; the last step is missing.",
  "Go through the leads you lost last with your leader.",
];

/** With nobody to hold speed and appointments against, nothing is said of them. */
function onlyDeals({ compared }: Coaching, texts: readonly string[]): readonly string[] {
  return compared.includes("minutesToContact") && compared.includes("appointmentRate") ? texts : texts.slice(1);
}

function adviceOn({ metric, value, usual }: CoachingPoint, aim: string, locale: Locale): string {
  const inGerman = locale === "de";
  switch (metric) {
    case "minutesToContact":
      return inGerman
        ? `Melden Sie sich schneller: bisher im Mittel nach ${numberText(value, locale)} Min., in Stufe ${aim} nach ${numberText(usual, locale)}. Nehmen Sie nur an, wenn Sie gleich anrufen können, und pausieren Sie sonst.`
        : `Make contact sooner: after ${numberText(value, locale)} min on average so far, ${numberText(usual, locale)} in tier ${aim}. Accept only when you can call at once, and pause otherwise.`;
    case "appointmentRate":
      return inGerman
        ? `Machen Sie mehr Termine: bisher bei ${percentText(value, locale)} der Leads, in Stufe ${aim} bei ${percentText(usual, locale)}. Schlagen Sie im ersten Gespräch gleich zwei Zeiten vor.`
        : `Make more appointments: with ${percentText(value, locale)} of the leads so far, ${percentText(usual, locale)} in tier ${aim}. Offer two times in the very first talk.`;
    case "averageDeal":
      return inGerman
        ? `Ihre Abschlüsse sind im Mittel ${numberText(value, locale, 0)} wert, in Stufe ${aim} ${numberText(usual, locale, 0)}. Klären Sie Budget und Wunsch früh, und fragen Sie Ihre Leitung nach passenden Objekten.`
        : `Your deals are worth ${numberText(value, locale, 0)} on average, ${numberText(usual, locale, 0)} in tier ${aim}. Settle budget and wishes early, and ask your leader for fitting offers.`;
  }
}
