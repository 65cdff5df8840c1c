import type { Agent } from "../../../schemas/agent.ts";
import type { Area } from "../../../schemas/area.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import { methodsOfPlan } from "../../plan/methods-of-plan.ts";
import { policyOf } from "../../tiers/tier-place.ts";
import { possibleMatches } from "../possible-matches.ts";
import { isaPoolsOf } from "./isa-pools.ts";
import type { LeadOfPool } from "./matched-values.ts";

/** A rotation that a plan has: a rule's own, or one of those it makes per area. */
export interface RotationOfPlan {
  readonly ruleId: string;
  /** Begins its pool keys: the rule's id, or `<rule>/<part>` in a mix. */
  readonly poolRule: string;
  readonly method: RotationMethod;
  /** A lead of it, as far as the pool looks at leads. */
  readonly lead: LeadOfPool;
}

/** Methods whose agents take turns by ticket. */
export type RotationMethod = Extract<Method, { readonly type: "roundRobin" | "weighted" | "tiers" | "fastest" }>;

const turning: ReadonlySet<Method["type"]> = new Set(["roundRobin", "weighted", "tiers", "fastest"]);

export function isRotationMethod(method: Method): method is RotationMethod {
  return turning.has(method.type);
}

/** The rotation by which a method chooses; undefined for one that has none. Areas rotate among those who work there. */
export function rotationOf(method: Method): RotationMethod | undefined {
  if (method.type === "area" || method.type === "lastInArea") return { type: "roundRobin", pool: method.pool };
  // With buyers the rotation depends on which of them want the lead.
  if (method.type === "shared" && method.buyers === undefined) return { type: "roundRobin", pool: method.pool ?? {} };
  return isRotationMethod(method) ? method : undefined;
}

/** The rotations of a plan in its order. With tiers by source there is one for each of
 * `sourceIds`. Where areas overlap there are more, which only the leads there name. */
export function rotationsOf(
  plan: Plan,
  areas: ReadonlyMap<string, Area>,
  agents: ReadonlyMap<string, Agent>,
  sourceIds: readonly string[] = [],
): readonly RotationOfPlan[] {
  return methodsOfPlan(plan).flatMap(({ ruleId, poolRule, method }): readonly RotationOfPlan[] => {
    if (method.type === "isa") {
      return isaPoolsOf(poolRule, method.pool, areas, agents).map((each) => ({ ruleId, ...each }));
    }
    const rotation = rotationOf(method);
    if (!rotation) return [];
    const bySource = method.type === "tiers" && policyOf(plan).mix === "sameSources";
    const sources = bySource ? sourceIds.map((sourceId) => ({ sourceId })) : [{}];
    return possibleMatches(rotation.pool, areas, agents).flatMap((lead) =>
      sources.map((source) => ({ ruleId, poolRule, method: rotation, lead: { ...lead, ...source } })),
    );
  });
}
