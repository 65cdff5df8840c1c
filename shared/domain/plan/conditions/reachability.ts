import type { Condition } from "../../../schemas/plan/condition.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput, Rule } from "../../../schemas/plan/plan.ts";
import { matchesLead } from "../../routing/pools/for-any-lead.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOf } from "../methods-of-plan.ts";
import type { Box } from "./boxes.ts";
import { contradictionIn } from "./contradiction.ts";
import { type LeadSpace, leadSpace } from "./lead-space.ts";
import { placedComparisons } from "./placed-comparisons.ts";

/** Inside sales agents are for leads that none of them has handed over yet (C6). */
const newLeads: Condition = { field: "stage", op: "eq", value: "new" };

/** A rule with the leads that meet its condition. */
interface Reach {
  readonly rule: Rule;
  readonly position: number;
  readonly region: readonly Box[];
}

/**
 * Rules that no lead can reach, because no lead meets their condition or because earlier rules leave them nothing: one
 * that holds all their leads, or several together. When an earlier rule overflows to the next, the later one still gets
 * what its pool cannot take: worth knowing, not wrong. Every finding is certain; what is too intricate is passed over.
 */
export function unreachableRules(plan: PlanInput): readonly Finding[] {
  const conditions = plan.rules.map(conditionOf);
  const space = leadSpace(conditions);
  const excepted = new Set(plan.exceptions?.map(({ ruleId }) => ruleId));
  const walls: Reach[] = [];
  const others: Reach[] = [];
  const found: Finding[] = [];

  for (const [position, rule] of plan.rules.entries()) {
    const region = space.regionOf(conditions[position]);
    if (region === undefined) continue;
    const about = { ruleId: rule.id, pointer: `/rules/${position}` };
    if (region.length === 0) {
      const at = contradictionIn(conditions[position] ?? { any: [] }, `/rules/${position}/when`, space, "rules");
      found.push({ severity: "error", code: "neverMatches", ...about, ...at });
      continue;
    }
    if (holdsAlways(rule, region, space)) {
      found.push({ severity: "warning", code: "alwaysMatches", ...about, pointer: `/rules/${position}/when` });
    }
    const wall = walls.find((each) => space.isWithin(region, each.region));
    const took = wall ? [wall] : takenTogether(region, walls, space);
    const over = others.find((each) => space.isWithin(region, each.region));
    if (took) found.push({ severity: "warning", code: "neverReached", ...about, by: took.map(nameOf).join(", ") });
    else if (over) found.push({ severity: "hint", code: "reachedOnOverflow", ...about, by: nameOf(over) });
    const reach = { rule, position, region };
    if (takesEverything(rule) && !excepted.has(rule.id)) walls.push(reach);
    else if (takesAnybody(rule)) others.push(reach);
  }
  return found;
}

/** So many boxes are held against each other for one rule; more is too intricate to follow while somebody waits. */
const mostSteps = 20_000;

/** The walls that leave nothing of the region together, or undefined when something is left or it cannot be told. */
function takenTogether(region: readonly Box[], walls: readonly Reach[], space: LeadSpace) {
  let left = region;
  let steps = 0;
  const took: Reach[] = [];
  for (const wall of walls) {
    steps += left.length * wall.region.length;
    const after = steps > mostSteps ? undefined : space.remaining(left, wall.region);
    if (after === undefined) return undefined;
    if (after.length !== left.length || (after !== left && after.some((box, i) => box !== left[i]))) took.push(wall);
    if (after.length === 0) return took;
    left = after;
  }
  return undefined;
}

function conditionOf({ when, method }: Rule): Condition | undefined {
  if (method.type !== "isa") return when;
  return when === undefined ? newLeads : { all: [when, newLeads] };
}

/**
 * A rule that leaves no lead to later ones; an owner rule passes on everybody whom nobody has yet, one by areas or
 * specialities the leads that have none. A mix takes all when
 * one part does: what no other part can take goes there.
 */
function takesEverything(rule: Rule): boolean {
  if (rule.method.type === "owner") return false;
  const { areas, matchSkills } = "pool" in rule.method ? (rule.method.pool ?? {}) : {};
  if (areas !== undefined || matchSkills !== undefined) return false;
  return rule.overflow !== "next" || methodsOf(rule, 0).some(({ method }) => postsAny(method));
}

/** Puts every lead into the pool; to be picked only if somebody may. */
function postsAny(method: Method): boolean {
  if (method.type !== "cherryPick") return method.type === "pool";
  return !matchesLead(method.pool ?? {});
}

/** Whether who can take a lead is the same for all of the rule's leads: not by area, language, skill or owner. */
function takesAnybody(rule: Rule): boolean {
  return methodsOf(rule, 0).every(({ method }) => {
    return method.type !== "owner" && !matchesLead("pool" in method ? (method.pool ?? {}) : {});
  });
}

/** A condition that every lead meets: mostly alternatives that exclude different things, such as “not A or not B”. */
function holdsAlways({ when, method }: Rule, region: readonly Box[], space: LeadSpace): boolean {
  if (when === undefined || method.type === "isa" || placedComparisons(when, "").length === 0) return false;
  return space.remaining([new Map()], region)?.length === 0;
}

/** What people call the rule. */
function nameOf({ rule }: Reach): string {
  return rule.name ?? rule.id;
}
