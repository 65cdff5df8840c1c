import type { Agent } from "../../../schemas/agent.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { opensEver } from "../../time/open-days.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { teamIndex } from "./team-index.ts";

/** Pools whose members are all paused or away now, or may have no lead at all; agents with hours that never come (C1, D4). */
export function attendance(plan: PlanInput, around: Surroundings): readonly Finding[] {
  const working = [...around.agents.values()].filter(({ status }) => status !== "inactive");
  const roomless = working.length > 0 && working.every(({ capacity = plan.capacity }) => capacity === 0);
  const away = absentees(around);
  const inPools = methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }): readonly Finding[] => {
    const agents = choosable(method, around);
    if (agents.length === 0) return [];
    const about = { severity: "warning", ruleId, pointer } as const;
    const room = agents.some(({ capacity = plan.capacity }) => capacity > 0);
    const present = agents.some(({ agentId, status }) => status === "active" && !away.has(agentId));
    return [
      ...(room || roomless ? [] : [{ ...about, code: "poolWithoutRoom" } as const]),
      ...(present ? [] : [{ ...about, code: "nobodyAtWork", count: agents.length } as const]),
    ];
  });
  const idle = working.filter(({ workingHours }) => workingHours !== undefined && !opensEver(workingHours));
  return [
    ...(roomless ? [{ severity: "error", code: "noCapacity", pointer: "/capacity" } as const] : []),
    ...inPools,
    ...idle.map(({ agentId: id }) => ({ severity: "warning", code: "neverAtWork", id }) as const),
  ];
}

/** Whom a method may choose from, whoever is there. */
function choosable(method: Method, around: Surroundings): readonly Agent[] {
  if (method.type === "agent") {
    const agent = around.agents.get(method.agentId);
    return agent === undefined || agent.status === "inactive" ? [] : [agent];
  }
  return "pool" in method && method.pool !== undefined ? teamIndex(around)(method.pool).agents : [];
}

function absentees({ timeOff = [], now }: Surroundings): ReadonlySet<string> {
  const away = now === undefined ? [] : timeOff.filter(({ from, to }) => from <= now && now < to);
  return new Set(away.map(({ agentId }) => agentId));
}
