import * as z from "zod";
import { toldDecision } from "../../schemas/lead/decision.ts";
import { leadStatus } from "../../schemas/lead/lead.ts";
import { recipient } from "../../schemas/lead/share.ts";
import { isoInstant, leadId, money, slug, temperature } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";
import { decisionExample } from "./decision.ts";

export const leadAnswer: NamedSchema = {
  id: "LeadAnswer",
  side: "answer",
  description: "What the sender of a lead is told. Sources with `answer: verdict` learn no offer, owner or decision.",
  schema: z.strictObject({
    leadId,
    verdict: z.enum(["accepted", "duplicate", "rejected", "queued", "test"]),
    reason: z.string().optional(),
    price: money.optional(),
    status: leadStatus,
    score: z.number(),
    temperature,
    offer: z.strictObject({ agentId: slug, expiresAt: isoInstant }).optional(),
    ownerId: slug.optional(),
    duplicateOf: leadId.optional(),
    decision: toldDecision.optional(),
    shares: z
      .array(
        z.strictObject({
          shareId: z.string(),
          recipient,
          status: z.literal("offered"),
          offer: z.strictObject({ agentId: slug, expiresAt: isoInstant }).optional(),
          price: money.optional(),
        }),
      )
      .optional(),
  }),
  fields: {
    verdict:
      "`accepted`: somebody has it, can claim it, or will; `duplicate`: the person is known; `rejected`: final, with the reason; `queued`: waits for a plan.",
    price: "What the lead costs, if it counts.",
    ownerId: "Who has the lead without an offer, or has the known person.",
    duplicateOf: "The lead that is the same person's.",
    shares: "To whom a shared lead was given at once (C11).",
  },
  examples: {
    offered: {
      leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
      verdict: "accepted",
      status: "offered",
      score: 80,
      temperature: "hot",
      offer: { agentId: "emre-kaya", expiresAt: "2026-11-23T09:05:00.000Z" },
      decision: decisionExample,
    },
    duplicate: {
      leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H1",
      verdict: "duplicate",
      status: "duplicate",
      score: 60,
      temperature: "warm",
      ownerId: "emre-kaya",
      duplicateOf: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
    },
    verdictOnly: {
      leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
      verdict: "accepted",
      price: { amount: 35, currency: "EUR" },
      status: "offered",
      score: 80,
      temperature: "hot",
    },
  },
};
