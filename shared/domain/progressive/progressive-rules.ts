import type { Method } from "../../schemas/plan/method.ts";
import type { ProgressiveRule } from "../../schemas/plan/progressive.ts";

/** How the rule chooses its specialist. */
export function specialistMethod({ method, pool = {} }: ProgressiveRule): Method {
  return method ?? { type: "roundRobin", pool };
}

/** Begins the rule's pool keys. A plan's own rules cannot be called so: their ids have no dots. */
export function progressivePoolRule({ id }: Pick<ProgressiveRule, "id">): string {
  return `progressive.${id}`;
}

/** Whether the rule of a decision is a progressive one. */
export function isProgressive(ruleId: string): boolean {
  return ruleId.startsWith("progressive.");
}

/** The reason as it is stored; whoever reads it is shown the rule's name. */
export const progressiveReason = (ruleId: string): string => `progressive:${ruleId}`;

/** What people call the rule that is the reason; undefined for another reason, and for a rule that is gone. */
export function progressiveRuleName(reason: string, rules: readonly ProgressiveRule[]): string | undefined {
  const rule = rules.find(({ id }) => progressiveReason(id) === reason);
  return rule && (rule.name ?? rule.id);
}
