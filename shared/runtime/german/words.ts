import { type BilingualText, type PlaceholderWords, type Translation, translationBy } from "./bilingual-text.ts";

/** Kinds of values: English, German nominative and accusative. */
const kinds: readonly (readonly [string, string, string])[] = [
  ["string", "ein Text", "einen Text"],
  ["number", "eine Zahl", "eine Zahl"],
  ["whole number", "eine ganze Zahl", "eine ganze Zahl"],
  ["boolean", "true oder false", "true oder false"],
  ["array", "eine Liste", "eine Liste"],
  ["tuple", "eine Liste", "eine Liste"],
  ["object", "ein Objekt", "ein Objekt"],
  ["record", "ein Objekt", "ein Objekt"],
  ["null", "null", "null"],
  ["undefined", "undefined", "undefined"],
  ["NaN", "keine Zahl", "keine Zahl"],
];

const units = {
  ...{ character: "Zeichen", characters: "Zeichen" },
  ...{ item: "Eintrag", items: "Einträge" },
  ...{ key: "Feld", keys: "Felder" },
};

/** In the accusative: "den Makler anna gibt es nicht". */
const things = {
  agent: "den Makler",
  team: "das Team",
  area: "das Gebiet",
  source: "die Quelle",
  buyer: "den Abnehmer",
  lead: "den Lead",
  plan: "den Plan",
  "plan version": "die Fassung des Plans",
  "postal code": "die Postleitzahl",
  proposal: "den Vorschlag",
  "time off": "die Abwesenheit",
  form: "das Formular",
  link: "den Link",
  route: "die Adresse",
};

/** What still needs something, one after the other. */
const uses: readonly BilingualText[] = [
  ["rule {}", "Regel {}"],
  ["the plan's {}", "{} im Plan"],
  ["team {} (leader or deputy)", "Team {} (Leitung oder Vertretung)"],
  ["backup of {}", "Vertretung von {}"],
  ["team of {}", "Team von {}"],
  ["territory of {}", "Gebiet von {}"],
  ["filter of buyer {}", "Filter des Abnehmers {}"],
  ["defaults.{} of source {}", "defaults.{} der Quelle {}"],
  ["open leads {} and more", "offene Leads {} und weitere"],
  ["open leads {}", "offene Leads {}"],
  ["{} open leads such as {}", "{} offene Leads, zum Beispiel {}"],
];
const germanUse = translationBy(uses, {});

const lookUp = (entries: Iterable<readonly [string, string]>): Translation => {
  const words = new Map(entries);
  return (english) => words.get(english.replace(/^an? /, ""));
};

/** Words that stand in a placeholder, by its name. */
export const words: PlaceholderWords = {
  kind: lookUp(kinds.map(([english, german]) => [english, german])),
  what: lookUp(kinds.map(([english, , accusative]) => [english, accusative])),
  unit: lookUp(Object.entries(units)),
  thing: lookUp(Object.entries(things)),
  Thing: lookUp(Object.entries(things).map(([name, german]) => [name, german[0]?.toUpperCase() + german.slice(1)])),
  uses: (english) =>
    english
      .split("; ")
      .map((use) => germanUse(use) ?? use)
      .join("; "),
};
