import type { FindingTexts } from "../finding-texts.ts";
import { poolGapDe } from "./pool-gap-texts.ts";

export const teamTextsDe = {
  unknownAgent: ({ id }) => [`Den Makler ${id} gibt es nicht.`, "Legen Sie ihn an oder nennen Sie einen anderen."],
  unknownTeam: ({ id }) => [`Das Team ${id} gibt es nicht.`, "Legen Sie es an oder nennen Sie ein anderes."],
  unknownBuyer: ({ id }) => [`Es gibt keinen Abnehmer ${id}.`, "Legen Sie ihn an oder nehmen Sie ihn aus der Regel."],
  unknownTerritory: ({ agentId, id }) => [
    `${agentId} arbeitet in einem Gebiet, das es nicht gibt: ${id}.`,
    "Legen Sie das Gebiet an oder berichtigen Sie die Gebiete des Maklers.",
  ],
  unknownBackup: ({ agentId, id }) => [
    `${agentId} hat eine Vertretung, die es nicht gibt: ${id}.`,
    "Nennen Sie eine andere Vertretung.",
  ],
  noLeader: ({ id }) => [
    `Das Team ${id} hat keine Leitung: Niemand erfährt, wenn ein Lead zu lange wartet.`,
    "Geben Sie dem Team eine Leitung.",
  ],
  inactiveAgent: ({ id }) => [
    `${id} ist nicht aktiv und bekommt keine Leads.`,
    "Aktivieren Sie ihn oder nennen Sie einen anderen.",
  ],
  emptyPool: ({ because }) =>
    because
      ? poolGapDe(because)
      : ["In dieser Gruppe ist niemand.", "Prüfen Sie Team, Spezialisierung, Stufe und Gebiete."],
  onePool: () => [
    "In dieser Gruppe ist nur einer, es gibt also keine Rotation.",
    "Nehmen Sie einen zweiten Makler hinzu.",
  ],
  nobodyInTier: () => [
    "In diesem Kreis hat noch niemand eine Stufe: Alle gelten als neu und bekommen gleich viel.",
    "Geben Sie den Personen ihre Stufe (tier), oder nutzen Sie roundRobin bis zur ersten Überprüfung.",
  ],
  noSpeedKnown: ({ count }) => [
    "Noch ist von niemandem bekannt, wie schnell Kontakt aufgenommen wird: Alle in diesem Kreis bekommen gleich viel.",
    `Es zählt ab ${count} Kontakten in 90 Tagen, gemessen einmal am Tag; bis dahin geht es reihum.`,
  ],
  ownBackup: ({ id }) => [`${id} ist als eigene Vertretung eingetragen.`, "Nennen Sie jemand anderen."],
  backupsInCircle: ({ ids }) => [
    `${ids.join(", ")} vertreten nur einander: Fehlen sie gemeinsam, übernimmt niemand.`,
    "Geben Sie einem von ihnen eine Vertretung von außen.",
  ],
  weightTooSmall: ({ id }) => [
    `Das Gewicht von ${id} wird aufgerundet: Es ist weniger als eines von zehntausend Losen.`,
    "Geben Sie ein größeres Gewicht ein, oder lassen Sie den Makler pausieren.",
  ],
  nobodyAtWork: ({ count }) => [
    count === 1
      ? "Die einzige Person in dieser Gruppe macht gerade Pause oder ist abwesend."
      : `Alle ${count} in dieser Gruppe machen gerade Pause oder sind abwesend.`,
    "Nehmen Sie jemanden hinzu, der da ist, oder lassen Sie die Regel an die nächste oder den Pool überlaufen.",
  ],
  poolWithoutRoom: () => [
    "Niemand in dieser Gruppe darf einen Lead haben: Ihre Kapazität ist 0.",
    "Erhöhen Sie die Kapazität (capacity) der Makler, oder streichen Sie die Regel.",
  ],
  noCapacity: () => [
    "Niemand bekommt einen Lead: Die Kapazität ist 0.",
    "Setzen Sie capacity auf die meisten offenen Leads je Makler, etwa 15.",
  ],
  emptyTier: ({ tier, percent }) => [
    `In dieser Gruppe hat niemand die Stufe ${tier}: Ihre ${percent} Prozent gehen an die anderen.`,
    "Geben Sie jemandem diese Stufe, oder ändern Sie tiers.shares.",
  ],
  tierOfTiers: ({ tier }) => [
    `Stufen teilen untereinander, aber in dieser Gruppe ist nur Stufe ${tier}.`,
    "Lassen Sie pool.tier weg, oder nehmen Sie Round Robin.",
  ],
  neverAtWork: ({ id }) => [
    `${id} hat Arbeitszeiten ohne eine einzige Stunde und bekommt keine Leads.`,
    "Nennen Sie die Zeiten, lassen Sie workingHours weg, oder lassen Sie den Makler pausieren.",
  ],
  rotaOfOne: ({ id }) => [
    `${id} hat immer Bereitschaft, und niemand springt ein.`,
    "Nennen Sie im Bereitschaftsplan (rota) eine zweite Person.",
  ],
  noIsaForSide: ({ side }) => [
    `Niemand vom Innendienst in dieser Gruppe qualifiziert ${side === "buyer" ? "Käufer" : "Verkäufer"}: Alle sind auf die andere Seite spezialisiert.`,
    `Tragen Sie bei jemandem ${side} ein, oder bei jemandem gar keine Seite; bis dahin gehen diese Leads an die nächste Regel.`,
  ],
  fewRecipients: ({ shares, count }) => [
    `Ein Lead soll an ${shares} Empfänger gehen, es ${count === 0 ? "kann ihn aber niemand" : count === 1 ? "kann ihn aber nur 1" : `können ihn aber höchstens ${count}`} bekommen.`,
    "Senken Sie shares, oder nennen Sie mehr Makler oder Abnehmer.",
  ],
  pausedBuyer: ({ id }) => [
    `Der Abnehmer ${id} ist pausiert und bekommt keine Leads.`,
    "Setzen Sie ihn auf active, oder nehmen Sie ihn aus der Regel.",
  ],
  buyerNeverFits: ({ id }) => [
    `Kein Lead dieser Regel kommt durch den Filter des Abnehmers ${id}: Er bekommt durch sie nie einen.`,
    "Berichtigen Sie den Filter oder die Bedingung der Regel, oder nehmen Sie den Abnehmer aus der Regel.",
  ],
  buyerTakesNothing: ({ id }) => [
    `Der Filter des Abnehmers ${id} lässt keinen Lead durch.`,
    "Berichtigen Sie den Filter, oder nehmen Sie den Abnehmer aus der Regel.",
  ],
} satisfies Partial<FindingTexts>;
