import * as z from "zod";
import { toldDecision } from "../../schemas/lead/decision.ts";
import { leadEvent } from "../../schemas/lead/event.ts";
import { isoInstant } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";

const entry = leadEvent.extend({
  version: z.number().int().positive(),
  at: isoInstant,
  appointmentAt: isoInstant.optional(),
  decision: toldDecision.optional(),
  shareId: z.string().optional(),
});

export const historyEntry: NamedSchema = {
  id: "HistoryEntry",
  side: "answer",
  schema: entry,
  description:
    "One thing that happened to the lead (D8). Holds no personal data of the lead, so it outlives an erasure.",
  fields: {
    version: "The lead's version that it made; without gaps.",
    actor: "`source:<id>`, `agent:<id>`, `buyer:<id>`, `timer` or `system`.",
    agentId: "Whom it is about: offered to, accepted by, declined by, taken back from.",
    fromAgentId: "Who had the lead before.",
    value: "Deal value, score or rating.",
    buyerId: "The outside company it is about.",
    about:
      "The version whose decision a complaint is about (F4). Its `reason` is there for those who may read it, not for whoever decided (`agentId`), until the lead is erased.",
    madeBy: "Who made the appointment whose outcome this is, if not the owner.",
    shareId: "The share it happened to; the version is that share's (C11).",
    decision: "With every event that routed the lead; of later ones the rules that matched.",
  },
};

export const leadHistory: NamedSchema = {
  id: "LeadHistory",
  side: "answer",
  schema: z.strictObject({ items: z.array(entry) }),
  description: "Everything that happened to the lead, oldest first.",
  examples: {
    offeredAndAccepted: {
      items: [
        { version: 1, type: "lead.received", at: "2026-11-23T09:00:00.000Z", actor: "source:website" },
        {
          version: 2,
          type: "lead.offered",
          at: "2026-11-23T09:00:00.000Z",
          actor: "system",
          agentId: "emre-kaya",
          ruleId: "sellers",
          method: "roundRobin",
          poolId: "sellers",
          ticket: { epoch: 3, n: 41 },
        },
        {
          version: 3,
          type: "lead.accepted",
          at: "2026-11-23T09:02:10.000Z",
          actor: "agent:emre-kaya",
          agentId: "emre-kaya",
        },
      ],
    },
  },
};
