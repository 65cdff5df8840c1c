import type { Agent } from "../../../schemas/agent.ts";
import type { Finding } from "../findings/finding.ts";
import type { Surroundings } from "../unknown-references.ts";

type AgentGap = Extract<Finding, { readonly code: "unknownTerritory" | "unknownBackup" | "ownBackup" }>;

/** What an agent names and nobody has: areas and backups, and the agent as the own backup; pointers into the agent. */
export function agentGaps(
  agent: Agent,
  { agents, areas }: Pick<Surroundings, "agents" | "areas">,
): readonly AgentGap[] {
  const { agentId, backups = [] } = agent;
  return [
    ...placedTerritories(agent).flatMap(({ id, pointer }): readonly AgentGap[] =>
      areas.has(id) ? [] : [{ severity: "warning", code: "unknownTerritory", agentId, id, pointer }],
    ),
    ...backups.flatMap((id, i): readonly AgentGap[] => {
      const pointer = `/backups/${i}`;
      if (id === agentId) return [{ severity: "warning", code: "ownBackup", id, pointer }];
      return agents.has(id) ? [] : [{ severity: "warning", code: "unknownBackup", agentId, id, pointer }];
    }),
  ];
}

function placedTerritories({ territories = [] }: Agent): readonly { readonly id: string; readonly pointer: string }[] {
  const placed = (ids: readonly string[], pointer: string) => ids.map((id, i) => ({ id, pointer: `${pointer}/${i}` }));
  if (!("home" in territories)) return placed(territories, "/territories");
  return [...placed(territories.home, "/territories/home"), ...placed(territories.others ?? [], "/territories/others")];
}
