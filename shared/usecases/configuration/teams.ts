import type { Team, TeamInput } from "../../schemas/agent.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { usesOf } from "./in-use.ts";
import { done, type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

export function saveTeam(
  ports: Pick<Ports, "config">,
  config: Configuration,
  teamId: string,
  input: TeamInput,
  expected: Expected,
): Promise<Outcome<SavedItem<Team>>> {
  return saveExpecting(config.teams.get(teamId), expected, (version) => ports.config.saveTeam(teamId, input, version));
}

/** Refused while agents are in it or the plan names it. */
export async function deleteTeam(
  ports: Pick<Ports, "config">,
  config: Configuration,
  teamId: string,
): Promise<Outcome<void>> {
  const by = usesOf("team", teamId, config);
  if (by.length > 0) return refused({ kind: "inUse", by });
  return (await ports.config.deleteTeam(teamId)) ? done(undefined) : refused({ kind: "unknown", what: "team" });
}
