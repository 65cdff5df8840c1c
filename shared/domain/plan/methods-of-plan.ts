import type { Method } from "../../schemas/plan/method.ts";
import type { PlanInput, Rule } from "../../schemas/plan/plan.ts";
import { progressivePoolRule, specialistMethod } from "../progressive/progressive-rules.ts";
import { FALLBACK } from "../routing/special-rules.ts";
import { poolRuleOfException } from "./exceptions.ts";

/** A method of a plan with its place: a rule's own, the fallback, or one nested in another method. */
export interface PlacedMethod {
  readonly method: Method;
  /** The rule it belongs to; `fallback` for the fallback and what it nests. */
  readonly ruleId: string;
  /** Begins the method's pool keys: the rule's id, or `<rule>/<part>` for a part of a mix, counted from 1. */
  readonly poolRule: string;
  /** For people: `rules[2].method.parts[1].method`. */
  readonly path: string;
  /** The same as a JSON pointer into the plan: `/rules/2/method/parts/1/method`. */
  readonly pointer: string;
  /** Whether another method holds it. */
  readonly nested: boolean;
}

/** The pool rule of a mix's part, counted from 0: its own pool key, so that no two parts share a rotation. */
export function poolRuleOfPart(poolRule: string, part: number): string {
  return `${poolRule}/${part + 1}`;
}

/** The pool rule of whom leads are offered to before they may be picked (E7). */
export function poolRuleOfFirst(poolRule: string): string {
  return `${poolRule}/first`;
}

/** A rule's method, and all that are nested in it, from the outside in. */
export function methodsOf(rule: Pick<Rule, "id" | "method">, position: number): readonly PlacedMethod[] {
  return withNested({
    method: rule.method,
    ruleId: rule.id,
    poolRule: rule.id,
    path: `rules[${position}].method`,
    pointer: `/rules/${position}/method`,
    nested: false,
  });
}

/** The fallback's method, and all that are nested in it. */
export function methodsOfFallback({ fallback }: Pick<PlanInput, "fallback">): readonly PlacedMethod[] {
  const place = { ruleId: FALLBACK, poolRule: FALLBACK, path: "fallback", pointer: "/fallback" };
  return withNested({ method: fallback, ...place, nested: false });
}

/** The methods that exceptions put in place of a rule's own for a while (D4). */
export function methodsOfExceptions({ exceptions = [] }: Pick<PlanInput, "exceptions">): readonly PlacedMethod[] {
  return exceptions.flatMap(({ ruleId, method }, i) => {
    const place = { ruleId, poolRule: poolRuleOfException(ruleId, i), nested: false };
    const found = { path: `exceptions[${i}].method`, pointer: `/exceptions/${i}/method` };
    return method === undefined ? [] : withNested({ method, ...place, ...found });
  });
}

/** How progressive rules choose their specialists (C16). */
export function methodsOfProgressive({
  progressive = [],
}: Partial<Pick<PlanInput, "progressive">>): readonly PlacedMethod[] {
  return progressive.flatMap((rule, i) => {
    const [path, pointer] = rule.method
      ? [`progressive[${i}].method`, `/progressive/${i}/method`]
      : [`progressive[${i}]`, `/progressive/${i}`];
    const place = { ruleId: rule.id, poolRule: progressivePoolRule(rule), nested: false };
    return withNested({ method: specialistMethod(rule), ...place, path, pointer });
  });
}

/** Every method of a plan in its order, nested ones too, then those of exceptions and progressive rules, the fallback last. */
export function methodsOfPlan(
  plan: Pick<PlanInput, "rules" | "exceptions" | "fallback"> & Partial<Pick<PlanInput, "progressive">>,
): readonly PlacedMethod[] {
  return [
    ...plan.rules.flatMap(methodsOf),
    ...methodsOfExceptions(plan),
    ...methodsOfProgressive(plan),
    ...methodsOfFallback(plan),
  ];
}

/** What this method nests is found here and nowhere else. */
function withNested(placed: PlacedMethod): readonly PlacedMethod[] {
  const { method, poolRule, path, pointer } = placed;
  if (method.type === "cherryPick" && method.assignFirst !== undefined) {
    const first = {
      method: method.assignFirst.method,
      poolRule: poolRuleOfFirst(poolRule),
      path: `${path}.assignFirst.method`,
      pointer: `${pointer}/assignFirst/method`,
    };
    return [placed, ...withNested({ ...placed, ...first, nested: true })];
  }
  if (method.type !== "mix") return [placed];
  const parts = method.parts.flatMap((part, i) =>
    withNested({
      ...placed,
      method: part.method,
      poolRule: poolRuleOfPart(poolRule, i),
      path: `${path}.parts[${i}].method`,
      pointer: `${pointer}/parts/${i}/method`,
      nested: true,
    }),
  );
  return [placed, ...parts];
}
