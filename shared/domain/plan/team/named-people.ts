import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import { referencesOf } from "../references.ts";
import type { Surroundings } from "../unknown-references.ts";

/** People who are named somewhere but inactive, a rota of one, and a rota that nothing asks for (C9, C17, D1). */
export function namedPeople(plan: PlanInput, { agents }: Pick<Surroundings, "agents">): readonly Finding[] {
  const gone = referencesOf(plan).filter(
    ({ kind, id, pointer }) =>
      kind === "agent" && agents.get(id)?.status === "inactive" && !/\/when\b|\/agentId$/.test(pointer),
  );
  return [
    ...gone.map(({ id, pointer, ruleId }) => ({
      ...({ severity: pointer === "/offers/managerId" ? "error" : "warning", code: "inactiveAgent" } as const),
      ...{ id, pointer, ...(ruleId !== undefined && { ruleId }) },
    })),
    ...rota(plan),
  ];
}

function rota(plan: PlanInput): readonly Finding[] {
  if (plan.onCall?.rota === undefined) return [];
  const { agents = [], shifts = [] } = plan.onCall.rota;
  const [first, ...others] = new Set([...agents, ...shifts.flatMap((shift) => shift.agents)]);
  const used =
    plan.onCall.outsideHours === "onCall" || methodsOfPlan(plan).some(({ method }) => method.type === "onCall");
  const pointer = "/onCall/rota";
  return [
    ...(first !== undefined && others.length === 0
      ? [{ severity: "hint", code: "rotaOfOne", id: first, pointer } as const]
      : []),
    ...(used ? [] : [{ severity: "hint", code: "rotaUnused", pointer } as const]),
  ];
}
