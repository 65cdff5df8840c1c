import { referencesIn, referencesOf } from "../../domain/plan/references.ts";
import { territoriesOf } from "../../domain/routing/pools/matched-values.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { Configuration } from "../ports/ports.ts";

type Kind = "agent" | "team" | "area" | "source" | "buyer";

/** What of the configuration needs this agent, team, area, source or buyer, in words; empty when nothing does. */
export function usesOf(kind: Kind, id: string, config: Configuration): readonly string[] {
  return [
    ...usesByPlan(kind, id, config),
    ...usesByTeam(kind, id, config),
    ...usesByBuyers(kind, id, config),
    ...usesBySources(kind, id, config),
  ];
}

function usesByBuyers(kind: Kind, id: string, { buyers }: Configuration): readonly string[] {
  return [...buyers.values()]
    .filter(({ filter }) => referencesIn(filter, "").some((each) => each.kind === kind && each.id === id))
    .map(({ buyerId }) => `filter of buyer ${buyerId}`);
}

/** A source may say of all its leads who contacted them first, or in which area they lie. */
function usesBySources(kind: Kind, id: string, { sources }: Configuration): readonly string[] {
  const field = kind === "agent" ? "firstContactBy" : kind === "area" ? "area" : undefined;
  if (field === undefined) return [];
  return [...sources.values()]
    .filter(({ defaults }) => defaults?.[field] === id)
    .map(({ sourceId }) => `defaults.${field} of source ${sourceId}`);
}

function usesByPlan(kind: Kind, id: string, { plan }: Configuration): readonly string[] {
  const references = plan ? referencesOf(plan).filter((each) => each.kind === kind && each.id === id) : [];
  return [...new Set(references.map(({ ruleId, pointer }) => (ruleId ? `rule ${ruleId}` : `the plan's ${pointer}`)))];
}

function usesByTeam(kind: Kind, id: string, { agents, teams }: Configuration): readonly string[] {
  const people = [...agents.values()];
  switch (kind) {
    case "agent":
      return [
        ...[...teams.values()]
          .filter((team) => team.leaderId === id || team.deputyId === id)
          .map((team) => `team ${team.teamId} (leader or deputy)`),
        ...named(
          people.filter((agent) => agent.backups?.includes(id)),
          "backup of",
        ),
      ];
    case "team":
      return named(
        people.filter((agent) => agent.team === id),
        "team of",
      );
    case "area":
      return named(
        people.filter((agent) => territoriesOf(agent).includes(id)),
        "territory of",
      );
    case "source":
    case "buyer":
      return [];
    default:
      return kind satisfies never;
  }
}

function named(agents: readonly Agent[], what: string): readonly string[] {
  return agents.length === 0 ? [] : [`${what} ${agents.map((agent) => agent.agentId).join(", ")}`];
}
