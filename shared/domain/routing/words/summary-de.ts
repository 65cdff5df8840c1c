import { chosenDe } from "./chosen-de.ts";
import type { SummaryTexts } from "./summary-texts.ts";

export const summaryDe: SummaryTexts = {
  rule: (name) => `Regel „${name}“`,
  progressive: (name) => `Regel „${name}“, weil die Person gerade etwas getan hat`,
  continuity: {
    ...{ person: "Bekannter Kontakt", offered: "Bekannter Kontakt", account: "Bekannte Firma" },
    outbound: "Erstkontakt durch uns",
  },
  fallback: "Auffangregel, weil keine andere Regel jemanden fand",
  closed: "Außerhalb der Geschäftszeiten",
  nurturing: "Noch bei Marketing",
  chosen: chosenDe,
  shared: (names, among) => {
    if (among === 1) return `Der Lead geht nur an ${names[0]}`;
    const others = among === 2 ? "einen weiteren" : `${among - 1} weitere`;
    return names.length === 1
      ? `Der Lead geht gleichzeitig an ${names[0]} und ${others} Empfänger`
      : `Der Lead geht gleichzeitig an ${names.length} Empfänger, die an der Reihe sind: ${names.join(", ")}`;
  },
  pooled: "Der Lead liegt im Pool; wer ihn zuerst nimmt, hat ihn",
  toPick: "Der Lead liegt zum Aussuchen bereit; wer ihn nimmt, hat ihn sofort und meldet sich bald bei der Person",
  queued: "Gerade kann niemand den Lead nehmen; er wird vergeben, sobald jemand frei ist",
  held: "Der Lead wartet, bis geöffnet ist, und wird dann in der Reihenfolge des Eingangs vergeben",
  notYet: "Der Lead hat noch nicht genug Punkte für die Übergabe an den Vertrieb",
  reasons: {
    away: "ist abwesend",
    paused: "macht Pause",
    inactive: "ist nicht mehr aktiv",
    capacity: "hat keinen Platz mehr",
    hours: "ist außerhalb der Arbeitszeit",
    skill: "hat nicht die passende Spezialisierung",
    language: "spricht die Sprache nicht",
    territory: "arbeitet in einem anderen Gebiet",
    declined: "wurde schon gefragt",
    timedOut: "hat nicht rechtzeitig geantwortet",
    tier: "ist in einer anderen Stufe",
    quota: "hat das Tageslimit erreicht",
    suspended: "ist gesperrt",
    probation: "ist in der Probezeit",
    control: "gehört zur Vergleichsgruppe",
    unfit: "nimmt solche Leads nicht",
  },
};
