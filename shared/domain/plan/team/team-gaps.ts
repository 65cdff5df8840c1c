import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import type { Surroundings } from "../unknown-references.ts";
import { agentGaps } from "./agent-gaps.ts";

/** What the plan counts on and the team does not have: leaders to tell, areas and backups that exist. */
export function teamGaps(plan: PlanInput, { agents, teams, areas }: Surroundings): readonly Finding[] {
  const staff = [...agents.values()].filter((agent) => agent.status !== "inactive");
  const escalates = [plan.sla.hot, plan.sla.warm, plan.sla.cold].some((step) => step.notifyLeaderAfter !== undefined);
  const needed = escalates ? [...teams.values()].filter(({ teamId }) => staff.some(({ team }) => team === teamId)) : [];
  const leaderless = needed.filter(({ leaderId }) => leaderId === undefined || !agents.has(leaderId));
  return [
    ...staff.flatMap((agent) => agentGaps(agent, { agents, areas })).flatMap(unplaced),
    ...leaderless.map(({ teamId: id }) => ({ severity: "hint", code: "noLeader", id }) as const),
  ];
}

/** Its place is in the agent, not in the plan. Who is the own backup is found with the circles. */
function unplaced({ pointer: _, ...finding }: ReturnType<typeof agentGaps>[number]): readonly Finding[] {
  return finding.code === "ownBackup" ? [] : [finding];
}
