import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";

const pageSize = 100;

/**
 * The leads that came to this status since `since` (epoch ms), a page at a time, whenever they arrived. The index ranks
 * queued leads by their arrival: all of them are read, and those that were queued earlier left out.
 */
export async function* leadsSince(
  { leads }: Pick<Ports, "leads">,
  status: LeadStatus,
  since: number,
): AsyncGenerator<readonly LeadState[]> {
  let cursor: string | undefined;
  do {
    const page = await leads.listByStatus(status, {
      limit: pageSize,
      ...(status !== "queued" && { since }),
      ...(cursor !== undefined && { cursor }),
    });
    const states = await leads.states(page.items);
    yield states.filter((state) => state.since >= since);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
