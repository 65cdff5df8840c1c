import type { SummaryTexts } from "./summary-texts.ts";

export const summaryDe: SummaryTexts = {
  rule: (name) => `Regel „${name}“`,
  continuity: "Bekannter Kontakt",
  fallback: "Auffangregel, weil keine andere Regel jemanden fand",
  closed: "Außerhalb der Geschäftszeiten",
  nurturing: "Noch bei Marketing",
  chosen: (name, method, ticket) => {
    if (method === "owner") return `${name} betreut diese Person schon`;
    if (method === "onCall") return `${name} hat gerade Bereitschaft`;
    if (method === "agent") return `${name} ist dafür fest eingetragen`;
    if (method === "lastInArea" || (method === "area" && ticket === undefined)) {
      return `${name} hat in diesem Gebiet auch den letzten Lead bekommen`;
    }
    if (method === "area") return `${name} arbeitet in diesem Gebiet und ist an der Reihe`;
    if (method === "isa") {
      return `${name} ist mit dem Qualifizieren an der Reihe${ticket === undefined ? "" : ` (Los ${ticket})`}`;
    }
    if (method === "leastLoaded") return `${name} hat gerade die wenigsten offenen Leads`;
    if (method === "tiers")
      return `${name} ist nach den Anteilen der Stufen an der Reihe${ticket === undefined ? "" : ` (Los ${ticket})`}`;
    if (method === "fastest") {
      return `${name} ist an der Reihe; wer schneller Kontakt aufnimmt, ist öfter dran${ticket === undefined ? "" : ` (Los ${ticket})`}`;
    }
    return `${name} ist an der Reihe${ticket === undefined ? "" : ` (Los ${ticket})`}`;
  },
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
