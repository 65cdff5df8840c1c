import { executionNeeded } from "../../domain/lifecycle/workflow/execution-needed.ts";
import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";

const live: readonly LeadStatus[] = ["offered", "accepted", "contacted", "qualified", "appointment", "pooled", "held"];
const pageSize = 100;

/** All leads that are timed, as the index has them: those that somebody holds, and those to be claimed (C9). */
export async function liveLeads(ports: Pick<Ports, "leads">): Promise<readonly LeadState[]> {
  const byStatus = await Promise.all(live.map((status) => timedLeads(ports, status)));
  return [...new Map(byStatus.flat().map((state) => [state.leadId, state])).values()];
}

async function timedLeads({ leads }: Pick<Ports, "leads">, status: LeadStatus): Promise<readonly LeadState[]> {
  const found: LeadState[] = [];
  let cursor: string | undefined;
  do {
    const page = await leads.listByStatus(status, { limit: pageSize, ...(cursor !== undefined && { cursor }) });
    const states = await leads.states(page.items);
    found.push(...states.filter(executionNeeded));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}
