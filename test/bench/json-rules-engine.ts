import { Engine, type RuleProperties } from "json-rules-engine";
import type { Facts } from "../../shared/domain/rules/fact.ts";
import type { Comparison, Condition } from "../../shared/schemas/plan/condition.ts";
import type { Rule } from "../../shared/schemas/plan/plan.ts";

/** The first rule that a lead's facts match, by id. */
export type FirstMatch = (facts: Facts) => Promise<string | undefined>;

/** Its names for our comparisons; the sample plan uses no others. */
const operators: Partial<Record<Comparison["op"], string>> = {
  eq: "equal",
  ne: "notEqual",
  in: "in",
  nin: "notIn",
  gt: "greaterThan",
  gte: "greaterThanInclusive",
  lt: "lessThan",
  lte: "lessThanInclusive",
};

/** All rules in one go, and the first of those that matched: what one gets without further thought. */
export function matchingAll(rules: readonly Rule[]): FirstMatch {
  const engine = new Engine(
    rules.map((rule) => ruleProperties(rule, 1)),
    { allowUndefinedFacts: true },
  );
  const place = new Map(rules.map(({ id }, i) => [id, i]));
  return async (facts) => {
    const { events } = await engine.run(flat(facts));
    return events.map(({ type }) => type).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))[0];
  };
}

/** One rule after the other by priority, until one matches: the way its documentation shows to stop early. */
export function matchingInOrder(rules: readonly Rule[]): FirstMatch {
  const engine = new Engine(
    rules.map((rule, i) => ruleProperties(rule, rules.length - i)),
    { allowUndefinedFacts: true },
  );
  engine.on("success", () => engine.stop());
  return async (facts) => (await engine.run(flat(facts))).events[0]?.type;
}

function ruleProperties({ id, when }: Rule, priority: number): RuleProperties {
  return { name: id, priority, event: { type: id }, conditions: { all: partsOf(when).map(condition) } };
}

function partsOf(when: Condition | undefined): readonly Comparison[] {
  if (when === undefined || !("all" in when)) throw new Error("the sample plan's rules are lists of comparisons");
  return when.all.flatMap((part) => ("op" in part ? [part] : partsOf(part)));
}

function condition({ field, op, value }: Comparison) {
  const operator = operators[op];
  if (operator === undefined) throw new Error(`${op} has no counterpart`);
  return { fact: field, operator, value };
}

/** Fields inside fields become facts of their own: it finds those faster than it follows paths. */
function flat(facts: Facts): Record<string, unknown> {
  const { budget, ...rest } = facts;
  const max = typeof budget === "object" && budget !== null && "max" in budget ? budget.max : undefined;
  return max === undefined ? rest : { ...rest, "budget.max": max };
}
