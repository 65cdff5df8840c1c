import { considered, toldDecision } from "../../schemas/lead/decision.ts";
import type { NamedSchema } from "../resource.ts";

export const consideredAnswer: NamedSchema = {
  id: "Considered",
  side: "answer",
  schema: considered,
  description: "One agent who was looked at.",
  fields: {
    eligible: "Could have had the lead.",
    weight: "Ten-thousandths of an equal share of the turns.",
    share: "Part of the pool's turns, 0–1.",
  },
};

export const decisionExample = {
  ruleId: "sellers",
  method: "roundRobin",
  poolId: "sellers",
  ticket: { epoch: 3, n: 41 },
  chosen: ["emre-kaya"],
  considered: [
    { agentId: "emre-kaya", eligible: true, weight: 10000, share: 0.5 },
    { agentId: "paul-winter", eligible: false, reason: "capacity" },
  ],
  others: { skill: 2 },
  rules: [
    { ruleId: "luxury", matched: false, why: "price is 450000, below 1500000" },
    { ruleId: "sellers", matched: true, why: "interest is seller" },
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
    considered: "The chosen, and those nearest to it.",
    others: "How many more agents were looked at, by reason.",
    rules: "The rules that were looked at, in order, up to the one that decided.",
    outcome: "To an agent, to the lead pool, waiting in the queue, or not yet handed over to sales.",
    summary: "The decision in one sentence for people.",
  },
  examples: { sellers: decisionExample },
};
