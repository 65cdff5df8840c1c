import * as z from "zod";
import { businessHours } from "../business-hours.ts";
import { country, duration, slug, timeLimit, timeZone } from "../primitives.ts";
import { checklists } from "./checklists.ts";
import { cherryPick } from "./cherry-pick.ts";
import { condition } from "./condition.ts";
import { method } from "./method.ts";
import { onCall } from "./on-call.ts";
import { planExceptions } from "./plan-exception.ts";
import { exceptionProblems, onCallProblems } from "./plan-hours-problems.ts";
import { progressive } from "./progressive.ts";
import { tiersPolicy } from "./tiers-policy.ts";

const scoringRule = z.strictObject({
  when: condition,
  points: z.number().int().min(-100).max(100),
  why: z.string().min(1).max(200),
});

/** B1–B3: every point is explained by its rule's `why`. */
const scoring = z.strictObject({
  base: z.number().int().min(0).max(100).default(50),
  rules: z.array(scoringRule).max(200).default([]),
  hot: z.number().int().default(70),
  warm: z.number().int().default(40),
  /** Below this score a lead is nurtured, not handed over; left out: every lead is handed over. */
  handoverAt: z.number().int().optional(),
});

const slaStep = z.strictObject({
  acceptWithin: timeLimit,
  contactWithin: timeLimit,
  notifyLeaderAfter: timeLimit.optional(),
  reassignAfter: timeLimit.optional(),
});
export type SlaStep = z.infer<typeof slaStep>;

/** D1, D2. `clock: businessHours` counts deadlines only while the business is open. */
const sla = z.strictObject({
  hot: slaStep.default({
    acceptWithin: "PT5M",
    contactWithin: "PT15M",
    notifyLeaderAfter: "PT15M",
    reassignAfter: "PT30M",
  }),
  warm: slaStep.default({ acceptWithin: "PT30M", contactWithin: "PT2H" }),
  cold: slaStep.default({ acceptWithin: "PT4H", contactWithin: "PT24H" }),
  clock: z.enum(["always", "businessHours"]).default("always"),
});

/** D3. */
const reclaim = z.strictObject({
  noContactAfter: timeLimit.default("PT72H"),
  notConvertedAfter: timeLimit.default("P14D"),
  minAttempts: z.number().int().min(1).max(20).default(2),
  attemptsOver: duration.default("P5D"),
  ownership: z
    .strictObject({ hot: timeLimit.default("P30D"), warm: timeLimit.default("P45D"), cold: timeLimit.default("P60D") })
    .prefault({}),
});

const perTemperature = z.strictObject({
  hot: z.number().int().min(1).max(20).default(3),
  warm: z.number().int().min(1).max(20).default(5),
  cold: z.number().int().min(1).max(20).default(5),
});

/** D1: how many agents are asked, and who gets the lead then. */
const offers = z
  .strictObject({
    max: z.union([z.number().int().min(1).max(20), perTemperature]).prefault({}),
    then: z.enum(["pool", "manager"]).default("pool"),
    managerId: slug.optional(),
  })
  .refine((value) => value.then !== "manager" || value.managerId !== undefined, {
    path: ["managerId"],
    error: "name the manager who gets leads that nobody accepts",
  });

const continuity = z.strictObject({
  person: z.boolean().default(true),
  /** A lead of the same company goes to the agent who has that company (account id, own domain, parent). */
  account: z.boolean().default(false),
  /** A lead somebody contacted first (`firstContactBy`) stays with that agent. */
  outbound: z.boolean().default(true),
  /** After this long without contact the person belongs to nobody any more. */
  restingPeriod: duration.optional(),
  place: z.enum(["before", "asRule"]).default("before"),
});

export const rule = z.strictObject({
  id: slug,
  name: z.string().max(200).optional(),
  when: condition.optional(),
  method,
  overflow: z.enum(["next", "queue", "pool"]).default("next"),
});
export type Rule = z.infer<typeof rule>;

/** Body of `PUT /v1/plan`: the tenant's distribution policy. */
export const planInput = z
  .strictObject({
    timezone: timeZone,
    defaultCountry: country,
    /** When the business is open; without it, always. */
    businessHours: businessHours.optional(),
    onCall: onCall.optional(),
    scoring: scoring.prefault({}),
    sla: sla.prefault({}),
    reclaim: reclaim.prefault({}),
    offers: offers.prefault({}),
    duplicates: z.strictObject({ window: duration.default("P90D") }).prefault({}),
    capacity: z.number().int().min(0).max(1000).default(15),
    /** C3: the share of a full turn until so long after the agent's `startedOn`. */
    ramp: z
      .array(z.strictObject({ until: duration, share: z.number().positive().max(1) }))
      .max(10)
      .default([
        { until: "P30D", share: 0.3333 },
        { until: "P90D", share: 1 },
      ]),
    continuity: continuity.prefault({}),
    checklists: checklists.prefault({}),
    /** C4: performance tiers, where rules distribute by them. */
    tiers: tiersPolicy.optional(),
    /** C10, E: the guard rails around leads that agents pick themselves; the defaults when left out. */
    cherryPick: cherryPick.optional(),
    /** C16: what a lead's later behaviour brings about. */
    progressive: progressive.default([]),
    rules: z.array(rule).max(500),
    exceptions: planExceptions.optional(),
    fallback: method,
  })
  .superRefine((plan, context) => {
    const seen = new Set<string>();
    plan.rules.forEach((each, index) => {
      if (seen.has(each.id)) {
        context.addIssue({ code: "custom", path: ["rules", index, "id"], message: `the id ${each.id} is used twice` });
      }
      seen.add(each.id);
    });
    if (plan.scoring.warm > plan.scoring.hot) {
      context.addIssue({ code: "custom", path: ["scoring", "warm"], message: "must not be above hot" });
    }
    if (plan.sla.clock === "businessHours" && plan.businessHours === undefined) {
      context.addIssue({ code: "custom", path: ["sla", "clock"], message: "needs businessHours" });
    }
    const problems = [...onCallProblems(plan), ...exceptionProblems(plan)];
    for (const { path, message } of problems) context.addIssue({ code: "custom", path: [...path], message });
  });
export type PlanInput = z.infer<typeof planInput>;

export const plan = planInput.extend({ version: z.number().int().positive() });
export type Plan = z.infer<typeof plan>;
