import * as z from "zod";
import { engagementInput } from "../../../schemas/lead/engagement-input.ts";
import { leadStatus } from "../../../schemas/lead/lead.ts";
import { leadId, temperature } from "../../../schemas/primitives.ts";
import { leadAnswer } from "../../answers/lead-answer.ts";
import type { NamedSchema, Resource } from "../../resource.ts";
import { leadFactsRequest, leadInputRequest } from "./lead-input.ts";

const engagement: NamedSchema = {
  id: "EngagementInput",
  side: "request",
  schema: engagementInput,
  description: "What a person did, and who it was: by `leadId`, `externalId` or `email`.",
  also: { anyOf: [{ required: ["leadId"] }, { required: ["externalId"] }, { required: ["email"] }] },
  examples: {
    visit: { email: "erika@example.com", type: "visitedPricing", at: "2026-11-24T18:20:00Z", detail: "third visit" },
  },
};

const engaged: NamedSchema = {
  id: "EngagementAnswer",
  side: "answer",
  schema: z.union([
    z.strictObject({ leadId, status: leadStatus, score: z.number(), temperature }),
    z.strictObject({ recorded: z.literal(true) }),
  ]),
  description: "The lead as it stands now; only that it was recorded for sources with `answer: verdict`.",
  examples: {
    full: { leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0", status: "nurture", score: 55, temperature: "warm" },
    verdictOnly: { recorded: true },
  },
};

export const intake: Resource = {
  tag: "Intake",
  about: "Leads and what people do, from websites, vendors and marketing systems; by the key of a source.",
  schemas: [leadInputRequest, leadFactsRequest, leadAnswer, engagement, engaged],
  operations: {
    "POST /v1/leads": {
      id: "postLead",
      summary: "Take in a lead",
      description:
        "Standardises, scores and routes the lead, and answers with the verdict. The lead is stored and its place reserved before the answer.",
      body: { schema: leadInputRequest },
      answers: {
        201: { description: "A new lead, whatever its verdict.", schema: leadAnswer },
        200: { description: "A duplicate, a test, or a repeat of an earlier request.", schema: leadAnswer },
      },
      problems: [409, 503],
      localized: true,
    },
    "POST /v1/engagement": {
      id: "postEngagement",
      summary: "Report what a person did",
      description: "Moves the lead's score; a nurtured lead that reaches the threshold is handed over (B3).",
      body: { schema: engagement },
      answers: { 200: { description: "Recorded.", schema: engaged } },
      problems: [404, 409, 503],
    },
  },
};
