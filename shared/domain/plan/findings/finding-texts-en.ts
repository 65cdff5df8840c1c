import { impossibleEn } from "../conditions/impossible-texts.ts";
import type { FindingTexts } from "./finding-texts.ts";

export const findingTextsEn: FindingTexts = {
  unknownAgent: ({ id }) => [`There is no agent ${id}.`, "Add the agent, or name another one."],
  unknownTeam: ({ id }) => [`There is no team ${id}.`, "Add the team, or name another one."],
  unknownArea: ({ id }) => [`There is no area ${id}.`, "Add the area, or correct the id in the condition."],
  unknownSource: ({ id }) => [`There is no source ${id}.`, "Add the source, or correct the id in the condition."],
  unknownBuyer: ({ id }) => [`There is no buyer ${id}.`, "Add the buyer, or take it out of the rule."],
  unknownSkill: ({ id }) => [
    `Nobody has the skill ${id}.`,
    "Give it to the agents who have it, or correct its spelling.",
  ],
  unknownField: ({ field }) => [`Leads have no field ${field}.`, "Correct its name; your own fields are under custom."],
  unknownTerritory: ({ agentId, id }) => [
    `${agentId} works in an area that does not exist: ${id}.`,
    "Add the area, or correct the agent's territories.",
  ],
  unknownBackup: ({ agentId, id }) => [`${agentId} has a backup who does not exist: ${id}.`, "Name another backup."],
  noLeader: ({ id }) => [
    `The team ${id} has no leader: nobody is told when a lead waits too long.`,
    "Give the team a leader.",
  ],
  inactiveAgent: ({ id }) => [`${id} is inactive and gets no leads.`, "Activate the agent, or name another one."],
  neverReached: ({ by }) => [
    `This rule is unreachable: “${by}” before it takes all of its leads.`,
    "Move this rule up, or give the earlier one a condition.",
  ],
  reachedOnOverflow: ({ by }) => [
    `This rule is unreachable as long as anybody in “${by}” can take the lead.`,
    "Move this rule up if its leads should not go there first.",
  ],
  neverMatches: ({ field, because }) =>
    impossibleEn(field, because) ?? [
      `No lead can ever match: the conditions on ${field} contradict each other.`,
      "Check the limits, or use “any” instead of “all”.",
    ],
  emptyPool: () => ["Nobody is in this pool.", "Check team, skills, tier and areas, or add agents."],
  onePool: () => [
    "Only one agent is in this pool, so nothing rotates.",
    "Add a second agent, or accept that leads wait.",
  ],
  fallbackNobody: () => [
    "The fallback has nobody: leads that no rule places will wait.",
    "Name a pool that has agents.",
  ],
  fallbackPartial: () => [
    "The fallback only takes leads that lie in an area or match a language or skills: all others will wait.",
    "Make it a rule, and let the fallback be round robin over everyone or the lead pool.",
  ],
  fallbackIsa: () => [
    "The fallback only takes new leads: those that an inside sales agent hands over, and no rule places, will wait.",
    "Make it a rule, and let the fallback be round robin over the field agents.",
  ],
  fallbackOwner: () => [
    "The fallback only knows people whom somebody has: all others will wait.",
    "Use round robin, an agent or the lead pool.",
  ],
  noRules: () => ["There are no rules: every lead goes to the fallback.", "Start with three to five rules."],
  uncoveredAreas: ({ areas }) => [
    `Nobody in this pool works in: ${areas.join(", ")}.`,
    "Add these areas to somebody's territories; until then their leads go to the next rule.",
  ],
  overlappingAreas: ({ areas }) => [
    `${areas.join(" and ")} overlap: their agents take turns there.`,
    "Separate them if that is not meant; the report of overlaps shows where.",
  ],
  unknownPostalCode: ({ id, entry }) => [
    `The area ${id} lists ${entry}: no place has such a postal code.`,
    "Check how it is written; only PO boxes and single firms have codes that we do not know.",
  ],
  polygonWithoutCodes: ({ id }) => [
    `The outline of the area ${id} holds no place with a German postal code: leads without a position never lie in it.`,
    "List postal codes too, or check that its positions are written as [longitude, latitude].",
  ],
  manyRules: ({ count }) => [`${count} rules are many to keep in mind.`, "Three to five usually do."],
  tooManyRules: ({ count }) => [
    `${count} rules: hardly anybody will understand this plan.`,
    "Merge rules that do the same.",
  ],
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
  nobodyInTier: () => [
    "Nobody in this pool has a tier yet: all count as newcomers and get the same.",
    "Give the agents their tiers, or use round robin until the first review.",
  ],
  noSpeedKnown: ({ count }) => [
    "Nobody's speed is known yet: everybody in this pool gets the same share.",
    `It counts from ${count} contacts in 90 days on, measured once a day; until then this is round robin.`,
  ],
  hotSlower: ({ step }) => [`Hot leads have more time than warm ones (${step}).`, "Hot leads should be the fastest."],
  tooFewForTiers: ({ count }) => [
    `Tiers are for teams of six and more; this one has ${count} agents.`,
    "Use round robin: it skips who is away or full.",
  ],
  tiersWorthIt: ({ count }) => [
    `With ${count} agents performance tiers are worth a thought.`,
    "Try the method tiers on a rule, and simulate it on past leads first.",
  ],
  manyWithoutSpecialists: ({ count }) => [
    `With ${count} agents everybody gets every kind of lead.`,
    "Let specialists or areas have their own rules: pool.skills, pool.matchSkills or pool.areas.",
  ],
  dueWhileClosed: ({ temperatures }) => [
    `Leads (${temperatures.join(", ")}) that arrive while you are closed are due before you open again.`,
    "Set sla.clock to businessHours, or say in onCall what becomes of leads outside business hours.",
  ],
  ownBackup: ({ id }) => [`${id} is named as the own backup.`, "Name somebody else."],
  backupsInCircle: ({ ids }) => [
    `${ids.join(", ")} are only each other's backups: when they are away together, nobody takes over.`,
    "Give one of them a backup from outside.",
  ],
  noAreas: () => [
    "This pool goes by areas, but there are none: nobody ever fits.",
    "Add areas and give them to the agents, or leave pool.areas out.",
  ],
  weightTooSmall: ({ id }) => [
    `The weight of ${id} is rounded up: it is less than one turn in ten thousand.`,
    "Give a larger weight, or pause the agent.",
  ],
  poolWithoutWindow: () => [
    "Leads in this pool wait until somebody takes them, however long.",
    "Set claimWithin, and in then who is asked after it.",
  ],
  nobodyHandedOver: ({ most }) => [
    `No lead is ever handed over to sales: the most points a lead can get are ${most}.`,
    "Lower scoring.handoverAt, or give more points.",
  ],
  everybodyHandedOver: ({ least }) => [
    `Every lead is handed over at once: none has fewer than ${least} points.`,
    "Raise scoring.handoverAt, or leave it out.",
  ],
  neverHot: ({ most }) => [
    `No lead is hot by its score: the most points a lead can get are ${most}.`,
    "Lower scoring.hot, or give more points.",
  ],
};
