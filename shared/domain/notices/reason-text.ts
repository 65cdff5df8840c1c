import type { Locale } from "../../schemas/primitives.ts";

const reasons: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  de: {
    away: "alle abwesend",
    paused: "alle pausieren",
    inactive: "niemand aktiv",
    capacity: "alle ausgelastet",
    quota: "Tageslimit erreicht",
    unfit: "kein Abnehmer nimmt solche Leads",
    hours: "außerhalb der Arbeitszeiten",
    nobody: "niemand zuständig",
    noPlan: "es gibt noch keinen Plan",
    noContact: "kein Kontakt in der Frist",
    pickMissed: "ausgesucht, aber kein Kontakt in der Frist",
    misses: "zu oft in einer Woche niemanden rechtzeitig erreicht",
    acceptance: "zu wenige zugeteilte Leads angenommen",
    notAssigned: "niemand hat angenommen, jetzt zum Aussuchen",
    noProgress: "kein Fortschritt in der Frist",
    ownershipEnded: "die Betreuungszeit ist abgelaufen",
    declined: "abgelehnt",
    timedOut: "nicht rechtzeitig angenommen",
    unclaimed: "niemand hat ihn genommen",
    recycled: "neu verteilt",
    notTaken: "niemand im Außendienst hat übernommen",
  },
  en: {
    away: "everybody is away",
    paused: "everybody is paused",
    inactive: "nobody is active",
    capacity: "everybody is at capacity",
    quota: "daily limit reached",
    unfit: "no buyer takes such leads",
    hours: "outside working hours",
    nobody: "nobody is responsible",
    noPlan: "there is no plan yet",
    noContact: "no contact in time",
    pickMissed: "picked, but no contact in time",
    misses: "too often in a week nobody was reached in time",
    acceptance: "too few assigned leads accepted",
    notAssigned: "nobody accepted it, now to be picked",
    noProgress: "no progress in time",
    ownershipEnded: "the time of ownership is over",
    declined: "declined",
    timedOut: "not accepted in time",
    unclaimed: "nobody claimed it",
    recycled: "routed again",
    notTaken: "nobody in the field has taken over",
  },
};

/** The product's own reason codes in words; what a person wrote stays as it is. */
export function reasonText(reason: string, locale: Locale): string {
  return reasons[locale][reason] ?? reason;
}
