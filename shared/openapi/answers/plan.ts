import * as z from "zod";
import { toldDecision } from "../../schemas/lead/decision.ts";
import { plan } from "../../schemas/plan/plan.ts";
import { isoInstant, slug, temperature } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";
import { decisionExample } from "./decision.ts";

export const planAnswer: NamedSchema = {
  id: "Plan",
  side: "answer",
  schema: plan,
  description: "A version of the plan, with everything that was left out at its default.",
};

export const planVersion: NamedSchema = {
  id: "PlanVersion",
  side: "answer",
  schema: z.strictObject({ version: z.number().int().positive(), savedAt: isoInstant }),
  description: "When a version was saved. `GET /v1/plan?version=` has the plan itself.",
};

export const starterPlans: NamedSchema = {
  id: "StarterPlans",
  side: "answer",
  schema: z.strictObject({
    items: z.array(
      z.strictObject({
        id: slug,
        name: z.string(),
        agents: z.strictObject({ from: z.number().int(), to: z.number().int().optional() }),
        fits: z.boolean(),
        description: z.string(),
        plan: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  description:
    "Plans to begin with, by the size of the team (F9); `fits` says which is for this one. Each `plan` can be sent to `PUT /v1/plan` as it is.",
  examples: {
    small: {
      items: [
        {
          id: "small",
          name: "Small team: in turn",
          agents: { from: 1, to: 9 },
          fits: true,
          description: "For up to nine agents. Everybody in turn, skipping who is away or full.",
          plan: {
            timezone: "Europe/Berlin",
            defaultCountry: "DE",
            rules: [{ id: "everybody-else", name: "All others in turn", method: { type: "roundRobin" } }],
            fallback: { type: "pool", claimWithin: "PT24H" },
          },
        },
      ],
    },
  },
};

/** One thing that is wrong or doubtful, and what to do about it. */
export const planProblem = z.strictObject({
  severity: z.enum(["error", "warning", "hint"]),
  ruleId: slug.optional(),
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  fix: z.string(),
});

export const planProblems: NamedSchema = {
  id: "PlanProblems",
  side: "answer",
  schema: z.strictObject({ problems: z.array(planProblem) }),
  description: "What is wrong or doubtful about the plan for this team, the worst first (F9), and what to do about it.",
  examples: {
    unreachable: {
      problems: [
        {
          severity: "warning",
          ruleId: "sellers",
          pointer: "/rules/1",
          code: "neverReached",
          message: "This rule is unreachable: “everybody” before it takes all of its leads.",
          fix: "Move this rule up, or give the earlier one a condition.",
        },
      ],
    },
  },
};

export const savedPlan: NamedSchema = {
  id: "SavedPlan",
  side: "answer",
  schema: plan.extend({ problems: z.array(planProblem) }),
  description:
    "The version that was saved. `problems`: what the plan check finds wrong or doubtful about it, in the language asked for, the worst first (F9).",
};

export const previewAnswer: NamedSchema = {
  id: "PlanPreview",
  side: "answer",
  schema: toldDecision.extend({ score: z.number(), temperature }),
  description: "What would be decided about this lead now, in full: everyone considered, every rule.",
  examples: { sellers: { ...decisionExample, score: 80, temperature: "hot" } },
};
