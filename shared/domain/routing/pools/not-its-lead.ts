import type { RuleWhy } from "../../../schemas/lead/decision.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { LeadToRoute } from "../lead-to-route.ts";
import { lacksSkillValue } from "./matched-values.ts";

/**
 * Why a rule is not for this lead although its condition matches; undefined when it is. An owner rule is for people whom
 * somebody has (C12), an ISA's for leads that no ISA has handed over yet (C6), one that goes by areas for leads that lie in
 * one (C7), one of specialists for leads that say for what (C5). So such a lead never waits for that rule's agents.
 */
export function notItsLead(method: Method, lead: LeadToRoute, owner: string | undefined): RuleWhy["note"] {
  if (method.type === "owner") return owner === undefined ? "unknownPerson" : undefined;
  if (method.type === "isa" && lead.stage === "handover") return "handedOver";
  const pool = "pool" in method ? method.pool : undefined;
  if (pool?.areas !== undefined && lead.areas.length === 0) return "noArea";
  return pool && lacksSkillValue(pool, lead) ? "noValue" : undefined;
}
