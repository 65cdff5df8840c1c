import type { Deadlines } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import { slaInstant } from "../lifecycle/deadlines.ts";
import { methodsOfPlan } from "../plan/methods-of-plan.ts";
import type { LeadToMatch } from "../routing/pools/matched-values.ts";
import { durationMs } from "../time/durations.ts";
import { type PoolMethod, postsToPool } from "./pool-method.ts";

/** How a lead lies in the pool: by which method, and until when it may be claimed before others are asked (C9). */
export interface Posting {
  readonly posted: Posted;
  readonly deadlines: Pick<Deadlines, "claim" | "recycle">;
}

/** Why a lead is posted that nobody has accepted before (E7). */
export const NOT_ASSIGNED = "notAssigned";

/** Of `<rule>/<part>` the rule. */
export function ruleOfPosted({ rule }: Posted): string {
  return rule.split("/")[0] ?? rule;
}

/** Posted at `now` (epoch ms). The claim window counts by the SLA's clock, recycling by the calendar. */
export function postingOf(
  method: PoolMethod,
  poolRule: string,
  lead: LeadToMatch & { readonly recycled?: number | undefined },
  plan: Plan,
  now: number,
): Posting {
  return {
    posted: {
      rule: poolRule,
      ...(method.type === "cherryPick" && { pick: true, at: now }),
      ...lookedAt(method, lead),
      ...(lead.recycled && { recycled: lead.recycled }),
    },
    deadlines: windowsOf(method, plan, now),
  };
}

function windowsOf({ claimWithin, recycleAfter }: PoolMethod, plan: Plan, now: number): Posting["deadlines"] {
  return {
    ...(claimWithin !== undefined && { claim: slaInstant(plan, now, claimWithin) }),
    ...(recycleAfter !== undefined && { recycle: now + durationMs(recycleAfter) }),
  };
}

/** E7: offered first, until `firstUntil`; its windows begin when it is posted. */
export function assignedFirst({ posted }: Posting, within: string, plan: Plan, now: number): Posting {
  return { posted: { ...posted, firstUntil: slaInstant(plan, now, within) }, deadlines: {} };
}

/** E7: nobody accepted it in time: posted now, as the method that was to post it says by now. */
export function postedAfterFirst({ firstUntil, ...posted }: Posted, plan: Plan, now: number): Posting {
  const method = poolMethodOf(posted, plan);
  return { posted: { ...posted, at: now }, deadlines: method === undefined ? {} : windowsOf(method, plan, now) };
}

/** Back in the pool after nobody took it: without a window, but not forgotten. */
export function postedAgain(posted: Posted, plan: Plan, now: number): Posting {
  const recycleAfter = poolMethodOf(posted, plan)?.recycleAfter;
  return { posted, deadlines: recycleAfter === undefined ? {} : { recycle: now + durationMs(recycleAfter) } };
}

const methods = new WeakMap<Plan, ReadonlyMap<string, PoolMethod>>();

/** The method that posted the lead, as the plan has it now; undefined when it is gone. */
export function poolMethodOf({ rule }: Posted, plan: Plan): PoolMethod | undefined {
  const known = methods.get(plan) ?? poolMethods(plan);
  methods.set(plan, known);
  return known.get(rule);
}

function poolMethods(plan: Plan): ReadonlyMap<string, PoolMethod> {
  return new Map(
    methodsOfPlan(plan).flatMap(({ method, poolRule }) => (postsToPool(method) ? [[poolRule, method] as const] : [])),
  );
}

/** Of the lead only what the claim group's filter looks at. */
function lookedAt({ pool = {} }: PoolMethod, { areas, facts }: LeadToMatch): Pick<Posted, "areas" | "facts"> {
  const { language, interest, propertyType, product, company } = facts;
  const matched = new Set<string>(pool.matchSkills);
  const kept = {
    ...(pool.languages !== undefined && language !== undefined && { language }),
    ...(matched.has("interest") && interest !== undefined && { interest }),
    ...(matched.has("propertyType") && propertyType !== undefined && { propertyType }),
    ...(matched.has("product") && product !== undefined && { product }),
    ...((matched.has("industry") || matched.has("companySize")) && company !== undefined && { company }),
  };
  return {
    ...(pool.areas !== undefined && { areas: [...areas] }),
    ...(Object.keys(kept).length > 0 && { facts: kept }),
  };
}
