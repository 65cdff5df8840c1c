import type { Method } from "../../schemas/plan/method.ts";
import type { Plan, Rule } from "../../schemas/plan/plan.ts";

/** How a rule distributes at the moment; no method: it does not, for as long as an exception lasts (D4). */
export interface MethodNow {
  readonly method: Method | undefined;
  readonly poolRule: string;
}

/** The rule's own method, unless an exception is in force at `now` (epoch ms); of several the first counts (D4). */
export function methodNow({ exceptions = [] }: Pick<Plan, "exceptions">, rule: Rule, now: number): MethodNow {
  const position = exceptions.findIndex(
    ({ ruleId, from, to }) => ruleId === rule.id && Date.parse(from) <= now && now < Date.parse(to),
  );
  const exception = exceptions[position];
  if (exception === undefined) return { method: rule.method, poolRule: rule.id };
  return { method: exception.method, poolRule: poolRuleOfException(rule.id, position) };
}

/** Begins the pool keys of an exception's method: what a team does for two weeks does not move the rule's own rotation. */
export function poolRuleOfException(ruleId: string, position: number): string {
  return `${ruleId}/exception-${position + 1}`;
}
