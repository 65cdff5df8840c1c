import { type Claim, continuingAgent } from "../../domain/intake/continuing-agent.ts";
import type { KnownThrough } from "../../schemas/lead/decision.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { LeadToDecide } from "./decide-outcome.ts";
import { type EarlierLeads, earlierLeads } from "./earlier-leads.ts";
import { accountOwners } from "./known-person.ts";

/**
 * Who has the person of this lead already (C12): by an outbound contact, by a lead that is open, by one that is closed, by
 * the company, else whoever is being offered one. `link`: which leads this one is to remember.
 */
export async function standingClaim(
  ports: Pick<Ports, "intake" | "leads" | "clock" | "secrets">,
  { draft, input, leadId, now }: LeadToDecide,
  earlier: readonly string[],
  config: Pick<RoutingConfig, "plan" | "agents">,
): Promise<{ readonly claim: Claim | undefined; readonly link: readonly string[] }> {
  const { continuity } = config.plan;
  const company = { ...draft.facts, leadId, now, ...(draft.accountId !== undefined && { accountId: draft.accountId }) };
  const accounts = await accountOwners(ports, company, config);
  const nobody: EarlierLeads = { closed: [], link: earlier };
  const person = continuity.person ? await earlierLeads(ports, earlier, now, continuity) : nobody;
  const outbound = continuity.outbound && input.channel === "outbound" ? input.firstContactBy : undefined;
  const claims = [
    ...claimOf(outbound, "outbound"),
    ...claimOf(person.owned?.agentId),
    ...person.closed.flatMap((agentId) => claimOf(agentId)),
    ...accounts.flatMap((agentId) => claimOf(agentId, "account")),
    ...claimOf(person.offered, "offered"),
  ];
  return { claim: continuingAgent(claims, config.agents), link: person.link };
}

function claimOf(agentId: string | undefined, knownThrough?: KnownThrough): readonly Claim[] {
  return agentId === undefined ? [] : [{ agentId, ...(knownThrough && { knownThrough }) }];
}
