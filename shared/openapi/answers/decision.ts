import { considered, toldDecision } from "../../schemas/lead/decision.ts";
import type { NamedSchema } from "../resource.ts";

export const consideredAnswer: NamedSchema = {
  id: "Considered",
  side: "answer",
  schema: considered,
  description: "One agent who was looked at.",
  fields: {
    eligible: "Could have had the lead.",
    weight: "1 is a full turn; less while somebody is new, more by the agent's own weight.",
    share: "Part of the pool's turns, 0–1.",
    received:
      "Left out: counting each agent's turns with every lead would cost more than the lead. `GET /v1/pools` has them, with what was due.",
  },
};

export const decisionExample = {
  ruleId: "sellers",
  method: "roundRobin",
  poolId: "sellers",
  ticket: { epoch: 3, n: 41 },
  chosen: ["emre-kaya"],
  considered: [
    { agentId: "emre-kaya", eligible: true, weight: 1, share: 0.5 },
    { agentId: "paul-winter", eligible: false, reason: "capacity" },
  ],
  others: { skill: 2 },
  rules: [
    { ruleId: "luxury", matched: false, why: "price is €450,000, below €1,500,000" },
    { ruleId: "sellers", matched: true, why: "interest is selling" },
  ],
  outcome: "agent",
  planVersion: 7,
  summary: "Rule “Sellers to those who sell”: it is Emre Kaya's turn (ticket 41); Paul Winter has no room left.",
};

export const decisionAnswer: NamedSchema = {
  id: "Decision",
  side: "answer",
  schema: toldDecision,
  description:
    "Where a lead went and why (F6): the rules that were looked at, who was considered, who was not and why.",
  fields: {
    ticket: "Which turn of the pool it was. `(poolId, ticket)` proves whose it was.",
    gone: "Turns that had to pass before, with the reason.",
    chosen: "Who got the lead; empty when nobody did.",
    knownThrough:
      "Why it stayed with somebody, if not for an earlier lead of the person (C12): `account`, the company; `outbound`, the first contact; `offered`, another lead of the person that the agent is being asked about.",
    tier: "By tiers: where the chosen agent stands, and the part of the pool's turns that goes to that tier now.",
    considered: "The chosen, and those nearest to it.",
    others: "How many more agents were looked at, by reason.",
    rules: "The rules that were looked at, in order, up to the one that decided.",
    outcome: "To an agent, to the lead pool, waiting in the queue, or not yet handed over to sales.",
    summary: "The decision in one sentence for people.",
  },
  examples: { sellers: decisionExample },
};
