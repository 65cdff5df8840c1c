import type { Agent, Team } from "../../schemas/agent.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadToken } from "../../schemas/lead/workflow.ts";
import type { Source } from "../../schemas/source.ts";
import type { TierProposal } from "../../schemas/tier.ts";
import type { Ports } from "../ports/ports.ts";
import { handleBuyerChange } from "./handle-buyer-change.ts";
import { type Handled, handleLeadToken, handleLeadVersion } from "./handle-lead-version.ts";
import { handleProposalChange } from "./handle-proposal-change.ts";
import { handleSourceChange } from "./handle-source-change.ts";
import { handleAgentChange, handleTeamChange } from "./handle-team-change.ts";

/** A change of the table, in order for each item. */
export type Change =
  | { readonly of: "lead"; readonly previous: LeadState | undefined; readonly state: LeadState }
  | { readonly of: "token"; readonly token: LeadToken }
  | { readonly of: "agent"; readonly previous: Agent | undefined; readonly agent: Agent | undefined }
  | { readonly of: "team"; readonly previous: Team | undefined; readonly team: Team }
  | { readonly of: "source"; readonly previous: Source | undefined; readonly source: Source | undefined }
  | { readonly of: "buyer"; readonly previous: Buyer | undefined; readonly buyer: Buyer | undefined }
  | { readonly of: "proposal"; readonly previous: TierProposal | undefined; readonly proposal: TierProposal }
  /** Somebody's time off was entered or removed. */
  | { readonly of: "absence" }
  /** A new version of the plan counts from now on: its rules may place what waits. */
  | { readonly of: "plan" };

const nothing: Handled = { drain: false, happened: [] };

/** Does what follows from one change. */
export async function handleChange(ports: Ports, change: Change): Promise<Handled> {
  switch (change.of) {
    case "lead":
      return handleLeadVersion(ports, change.previous, change.state);
    case "token":
      await handleLeadToken(ports, change.token);
      return nothing;
    case "agent":
      return { ...(await handleAgentChange(ports, change.previous, change.agent)), happened: [] };
    case "team":
      await handleTeamChange(ports, change.previous, change.team);
      return nothing;
    case "source":
      await handleSourceChange(ports, change.previous, change.source);
      return nothing;
    case "buyer":
      await handleBuyerChange(ports, change.previous, change.buyer);
      return nothing;
    case "proposal":
      await handleProposalChange(ports, change.previous, change.proposal);
      return nothing;
    case "absence":
    case "plan":
      return { drain: true, happened: [] };
    default:
      return change satisfies never;
  }
}
