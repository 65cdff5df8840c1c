import type { LeadEvent } from "../../schemas/lead/event.ts";
import { isRotation } from "./pool-key.ts";

/** The turn of the rotation that a lead used up, and whose it was. */
export interface TurnTaken {
  readonly poolId: string;
  readonly agentId: string;
}

/**
 * The turn that is given back when the lead turns out bad (A6): the latest one in its history whose agent took the lead,
 * or was still being asked. A turn that was declined, let pass or lost again for want of contact stays used. Undefined
 * for a lead that came by no turn: offered again, claimed, assigned by hand or by continuity. Those did not move the
 * rotation, so neither does their return.
 */
export function turnTaken(events: readonly LeadEvent[]): TurnTaken | undefined {
  let taken: TurnTaken | undefined;
  for (const { type, agentId, poolId, ticket } of events) {
    if (agentId === undefined) continue;
    if (poolId !== undefined && ticket !== undefined && isRotation(poolId)) taken = { poolId, agentId };
    else if (forfeits.has(type) && taken?.agentId === agentId) taken = undefined;
  }
  return taken;
}

const forfeits: ReadonlySet<LeadEvent["type"]> = new Set(["lead.declined", "lead.offerExpired", "lead.reclaimed"]);
