import type { Agent, Team } from "../../schemas/agent.ts";
import type { LeadState, LeadToken } from "../../schemas/lead.ts";
import type { Ports } from "../ports.ts";
import { handleLeadToken, handleLeadVersion } from "./handle-lead-version.ts";
import { handleAgentChange, handleTeamChange } from "./handle-team-change.ts";

/** A change of the table, in order for each item. */
export type Change =
  | { readonly of: "lead"; readonly previous: LeadState | undefined; readonly state: LeadState }
  | { readonly of: "token"; readonly token: LeadToken }
  | { readonly of: "agent"; readonly previous: Agent | undefined; readonly agent: Agent | undefined }
  | { readonly of: "team"; readonly previous: Team | undefined; readonly team: Team }
  /** Somebody's time off was entered or removed. */
  | { readonly of: "absence" };

/** Does what follows from one change. Answers whether queued leads may find somebody now: the caller drains once a batch. */
export async function handleChange(ports: Ports, change: Change): Promise<{ readonly drain: boolean }> {
  switch (change.of) {
    case "lead":
      return handleLeadVersion(ports, change.previous, change.state);
    case "token":
      await handleLeadToken(ports, change.token);
      return { drain: false };
    case "agent":
      return handleAgentChange(ports, change.previous, change.agent);
    case "team":
      await handleTeamChange(ports, change.previous, change.team);
      return { drain: false };
    case "absence":
      return { drain: true };
    default:
      return change satisfies never;
  }
}
