import type { StarterId } from "./starter-plans.ts";

/** What a starter plan is called, and whom it is for; names of rules and reasons where the file has them otherwise. */
export interface StarterTexts {
  readonly name: string;
  readonly description: string;
  /** By the rule's id. */
  readonly rules: Readonly<Record<string, string>>;
  /** By what the file says. */
  readonly whys: Readonly<Record<string, string>>;
}

type Texts = Readonly<Record<StarterId, StarterTexts>>;

const asWritten = { rules: {}, whys: {} };

export const starterTextsEn: Texts = {
  small: {
    ...asWritten,
    name: "Small team: in turn",
    description:
      "For up to nine agents. Everybody in turn, skipping who is away or full; hot buyers go to whoever has most time.",
  },
  middle: {
    ...asWritten,
    name: "Medium-sized team: by performance too",
    description:
      "For ten to twenty agents. Owners by performance tiers A, B and C, hot buyers to the fastest, all others in turn. Give the agents their tiers first.",
  },
  large: {
    ...asWritten,
    name: "Large team: specialists and areas too",
    description:
      "For more than twenty agents. Luxury to its specialists, owners by performance tiers, buyers by area and language. Set up areas, territories, languages and the skill “luxury” first.",
  },
};

const whysDe = {
  "wants to act now": "will jetzt handeln",
  "can be called": "ist telefonisch erreichbar",
  "has a budget": "hat ein Budget",
  "has a year": "hat ein Jahr Zeit",
};
const everybodyElse = { "everybody-else": "Alle anderen reihum" };
const byPerformance = { sellers: "Eigentümer nach Leistung" };

export const starterTextsDe: Texts = {
  small: {
    name: "Kleines Team: reihum",
    description:
      "Für bis zu neun Makler. Alle reihum, wer abwesend oder ausgelastet ist, wird übersprungen; heiße Kaufinteressenten gehen an den, der am meisten Zeit hat.",
    rules: {
      sellers: "Eigentümer, die verkaufen wollen",
      hot: "Heiße Kaufinteressenten an den, der am meisten Zeit hat",
      ...everybodyElse,
    },
    whys: whysDe,
  },
  middle: {
    name: "Mittleres Team: auch nach Leistung",
    description:
      "Für zehn bis zwanzig Makler. Eigentümer nach den Leistungsstufen A, B und C, heiße Kaufinteressenten an die Schnellsten, alle anderen reihum. Geben Sie den Maklern zuerst ihre Stufen.",
    rules: {
      ...byPerformance,
      hot: "Heiße Kaufinteressenten an die Schnellsten",
      cold: "Kalte an den, der Platz hat",
      ...everybodyElse,
    },
    whys: whysDe,
  },
  large: {
    name: "Großes Team: auch Spezialisten und Gebiete",
    description:
      "Für mehr als zwanzig Makler. Luxus an die Spezialisten, Eigentümer nach Leistungsstufen, Kaufinteressenten nach Gebiet und Sprache. Legen Sie zuerst Gebiete, Zuständigkeiten, Sprachen und die Fähigkeit „luxury“ an.",
    rules: {
      luxury: "Ab 1,5 Millionen an die Spezialisten",
      ...byPerformance,
      local: "Kaufinteressenten an die, die in ihrem Gebiet arbeiten",
      language: "Wer nicht Deutsch spricht, an jemanden, der die Sprache spricht",
      ...everybodyElse,
    },
    whys: whysDe,
  },
};
