import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { matchesLead } from "../../routing/pools/for-any-lead.ts";
import type { Finding } from "../findings/finding.ts";
import {
  methodsOf,
  methodsOfExceptions,
  methodsOfFallback,
  methodsOfProgressive,
  type PlacedMethod,
} from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { teamIndex } from "./team-index.ts";

/** Pools with nobody or one, areas nobody covers, people who are named but not active, and a fallback without anyone. */
export function staffing(plan: PlanInput, around: Surroundings): readonly Finding[] {
  const placed = (each: PlacedMethod) =>
    inMethod(each.method, around).map((finding) => ({ pointer: each.pointer, ...finding, ruleId: each.ruleId }));
  const queueing = new Set(plan.rules.flatMap(({ id, overflow }) => (overflow === "queue" ? [id] : [])));
  return [
    // With nobody else to go to their leads would wait for good.
    ...plan.rules
      .flatMap(methodsOf)
      .flatMap(placed)
      .map((finding) =>
        finding.code === "emptyPool" && queueing.has(finding.ruleId)
          ? { ...finding, severity: "error" as const }
          : finding,
      ),
    ...methodsOfExceptions(plan).flatMap(placed),
    // One specialist is all that a progressive rule needs.
    ...methodsOfProgressive(plan)
      .flatMap(placed)
      .filter(({ code }) => code !== "onePool"),
    ...methodsOfFallback(plan).flatMap((each) =>
      inFallback(each, around).map((finding) => ({ pointer: each.pointer, ...finding })),
    ),
  ];
}

function inMethod(method: Method, around: Surroundings): readonly Finding[] {
  if (method.type === "agent") return inactive(method.agentId, around);
  if (!("pool" in method) || method.pool === undefined) return [];
  const { agents, gap, areasCovered } = teamIndex(around)(method.pool);
  if (agents.length === 0) return [{ severity: "warning", code: "emptyPool", ...(gap && { because: gap }) }];
  const uncovered = areasCovered ? [...around.areas.keys()].filter((areaId) => !areasCovered.has(areaId)) : [];
  return [
    ...(agents.length === 1 ? [{ severity: "hint", code: "onePool" } as const] : []),
    ...(uncovered.length > 0 ? [{ severity: "warning", code: "uncoveredAreas", areas: uncovered } as const] : []),
  ];
}

function inFallback({ method, nested }: PlacedMethod, around: Surroundings): readonly Finding[] {
  if (method.type === "owner") return nested ? [] : [{ severity: "error", code: "fallbackOwner" }];
  const found = inMethod(method, around);
  if (nested) return found;
  return [
    ...found.map(
      (finding): Finding => (finding.code === "emptyPool" ? { severity: "error", code: "fallbackNobody" } : finding),
    ),
    ...(method.type === "isa" ? [{ severity: "warning", code: "fallbackIsa" } as const] : []),
    ...(method.type === "shared" && method.pool === undefined && method.buyers !== undefined
      ? [{ severity: "warning", code: "fallbackBuyers" } as const]
      : []),
    ...(isPartial(method) ? [{ severity: "warning", code: "fallbackPartial" } as const] : []),
  ];
}

/** Takes only leads with something that others have not. */
function isPartial(method: Method): boolean {
  return "pool" in method && method.pool !== undefined && matchesLead(method.pool);
}

function inactive(agentId: string, { agents }: Surroundings): readonly Finding[] {
  return agents.get(agentId)?.status === "inactive" ? [{ severity: "error", code: "inactiveAgent", id: agentId }] : [];
}
