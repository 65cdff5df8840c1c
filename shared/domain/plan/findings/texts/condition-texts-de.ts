import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";
import { impossibleDe, valuesDe } from "./impossible-texts-de.ts";

export const conditionTextsDe = {
  unknownField: ({ field, only, meant }) => {
    if (only !== undefined)
      return [`Nach ${field} können ${placesDe[only]} fragen, aber nicht diese Bedingung.`, fixesDe[only]];
    return [
      `Leads haben kein Feld ${field}.`,
      meant === undefined
        ? "Berichtigen Sie den Namen; eigene Felder stehen unter custom."
        : `Meinten Sie ${meant}? Eigene Felder stehen unter custom.`,
    ];
  },
  neverMatches: ({ field, because }) =>
    impossibleDe(field, because) ?? [
      `Kein Lead kann passen: Die Bedingungen zu ${field} widersprechen sich.`,
      "Prüfen Sie die Grenzen, oder nehmen Sie „any“ statt „all“.",
    ],
  neverReached: ({ by }) => [
    `Diese Regel wird nie erreicht: „${by}“ davor nimmt alle ihre Leads.`,
    "Schieben Sie sie nach oben, fassen Sie die Bedingung der früheren enger, oder lassen Sie diese an die nächste überlaufen.",
  ],
  reachedOnOverflow: ({ by }) => [
    `Diese Regel wird nicht erreicht, solange bei „${by}“ jemand den Lead nehmen kann.`,
    "Schieben Sie sie nach oben, wenn ihre Leads nicht zuerst dorthin sollen.",
  ],
  nobodyHandedOver: ({ most }) => [
    `Kein Lead wird je an den Vertrieb übergeben: Mehr als ${most} Punkte kann keiner bekommen.`,
    "Senken Sie scoring.handoverAt, oder geben Sie mehr Punkte.",
  ],
  everybodyHandedOver: ({ least }) => [
    `Jeder Lead wird sofort übergeben: Keiner hat weniger als ${least} Punkte.`,
    "Erhöhen Sie scoring.handoverAt, oder lassen Sie es weg.",
  ],
  neverHot: ({ most }) => [
    `Kein Lead ist nach Punkten heiß: Mehr als ${most} Punkte kann keiner bekommen.`,
    "Senken Sie scoring.hot, oder geben Sie mehr Punkte.",
  ],
  unknownArea: ({ id }) => [`Das Gebiet ${id} gibt es nicht.`, "Legen Sie es an oder berichtigen Sie die Bedingung."],
  unknownSource: ({ id }) => [
    `Die Quelle ${id} gibt es nicht.`,
    "Legen Sie sie an oder berichtigen Sie die Bedingung.",
  ],
  unknownSkill: ({ id }) => [
    `Niemand hat die Spezialisierung ${id}.`,
    "Tragen Sie sie bei den Maklern ein oder berichtigen Sie die Schreibweise.",
  ],
  neverHolds: ({ field, because }) =>
    impossibleDe(field, because, "Dieser Teil trifft nie zu") ?? [
      "Dieser Teil trifft nie zu.",
      "Berichtigen Sie ihn, oder lassen Sie ihn weg.",
    ],
  unknownValue: ({ field, value, has, excludes, meant }) => [
    `${field} ist nie „${value}“${excludes ? ": Damit wird nichts ausgeschlossen" : ""}.`,
    valuesDe(field, { has, meant }),
  ],
  alwaysMatches: () => [
    "Diese Bedingung trifft auf jeden Lead zu.",
    "Lassen Sie „when“ weg, wenn das gewollt ist; um mehreres zugleich auszuschließen, nehmen Sie „nin“, oder „all“ statt „any“.",
  ],
  scoreOutOfReach: ({ least, most }) => [
    least === most
      ? `So viele Punkte hat kein Lead: Jeder bekommt dieselben ${most}.`
      : `So viele Punkte hat kein Lead: Es gibt ${least} bis ${most}.`,
    "Ändern Sie die Grenze, oder geben Sie unter scoring.rules mehr Punkte.",
  ],
  codeWithoutZero: ({ codes }) => [
    `Deutsche Postleitzahlen haben fünf Ziffern: Bei ${few(codes)} fehlt die Null am Anfang.`,
    `Schreiben Sie ${few(codes.map((code) => `"0${code}"`))}; für ein anderes Land fragen Sie auch nach country.`,
  ],
  strangeCodes: ({ codes }) => [
    `Kein deutscher Ort hat eine Postleitzahl wie ${few(codes)}.`,
    "Prüfen Sie die Schreibweise; nur Postfächer und einzelne Firmen haben Postleitzahlen, die wir nicht kennen.",
  ],
  phoneForm: ({ field }) => [
    `${field} steht in internationaler Form da, nichts beginnt also so.`,
    "Beginnen Sie mit + und der Landesvorwahl: „+4930“ für Berlin.",
  ],
  largeAmount: ({ field, amount }) => [
    `${field} wird mit ${amount.toLocaleString("de")} verglichen: Beträge zählen in ganzen Einheiten, nicht in Cent.`,
    `Waren Cent gemeint, schreiben Sie ${(amount / 100).toLocaleString("en", { useGrouping: false })}.`,
  ],
} satisfies Partial<FindingTexts>;

const placesDe = { rules: "Regeln", scoring: "Bedingungen für Punkte", progressive: "progressive Regeln" } as const;
const fixesDe = {
  rules: "Fragen Sie in einer Regel danach.",
  scoring: "Geben Sie dafür unter scoring.rules Punkte, und fragen Sie hier nach score.",
  progressive: "Machen Sie daraus eine progressive Regel: Nur dort ist bekannt, was die Person gerade getan hat.",
} as const;
