import type { Agent } from "../../../schemas/agent.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { MatchedSkill } from "../../../schemas/plan/pool-filter.ts";
import { anyLead, homeAreasOf, territoriesOf } from "../../routing/pools/matched-values.ts";
import { poolOf } from "../../routing/pools/pool.ts";
import { possibleMatches } from "../../routing/possible-matches.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOf, methodsOfExceptions, methodsOfFallback, type PlacedMethod } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";

/** Pools with nobody or one, areas nobody covers, people who are named but not active, and a fallback without anyone. */
export function staffing(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return [
    ...plan.rules
      .flatMap(methodsOf)
      .flatMap(({ ruleId, poolRule, method, pointer }) =>
        inMethod(poolRule, method, around).map((finding) => ({ pointer, ...finding, ruleId })),
      ),
    ...methodsOfExceptions(plan).flatMap(({ ruleId, poolRule, method, pointer }) =>
      inMethod(poolRule, method, around).map((finding) => ({ pointer, ...finding, ruleId })),
    ),
    ...methodsOfFallback(plan).flatMap((each) =>
      inFallback(each, around).map((finding) => ({ pointer: each.pointer, ...finding })),
    ),
  ];
}

function inMethod(ruleId: string, method: Method, around: Surroundings): readonly Finding[] {
  if (method.type === "agent") return inactive(method.agentId, around);
  if (!("pool" in method) || method.pool === undefined) return [];
  const { matchSkills = [], ...pool } = method.pool;
  const everyArea = [...around.areas.keys()];
  const fitting = poolOf(ruleId, pool, { ...anyLead, areas: everyArea }, around.agents).members;
  const all = fitting.filter((agent) => agent.status !== "inactive");
  if (all.length === 0 || !anySpecialist(matchSkills, all)) return [{ severity: "warning", code: "emptyPool" }];
  const covered = new Set(all.flatMap(pool.areas === "home" ? homeAreasOf : territoriesOf));
  const uncovered = pool.areas !== undefined ? everyArea.filter((areaId) => !covered.has(areaId)) : [];
  return [
    ...(all.length === 1 ? [{ severity: "hint", code: "onePool" } as const] : []),
    ...(uncovered.length > 0 ? [{ severity: "warning", code: "uncoveredAreas", areas: uncovered } as const] : []),
  ];
}

/** Whether somebody has skills that all of these facts can be. */
function anySpecialist(matchSkills: readonly MatchedSkill[], agents: readonly Agent[]): boolean {
  return agents.some((agent) => {
    const alone = new Map([[agent.agentId, agent]]);
    return matchSkills.every((field) => possibleMatches({ matchSkills: [field] }, new Map(), alone).length > 0);
  });
}

function inFallback({ method, poolRule, nested }: PlacedMethod, around: Surroundings): readonly Finding[] {
  if (method.type === "owner") return nested ? [] : [{ severity: "error", code: "fallbackOwner" }];
  const found = inMethod(poolRule, method, around);
  if (nested) return found;
  return [
    ...found.map(
      (finding): Finding => (finding.code === "emptyPool" ? { severity: "error", code: "fallbackNobody" } : finding),
    ),
    ...(method.type === "isa" ? [{ severity: "warning", code: "fallbackIsa" } as const] : []),
    ...(isPartial(method) ? [{ severity: "warning", code: "fallbackPartial" } as const] : []),
  ];
}

/** Takes only leads with something that others have not. */
function isPartial(method: Method): boolean {
  if (!("pool" in method) || method.pool === undefined) return false;
  const { areas, languages, matchSkills } = method.pool;
  return areas !== undefined || languages !== undefined || matchSkills !== undefined;
}

function inactive(agentId: string, { agents }: Surroundings): readonly Finding[] {
  return agents.get(agentId)?.status === "inactive" ? [{ severity: "error", code: "inactiveAgent", id: agentId }] : [];
}
