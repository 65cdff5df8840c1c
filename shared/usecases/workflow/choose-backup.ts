import { unavailableReason } from "../../domain/eligibility/availability.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";

/**
 * Who takes a lead over that its owner has not contacted (D2): the owner's backups in their order, else the leader of the
 * owner's team, else the deputy; the first who is available and has room, reserved. Undefined: nobody.
 */
export async function chooseBackup(
  ports: Pick<Ports, "clock" | "leads" | "loads">,
  config: RoutingConfig & Pick<Configuration, "teams">,
  state: LeadState,
): Promise<string | undefined> {
  const { agents, plan, timeOff, teams } = config;
  const owner = agents.get(state.ownerId ?? "");
  const { leaderId, deputyId } = teams.get(owner?.team ?? "") ?? {};
  const { share } = state;
  // Nobody backs up for a share of a lead of which they have another one (C11).
  const others = share === undefined ? [] : await ports.leads.recipients(share.parentId);
  const asked = new Set([...(state.tried ?? []), ...others, state.ownerId]);
  const candidates = [...(owner?.backups ?? []), leaderId, deputyId];
  for (const agentId of new Set(candidates)) {
    const agent = agentId === undefined || asked.has(agentId) ? undefined : agents.get(agentId);
    if (agent === undefined) continue;
    const now = ports.clock.now();
    if (unavailableReason(agent, { now, timezone: plan.timezone, timeOff }) !== undefined) continue;
    if (await ports.loads.reserve(agent.agentId, state.leadId, capacityOf(agent, plan))) return agent.agentId;
  }
  return undefined;
}
