import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { holderOf } from "../../../shared/domain/lifecycle/holder.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { Configuration } from "../../../shared/usecases/ports/ports.ts";
import type { RoutingConfig } from "../../../shared/usecases/routing-config.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";
import { aBody, apply, minute, start } from "../../unit/lifecycle/lead-fixtures.ts";

export const agents = ["anna", "ben", "cem"] as const;

export interface OneLead {
  readonly ports: MemoryPorts;
  readonly leadId: string;
  readonly routing: RoutingConfig;
  readonly config: Configuration;
}

/** One lead in the given state, its holder's place reserved; ben is everybody's backup. */
export async function oneLead(state: LeadState, ports = createMemoryPorts({ now: start })): Promise<OneLead> {
  const team = agents.map((agentId) => anAgent({ agentId, backups: ["ben"] }));
  const routing = await configure(ports, team, aPlan());
  const { leadId } = await ports.leads.createBody(aBody());
  await ports.leads.createState(state);
  const holder = holderOf(state);
  if (holder !== undefined) await ports.loads.reserve(holder, leadId, 15);
  return { ports, leadId, routing, config: await ports.config.current() };
}

export const offered = firstState(aBody({ agentId: "anna", deadlines: { accept: start + 5 * minute } }));
export const accepted = apply(offered, { type: "accept", by: "anna" }, start);
export const qualified = apply(accepted, { type: "qualify", by: "anna" }, start);
