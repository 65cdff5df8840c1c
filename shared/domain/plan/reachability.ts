import type { Condition } from "../../schemas/condition.ts";
import type { PlanInput, Rule } from "../../schemas/plan.ts";
import type { Finding } from "./finding.ts";
import { methodsOf } from "./methods-of-plan.ts";

/**
 * Rules behind one that takes all their leads: an earlier rule without a condition, or with the very same one. When
 * that one overflows to the next rule they still catch what its pool cannot take, which is worth knowing, not wrong.
 */
export function unreachableRules(plan: PlanInput): readonly Finding[] {
  return plan.rules.flatMap((rule, i): Finding[] => {
    const before = plan.rules.slice(0, i).filter((earlier) => covers(earlier.when, rule.when));
    const wall = before.find(takesEverything);
    if (wall) return [{ severity: "warning", code: "neverReached", ruleId: rule.id, by: nameOf(wall) }];
    const [first] = before;
    return first ? [{ severity: "warning", code: "reachedOnOverflow", ruleId: rule.id, by: nameOf(first) }] : [];
  });
}

/**
 * A rule that leaves no lead to later ones; an owner rule passes on everybody whom nobody has yet. A mix takes all when
 * one part does: what no other part can take goes there.
 */
function takesEverything(rule: Rule): boolean {
  if (rule.method.type === "owner") return false;
  return rule.overflow !== "next" || methodsOf(rule, 0).some(({ method }) => method.type === "pool");
}

function covers(earlier: Condition | undefined, later: Condition | undefined): boolean {
  return alwaysHolds(earlier) || JSON.stringify(earlier) === JSON.stringify(later);
}

function alwaysHolds(when: Condition | undefined): boolean {
  if (when === undefined) return true;
  if ("all" in when) return when.all.every(alwaysHolds);
  return "any" in when && when.any.some(alwaysHolds);
}

/** What people call the rule. */
function nameOf(rule: Rule): string {
  return rule.name ?? rule.id;
}
