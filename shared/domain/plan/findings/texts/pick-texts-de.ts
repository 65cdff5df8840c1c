import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";

const metrics = {
  conversion: "Abschlussquote",
  minutesToContact: "Minuten bis zum Erstkontakt",
  target: "Verkaufsziel",
} as const;
const delay = (given: string): string => (given === "assignedOnly" ? "nie" : `nach ${given}`);

export const pickTextsDe = {
  usualGuardRails: () => [
    "Zum Aussuchen gelten die üblichen Leitplanken: 10 Leads am Tag, 3 in einer Stunde, nach 2 heißen ein anderer, Kontakt in 2 Stunden.",
    "Tragen Sie unter cherryPick ein, was bei Ihnen gelten soll; „cherryPick: {}“ bestätigt die üblichen.",
  ],
  guardRailsUnused: () => [
    "Diese Leitplanken gelten für keinen Lead: Keine Regel lässt Leads aussuchen.",
    "Geben Sie einer Regel die Methode cherryPick, oder lassen Sie den Block weg.",
  ],
  pickWithoutWindow: () => [
    "Nimmt niemand den Lead, wird auch niemand gefragt: Er bleibt liegen.",
    "Setzen Sie claimWithin, etwa „PT2H“, und unter then oder managerId, wer ihn danach bekommt.",
  ],
  pickWithoutScores: () => [
    "Alle Leads haben gleich viele Punkte: In der Liste sieht man nicht, welche sich lohnen.",
    "Geben Sie unter scoring.rules Punkte; sind Ihre Leads wirklich alle gleich gut, verteilen Sie besser reihum.",
  ],
  tooFewToPick: ({ count }) => [
    `Hier ${count === 1 ? "sucht nur eine Person" : `suchen nur ${count} Personen`} Leads aus: Was sie nicht wollen, nimmt niemand.`,
    "Verteilen Sie unter 6 Personen besser reihum (roundRobin).",
  ],
  newcomersPick: ({ ids }) => [
    `Noch in der Einarbeitung: ${few(ids)}. Wer neu ist, kann schlecht einschätzen, welcher Lead passt.`,
    "Nehmen Sie sie aus dem pool der Regel und geben Sie ihnen Leads der Reihe nach, bis die Einarbeitung vorbei ist.",
  ],
  accessBarsWrongWay: ({ metric, first, third }) => [
    `${metrics[metric]}: Für die erste Stufe genügt ${first}, und wer ${metric === "minutesToContact" ? "über" : "unter"} ${third} liegt, ist in der dritten. Die zweite gibt es so nicht.`,
    `Setzen Sie first.${metric} ${metric === "minutesToContact" ? "unter" : "über"} third.${metric}; vielleicht sind die beiden nur vertauscht.`,
  ],
  accessDelaysWrongWay: ({ second, last }) => [
    `Die zweite Stufe darf später aussuchen (${delay(second)}) als die dritte (${delay(last)}): Wer besser ist, kommt danach.`,
    "Setzen Sie second kürzer als last, etwa „PT15M“ und „PT1H“; vielleicht sind die beiden nur vertauscht.",
  ],
  idleQuota: ({ idle, most, by, counts }) => [
    `${idle}: ${most} wird nie erreicht, denn ${by} lässt nur ${counts} zu.`,
    `Senken Sie ${idle} auf höchstens ${counts}, setzen Sie ${by} auf mindestens ${most}, oder schalten Sie ${idle} mit false ab.`,
  ],
} satisfies Partial<FindingTexts>;
