import { executionNeeded } from "../../domain/lifecycle/workflow/execution-needed.ts";
import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";

const live: readonly LeadStatus[] = ["offered", "accepted", "contacted", "qualified", "appointment", "pooled", "held"];
const pageSize = 100;

/** All leads that are timed, as the index has them: those that somebody holds, and those to be claimed (C9). */
export async function liveLeads(ports: Pick<Ports, "leads">): Promise<readonly LeadState[]> {
  const found = new Map<string, LeadState>();
  for (const status of live) {
    let cursor: string | undefined;
    do {
      const page = await ports.leads.listByStatus(status, {
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      for (const state of await ports.leads.states(page.items)) {
        if (executionNeeded(state)) found.set(state.leadId, state);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
  return [...found.values()];
}
