import type { FindingTexts } from "../finding-texts.ts";

export const limitTextsDe = {
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
  hotSlower: ({ step }) => [
    `Heiße Leads haben mehr Zeit als warme (${step}).`,
    "Heiße Leads sollten die schnellsten sein.",
  ],
  dueWhileClosed: ({ temperatures }) => [
    `Leads (${temperatures.join(", ")}), die außerhalb der Öffnungszeiten kommen, sind fällig, bevor Sie wieder öffnen.`,
    "Stellen Sie sla.clock auf businessHours, oder legen Sie in onCall fest, was außerhalb der Zeiten geschieht.",
  ],
  reclaimBeforeDue: ({ temperature }) => [
    `Ein Lead (${temperature}) wird zurückgeholt, bevor der erste Kontakt fällig ist.`,
    "reclaim.noContactAfter sollte länger sein als contactWithin.",
  ],
  reclaimBeforeLeader: ({ temperature }) => [
    `Ein Lead (${temperature}) wird zurückgeholt, bevor die Teamleitung davon erfährt.`,
    "notifyLeaderAfter sollte kürzer sein als reclaim.noContactAfter.",
  ],
  acceptLongerThanContact: ({ temperature }) => [
    `Ein Lead (${temperature}) darf länger auf die Annahme warten als danach auf den ersten Kontakt.`,
    "acceptWithin sollte kürzer sein als contactWithin: Die Person wartet auf beides.",
  ],
  longAcceptance: ({ minutes }) => [
    `Ein heißer Lead darf ${minutes} Minuten von einem zum nächsten gehen, bevor jemand handeln muss.`,
    "Senken Sie sla.hot.acceptWithin oder offers.max.hot; üblich sind zusammen 15 Minuten.",
  ],
  rampOutOfOrder: () => [
    "Die Stufen der Einarbeitung (ramp) stehen nicht in der Reihenfolge ihrer Zeiten; von zweien mit derselben Zeit zählt eine nie.",
    "Ordnen Sie sie nach until, jede Zeit einmal.",
  ],
  rampDescends: () => [
    "Der Anteil neuer Makler sinkt von einer Stufe der Einarbeitung (ramp) zur nächsten.",
    "Lassen Sie die Anteile bis 1 steigen, etwa 0.33, 0.5 und 1.",
  ],
  overlappingHours: ({ span, with: other }) => [
    `${span} überschneidet sich mit ${other}: Die Zeit zählt einmal.`,
    "Machen Sie eine Zeit daraus, oder berichtigen Sie sie.",
  ],
  neverOpen: () => [
    "Das Büro öffnet nie: „open“ ist bei jedem Lead false.",
    "Nennen Sie die Öffnungszeiten der Woche, oder lassen Sie businessHours weg.",
  ],
  hotNurtured: ({ hot, handoverAt }) => [
    `Ein Lead mit ${hot} Punkten ist heiß, wird aber erst ab ${handoverAt} übergeben: Er wartet, obwohl es eilt.`,
    "scoring.handoverAt sollte höchstens so hoch sein wie scoring.hot.",
  ],
} satisfies Partial<FindingTexts>;
