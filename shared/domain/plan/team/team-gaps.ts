import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { territoriesOf } from "../../routing/pools/matched-values.ts";
import type { Finding } from "../findings/finding.ts";
import type { Surroundings } from "../unknown-references.ts";

/** What the plan counts on and the team does not have: leaders to tell, areas and backups that exist. */
export function teamGaps(plan: PlanInput, { agents, teams, areas }: Surroundings): readonly Finding[] {
  const staff = [...agents.values()].filter((agent) => agent.status !== "inactive");
  const escalates = [plan.sla.hot, plan.sla.warm, plan.sla.cold].some((step) => step.notifyLeaderAfter !== undefined);
  const needed = escalates ? [...teams.values()].filter(({ teamId }) => staff.some(({ team }) => team === teamId)) : [];
  const leaderless = needed.filter(({ leaderId }) => leaderId === undefined || !agents.has(leaderId));
  return [
    ...staff.flatMap((agent): readonly Finding[] => {
      const { agentId, backups = [] } = agent;
      const nowhere = territoriesOf(agent).filter((id) => !areas.has(id));
      const nobody = backups.filter((id) => !agents.has(id));
      return [
        ...nowhere.map((id) => ({ severity: "warning", code: "unknownTerritory", agentId, id }) as const),
        ...nobody.map((id) => ({ severity: "warning", code: "unknownBackup", agentId, id }) as const),
      ];
    }),
    ...leaderless.map(({ teamId: id }) => ({ severity: "hint", code: "noLeader", id }) as const),
  ];
}
