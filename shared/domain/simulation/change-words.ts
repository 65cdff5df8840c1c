import type { Locale } from "../../schemas/primitives.ts";
import type { ChangedLead } from "./changed-hands.ts";

/** Rule names by id, in each of the two plans. */
export interface RuleNames {
  readonly from: (ruleId: string) => string;
  readonly to: (ruleId: string) => string;
}

interface ChangeTexts {
  readonly temperature: (from: string, to: string) => string;
  readonly score: (from: number, to: number) => string;
  readonly rule: (from: string, to: string) => string;
  readonly waits: (waits: boolean) => string;
  readonly turn: (rule: string) => string;
}

const de: ChangeTexts = {
  temperature: (from, to) => `Der Lead gilt als ${heat.de[to] ?? to} statt ${heat.de[from] ?? from}.`,
  score: (from, to) => `Der Lead hat ${to} statt ${from} Punkte.`,
  rule: (from, to) => `Regel „${to}“ statt „${from}“.`,
  waits: (waits) => (waits ? "Gerade kann niemand den Lead nehmen." : "Jetzt kann jemand den Lead nehmen."),
  turn: (rule) => `Dieselbe Regel („${rule}“), aber jemand anderes ist an der Reihe.`,
};

const en: ChangeTexts = {
  temperature: (from, to) => `The lead counts as ${to} instead of ${from}.`,
  score: (from, to) => `The lead has ${to} points instead of ${from}.`,
  rule: (from, to) => `Rule “${to}” instead of “${from}”.`,
  waits: (waits) => (waits ? "Nobody can take the lead at that moment." : "Now somebody can take the lead."),
  turn: (rule) => `The same rule (“${rule}”), but it is somebody else's turn.`,
};

const heat: Readonly<Record<"de", Readonly<Record<string, string>>>> = {
  de: { hot: "heiß", warm: "warm", cold: "kalt" },
};
const none = "–";

/** Why a lead went elsewhere, in one sentence of the reader's language (F9). */
export function changeWords({ why, from, to }: ChangedLead, names: RuleNames, locale: Locale): string {
  const texts = locale === "de" ? de : en;
  switch (why) {
    case "temperature":
      return texts.temperature(from.temperature, to.temperature);
    case "score":
      return texts.score(from.score, to.score);
    case "rule":
      return texts.rule(
        from.ruleId === undefined ? none : names.from(from.ruleId),
        to.ruleId === undefined ? none : names.to(to.ruleId),
      );
    case "waits":
      return texts.waits(to.outcome === "waiting");
    case "turn":
      return texts.turn(to.ruleId === undefined ? none : names.to(to.ruleId));
    default:
      return why satisfies never;
  }
}
