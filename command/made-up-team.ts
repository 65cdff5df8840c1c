import { methodsOfPlan } from "../shared/domain/plan/methods-of-plan.ts";
import { referencesOf } from "../shared/domain/plan/references.ts";
import { type Agent, agentInput, type Role } from "../shared/schemas/agent.ts";
import type { PlanInput } from "../shared/schemas/plan/plan.ts";
import type { Surroundings } from "./team-file.ts";

const tiers = ["A", "A", "B", "B", "C", "C"] as const;

/**
 * A team for a plan that comes without one: everybody it names, and six agents (two of each tier, in its teams in turn)
 * with all the skills it asks for; two of each other role. Nobody has hours or areas.
 */
export function madeUpTeam(plan: PlanInput): Surroundings {
  const references = referencesOf(plan);
  const named = (kind: string) => [...new Set(references.filter((each) => each.kind === kind).map(({ id }) => id))];
  const [teams, skills] = [named("team"), named("skill")];
  const roles = new Set(methodsOfPlan(plan).flatMap(({ method }) => ("pool" in method && method.pool?.role) || []));
  const made = (agentId: string, i: number, role: Role): Agent => ({
    ...agentInput.parse({
      name: agentId,
      email: `${agentId}@example.com`,
      team: teams[i % Math.max(1, teams.length)] ?? "team",
      tier: tiers[i % tiers.length],
      ...{ role, skills, order: i },
    }),
    agentId,
    version: 1,
  });
  const agents = [
    ...named("agent").map((agentId, i) => made(agentId, i, "agent")),
    ...tiers.map((_, i) => made(`agent-${i + 1}`, i, "agent")),
    ...[...roles]
      .filter((role) => role !== "agent")
      .flatMap((role) => [1, 2].map((n, i) => made(`${role}-${n}`, i, role))),
  ];
  return {
    agents: new Map(agents.map((agent) => [agent.agentId, agent])),
    ...{ areas: new Map(), sources: new Map(), buyers: new Map(), timeOff: [] },
  };
}
