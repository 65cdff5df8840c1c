import type { Method } from "../../schemas/method.ts";
import type { PlanInput } from "../../schemas/plan.ts";
import { poolOf, territoriesOf } from "../routing/pool.ts";
import { FALLBACK } from "../routing/special-rules.ts";
import type { Finding } from "./finding.ts";
import type { Surroundings } from "./unknown-references.ts";

/** Pools with nobody or one, areas nobody covers, people who are named but not active, and a fallback without anyone. */
export function staffing(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return [
    ...plan.rules.flatMap(({ id, method }) =>
      inMethod(id, method, around).map((finding) => ({ ...finding, ruleId: id })),
    ),
    ...inFallback(plan.fallback, around),
  ];
}

function inMethod(ruleId: string, method: Method, around: Surroundings): readonly Finding[] {
  if (method.type === "agent") return inactive(method.agentId, around);
  if (!("pool" in method)) return [];
  const { pool } = method;
  const members = (areas: readonly string[]) =>
    poolOf(ruleId, pool, areas, around.agents).members.filter((agent) => agent.status !== "inactive");
  const everyArea = [...around.areas.keys()];
  const all = members(everyArea);
  if (all.length === 0) return [{ severity: "warning", code: "emptyPool" }];
  const covered = new Set(all.flatMap(territoriesOf));
  const uncovered = pool.areas === "match" ? everyArea.filter((areaId) => !covered.has(areaId)) : [];
  return [
    ...(all.length === 1 ? [{ severity: "hint", code: "onePool" } as const] : []),
    ...(uncovered.length > 0 ? [{ severity: "warning", code: "uncoveredAreas", areas: uncovered } as const] : []),
  ];
}

function inFallback(fallback: Method, around: Surroundings): readonly Finding[] {
  if (fallback.type === "owner") return [{ severity: "error", code: "fallbackOwner" }];
  const found = inMethod(FALLBACK, fallback, around);
  return found.map((finding) =>
    finding.code === "emptyPool" ? { severity: "error", code: "fallbackNobody" } : finding,
  );
}

function inactive(agentId: string, { agents }: Surroundings): readonly Finding[] {
  return agents.get(agentId)?.status === "inactive" ? [{ severity: "error", code: "inactiveAgent", id: agentId }] : [];
}
