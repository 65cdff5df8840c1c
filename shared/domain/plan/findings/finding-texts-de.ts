import { impossibleDe } from "../conditions/impossible-texts.ts";
import type { FindingTexts } from "./finding-texts.ts";

export const findingTextsDe: FindingTexts = {
  unknownAgent: ({ id }) => [`Den Makler ${id} gibt es nicht.`, "Legen Sie ihn an oder nennen Sie einen anderen."],
  unknownTeam: ({ id }) => [`Das Team ${id} gibt es nicht.`, "Legen Sie es an oder nennen Sie ein anderes."],
  unknownArea: ({ id }) => [`Das Gebiet ${id} gibt es nicht.`, "Legen Sie es an oder berichtigen Sie die Bedingung."],
  unknownSource: ({ id }) => [
    `Die Quelle ${id} gibt es nicht.`,
    "Legen Sie sie an oder berichtigen Sie die Bedingung.",
  ],
  unknownBuyer: ({ id }) => [`Es gibt keinen Abnehmer ${id}.`, "Legen Sie ihn an oder nehmen Sie ihn aus der Regel."],
  unknownSkill: ({ id }) => [
    `Niemand hat die Spezialisierung ${id}.`,
    "Tragen Sie sie bei den Maklern ein oder berichtigen Sie die Schreibweise.",
  ],
  unknownField: ({ field }) => [
    `Leads haben kein Feld ${field}.`,
    "Berichtigen Sie den Namen; eigene Felder stehen unter custom.",
  ],
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
  neverReached: ({ by }) => [
    `Diese Regel wird nie erreicht: „${by}“ davor nimmt alle ihre Leads.`,
    "Schieben Sie sie nach oben oder geben Sie der früheren eine Bedingung.",
  ],
  reachedOnOverflow: ({ by }) => [
    `Diese Regel wird nicht erreicht, solange bei „${by}“ jemand den Lead nehmen kann.`,
    "Schieben Sie sie nach oben, wenn ihre Leads nicht zuerst dorthin sollen.",
  ],
  neverMatches: ({ field, because }) =>
    impossibleDe(field, because) ?? [
      `Kein Lead kann passen: Die Bedingungen zu ${field} widersprechen sich.`,
      "Prüfen Sie die Grenzen, oder nehmen Sie „any“ statt „all“.",
    ],
  emptyPool: () => ["In dieser Gruppe ist niemand.", "Prüfen Sie Team, Spezialisierung, Stufe und Gebiete."],
  onePool: () => [
    "In dieser Gruppe ist nur einer, es gibt also keine Rotation.",
    "Nehmen Sie einen zweiten Makler hinzu.",
  ],
  fallbackNobody: () => [
    "Die Auffangregel hat niemanden: Leads ohne Regel müssen warten.",
    "Nennen Sie eine Gruppe mit Maklern.",
  ],
  fallbackPartial: () => [
    "Die Auffangregel nimmt nur Leads, die in einem Gebiet liegen oder zu Sprache und Spezialisierung passen: Alle anderen warten.",
    "Machen Sie daraus eine Regel, und nehmen Sie als Auffangregel reihum an alle oder den Lead-Pool.",
  ],
  fallbackIsa: () => [
    "Die Auffangregel nimmt nur neue Leads: Übergebene, für die keine Regel jemanden findet, müssen warten.",
    "Machen Sie daraus eine Regel, und nehmen Sie als Auffangregel reihum die Makler im Außendienst.",
  ],
  fallbackOwner: () => [
    "Die Auffangregel kennt nur Personen, die schon jemand betreut: alle anderen müssen warten.",
    "Nehmen Sie Round Robin, einen Makler oder den Pool.",
  ],
  noRules: () => [
    "Es gibt keine Regeln: Jeder Lead geht an die Auffangregel.",
    "Beginnen Sie mit drei bis fünf Regeln.",
  ],
  uncoveredAreas: ({ areas }) => [
    `Niemand in dieser Gruppe arbeitet in: ${areas.join(", ")}.`,
    "Tragen Sie diese Gebiete bei jemandem ein; bis dahin gehen ihre Leads an die nächste Regel.",
  ],
  overlappingAreas: ({ areas }) => [
    `${areas.join(" und ")} überschneiden sich: Ihre Makler wechseln sich dort ab.`,
    "Grenzen Sie die Gebiete ab, wenn das nicht gewollt ist; die Übersicht der Gebiete zeigt, wo.",
  ],
  unknownPostalCode: ({ id, entry }) => [
    `Im Gebiet ${id} steht ${entry}: Kein Ort hat diese Postleitzahl.`,
    "Prüfen Sie die Schreibweise; nur Postfächer und einzelne Firmen haben Postleitzahlen, die wir nicht kennen.",
  ],
  polygonWithoutCodes: ({ id }) => [
    `Im Umriss des Gebiets ${id} liegt kein Ort mit einer deutschen Postleitzahl: Leads ohne Koordinaten liegen nie darin.`,
    "Geben Sie zusätzlich Postleitzahlen an, oder prüfen Sie, ob die Koordinaten als [Länge, Breite] geschrieben sind.",
  ],
  manyRules: ({ count }) => [`${count} Regeln kann sich kaum jemand merken.`, "Drei bis fünf genügen meist."],
  tooManyRules: ({ count }) => [
    `${count} Regeln: Diesen Plan versteht kaum noch jemand.`,
    "Fassen Sie gleiche Regeln zusammen.",
  ],
  leaderAfterBackup: ({ temperature }) => [
    `Die Teamleitung erfährt von einem Lead (${temperature}) erst, wenn ihn schon die Vertretung hat.`,
    "notifyLeaderAfter sollte kürzer sein als reassignAfter.",
  ],
  backupBeforeDue: ({ temperature }) => [
    `Ein Lead (${temperature}) geht an die Vertretung, bevor der Erstkontakt fällig ist.`,
    "reassignAfter sollte mindestens so lang sein wie contactWithin.",
  ],
  reclaimBeforeBackup: ({ temperature }) => [
    `Ein Lead (${temperature}) wird zurückgeholt, bevor ihn die Vertretung bekäme.`,
    "reassignAfter sollte kürzer sein als reclaim.noContactAfter.",
  ],
  ownershipBeforeIdle: ({ temperature }) => [
    `Die Zuständigkeit für einen Lead (${temperature}) endet, bevor die Zeit für Fortschritte um ist.`,
    "reclaim.ownership sollte mindestens so lang sein wie reclaim.notConvertedAfter.",
  ],
  nobodyInTier: () => [
    "In diesem Kreis hat noch niemand eine Stufe: Alle gelten als neu und bekommen gleich viel.",
    "Geben Sie den Personen ihre Stufe (tier), oder nutzen Sie roundRobin bis zur ersten Überprüfung.",
  ],
  noSpeedKnown: ({ count }) => [
    "Noch ist von niemandem bekannt, wie schnell Kontakt aufgenommen wird: Alle in diesem Kreis bekommen gleich viel.",
    `Es zählt ab ${count} Kontakten in 90 Tagen, gemessen einmal am Tag; bis dahin geht es reihum.`,
  ],
  hotSlower: ({ step }) => [
    `Heiße Leads haben mehr Zeit als warme (${step}).`,
    "Heiße Leads sollten die schnellsten sein.",
  ],
  tooFewForTiers: ({ count }) => [
    `Stufen lohnen sich ab sechs Maklern; dieses Team hat ${count}.`,
    "Nehmen Sie Round Robin: Es überspringt, wer fehlt oder voll ist.",
  ],
  tiersWorthIt: ({ count }) => [
    `Bei ${count} Maklern sind Leistungsstufen einen Gedanken wert.`,
    "Versuchen Sie die Methode tiers in einer Regel, zuerst als Simulation mit vergangenen Leads.",
  ],
  manyWithoutSpecialists: ({ count }) => [
    `Bei ${count} Maklern bekommt jeder jede Art von Lead.`,
    "Geben Sie Spezialisten oder Gebieten eigene Regeln: pool.skills, pool.matchSkills oder pool.areas.",
  ],
  dueWhileClosed: ({ temperatures }) => [
    `Leads (${temperatures.join(", ")}), die außerhalb der Öffnungszeiten kommen, sind fällig, bevor Sie wieder öffnen.`,
    "Stellen Sie sla.clock auf businessHours, oder legen Sie in onCall fest, was außerhalb der Zeiten geschieht.",
  ],
  ownBackup: ({ id }) => [`${id} ist als eigene Vertretung eingetragen.`, "Nennen Sie jemand anderen."],
  backupsInCircle: ({ ids }) => [
    `${ids.join(", ")} vertreten nur einander: Fehlen sie gemeinsam, übernimmt niemand.`,
    "Geben Sie einem von ihnen eine Vertretung von außen.",
  ],
  noAreas: () => [
    "Diese Gruppe richtet sich nach Gebieten, aber es gibt keine: Niemand passt je.",
    "Legen Sie Gebiete an und tragen Sie sie bei den Maklern ein, oder lassen Sie pool.areas weg.",
  ],
  weightTooSmall: ({ id }) => [
    `Das Gewicht von ${id} wird aufgerundet: Es ist weniger als eines von zehntausend Losen.`,
    "Geben Sie ein größeres Gewicht ein, oder lassen Sie den Makler pausieren.",
  ],
  poolWithoutWindow: () => [
    "Leads in diesem Pool warten, bis sie jemand nimmt, egal wie lange.",
    "Setzen Sie claimWithin und in then, wer danach gefragt wird.",
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
};
