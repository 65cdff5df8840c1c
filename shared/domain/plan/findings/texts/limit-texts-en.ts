import type { FindingTexts } from "../finding-texts.ts";

export const limitTextsEn = {
  leaderAfterBackup: ({ temperature }) => [
    `The leader is told of a ${temperature} lead only after a backup has it.`,
    "Make notifyLeaderAfter shorter than reassignAfter.",
  ],
  backupBeforeDue: ({ temperature }) => [
    `A ${temperature} lead goes to a backup before its contact is due.`,
    "Make reassignAfter at least as long as contactWithin.",
  ],
  reclaimBeforeBackup: ({ temperature }) => [
    `A ${temperature} lead is taken back before a backup would get it.`,
    "Make reassignAfter shorter than reclaim.noContactAfter.",
  ],
  ownershipBeforeIdle: ({ temperature }) => [
    `The ownership of a ${temperature} lead ends before the time for progress has passed.`,
    "Make reclaim.ownership at least as long as reclaim.notConvertedAfter.",
  ],
  hotSlower: ({ step }) => [`Hot leads have more time than warm ones (${step}).`, "Hot leads should be the fastest."],
  dueWhileClosed: ({ temperatures }) => [
    `Leads (${temperatures.join(", ")}) that arrive while you are closed are due before you open again.`,
    "Set sla.clock to businessHours, or say in onCall what becomes of leads outside business hours.",
  ],
  reclaimBeforeDue: ({ temperature }) => [
    `A ${temperature} lead is taken back before its first contact is due.`,
    "Make reclaim.noContactAfter longer than contactWithin.",
  ],
  reclaimBeforeLeader: ({ temperature }) => [
    `A ${temperature} lead is taken back before the leader would be told.`,
    "Make notifyLeaderAfter shorter than reclaim.noContactAfter.",
  ],
  acceptLongerThanContact: ({ temperature }) => [
    `A ${temperature} lead may wait longer to be accepted than for its first contact afterwards.`,
    "Make acceptWithin shorter than contactWithin: the person waits for both.",
  ],
  longAcceptance: ({ minutes }) => [
    `A hot lead may go from one agent to the next for ${minutes} minutes before anybody has to act.`,
    "Lower sla.hot.acceptWithin or offers.max.hot; 15 minutes in all are usual.",
  ],
  rampOutOfOrder: () => [
    "The steps of the ramp are not in the order of their times; of two with the same time one never counts.",
    "Order them by until, each time once.",
  ],
  rampDescends: () => [
    "A new agent's share falls from one step of the ramp to the next.",
    "Let the shares rise to 1, such as 0.33, 0.5 and 1.",
  ],
  overlappingHours: ({ span, with: other }) => [
    `${span} overlaps ${other}: the time counts once.`,
    "Make one span of both, or correct the times.",
  ],
  neverOpen: () => [
    "The business never opens: “open” is false for every lead.",
    "Name the hours of the week, or leave businessHours out.",
  ],
  hotNurtured: ({ hot, handoverAt }) => [
    `A lead with ${hot} points is hot, but is only handed over from ${handoverAt} on: it is nurtured although it is urgent.`,
    "Make scoring.handoverAt at most as high as scoring.hot.",
  ],
} satisfies Partial<FindingTexts>;
