import type { FindingTexts } from "../finding-texts.ts";
import { poolGapEn } from "./pool-gap-texts.ts";

export const teamTextsEn = {
  unknownAgent: ({ id }) => [`There is no agent ${id}.`, "Add the agent, or name another one."],
  unknownTeam: ({ id }) => [`There is no team ${id}.`, "Add the team, or name another one."],
  unknownBuyer: ({ id }) => [`There is no buyer ${id}.`, "Add the buyer, or take it out of the rule."],
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
  emptyPool: ({ because }) =>
    because ? poolGapEn(because) : ["Nobody is in this pool.", "Check team, skills, tier and areas, or add agents."],
  onePool: () => [
    "Only one agent is in this pool, so nothing rotates.",
    "Add a second agent, or accept that leads wait.",
  ],
  nobodyInTier: () => [
    "Nobody in this pool has a tier yet: all count as newcomers and get the same.",
    "Give the agents their tiers, or use round robin until the first review.",
  ],
  noSpeedKnown: ({ count }) => [
    "Nobody's speed is known yet: everybody in this pool gets the same share.",
    `It counts from ${count} contacts in 90 days on, measured once a day; until then this is round robin.`,
  ],
  ownBackup: ({ id }) => [`${id} is named as the own backup.`, "Name somebody else."],
  backupsInCircle: ({ ids }) => [
    `${ids.join(", ")} are only each other's backups: when they are away together, nobody takes over.`,
    "Give one of them a backup from outside.",
  ],
  weightTooSmall: ({ id }) => [
    `The weight of ${id} is rounded up: it is less than one turn in ten thousand.`,
    "Give a larger weight, or pause the agent.",
  ],
  nobodyAtWork: ({ count }) => [
    count === 1
      ? "The only one in this pool is paused or away at the moment."
      : `All ${count} in this pool are paused or away at the moment.`,
    "Add somebody who is there, or let the rule overflow to the next or the pool.",
  ],
  poolWithoutRoom: () => [
    "Nobody in this pool may have a lead: their capacity is 0.",
    "Raise the agents' capacity, or take this rule out.",
  ],
  noCapacity: () => [
    "Nobody gets any lead: the capacity is 0.",
    "Set capacity to the most open leads an agent may have, such as 15.",
  ],
  emptyTier: ({ tier, percent }) => [
    `Nobody in this pool has tier ${tier}: its ${percent} percent go to the others.`,
    "Give somebody this tier, or change tiers.shares.",
  ],
  tierOfTiers: ({ tier }) => [
    `Tiers share among themselves, but this pool only holds tier ${tier}.`,
    "Leave pool.tier out, or use round robin.",
  ],
  neverAtWork: ({ id }) => [
    `${id} has working hours without a single hour, and gets no leads.`,
    "Name the hours, leave workingHours out, or pause the agent.",
  ],
  rotaOfOne: ({ id }) => [
    `${id} is on call all the time, without anybody to stand in.`,
    "Name a second agent in the rota.",
  ],
  noIsaForSide: ({ side }) => [
    `No inside sales agent of this pool qualifies ${side}s: all are specialised in the other side.`,
    `Give somebody the skill ${side}, or somebody no side at all; until then these leads go to the next rule.`,
  ],
  fewRecipients: ({ shares, count }) => [
    `A lead is to have ${shares} recipients, but ${count === 0 ? "nobody" : count === 1 ? "only 1" : `at most ${count}`} can ever have it.`,
    "Lower shares, or name more agents or buyers.",
  ],
  pausedBuyer: ({ id }) => [
    `The buyer ${id} is paused and gets no leads.`,
    "Set the buyer active, or take it out of the rule.",
  ],
  buyerNeverFits: ({ id }) => [
    `No lead of this rule passes the filter of the buyer ${id}: it never gets one by it.`,
    "Correct the filter or the rule's condition, or take the buyer out of the rule.",
  ],
  buyerTakesNothing: ({ id }) => [
    `The filter of the buyer ${id} lets no lead through.`,
    "Correct the filter, or take the buyer out of the rule.",
  ],
} satisfies Partial<FindingTexts>;
