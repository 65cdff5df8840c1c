import { chosenEn } from "./chosen-en.ts";
import type { SummaryTexts } from "./summary-texts.ts";

export const summaryEn: SummaryTexts = {
  rule: (name) => `Rule “${name}”`,
  progressive: (name) => `Rule “${name}”, because of what the person just did`,
  continuity: {
    ...{ person: "Known contact", offered: "Known contact", account: "Known company" },
    outbound: "First contact by us",
  },
  fallback: "Fallback, because no other rule found anyone",
  closed: "Outside business hours",
  nurturing: "Still with marketing",
  chosen: chosenEn,
  shared: (names, among) => {
    if (among === 1) return `the lead goes to ${names[0]} alone`;
    const others = among === 2 ? "one other recipient" : `${among - 1} other recipients`;
    return names.length === 1
      ? `the lead goes at once to ${names[0]} and ${others}`
      : `the lead goes at once to the ${names.length} recipients whose turn it is: ${names.join(", ")}`;
  },
  pooled: "the lead is in the pool; the first to claim it has it",
  toPick: "the lead is there to be picked; whoever takes it has it at once and contacts the person soon",
  queued: "nobody can take the lead now; it goes out as soon as somebody can",
  held: "the lead waits until the business opens and then goes out in order of arrival",
  notYet: "the lead has too few points to be handed over to sales",
  reasons: {
    away: "is away",
    paused: "is paused",
    inactive: "is no longer active",
    capacity: "has no room left",
    hours: "is outside working hours",
    skill: "does not have the skill",
    language: "does not speak the language",
    territory: "works in another area",
    declined: "was asked before",
    timedOut: "did not answer in time",
    tier: "is in another tier",
    quota: "has reached the daily limit",
    suspended: "is suspended",
    probation: "is on probation",
    control: "is in the comparison group",
    unfit: "does not take such leads",
  },
};
