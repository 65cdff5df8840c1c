import type { Ticket } from "../../../shared/schemas/lead/decision.ts";
import type { PoolEpoch, PoolSequence, Roster } from "../../../shared/schemas/rotation.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";

/** A number that was drawn, used by a lead or gone, and whose turn it was. */
export interface DrawnTicket extends Ticket {
  readonly agentId: string;
}

interface Epoch {
  readonly roster: Roster;
  /** How many numbers it has given out. */
  readonly drawn: number;
}

/** A pool's epochs by number, with every number that was ever drawn from them. */
async function epochsOf(rotation: Ports["rotation"], poolKey: string): Promise<ReadonlyMap<number, Epoch>> {
  const sequence: PoolSequence | undefined = await rotation.sequence(poolKey);
  const epochs = new Map<number, Epoch>();
  let next: { readonly epoch: number; readonly rosterId: string } | undefined = sequence;
  let drawn = sequence?.n ?? 0;
  let before = sequence?.prevN ?? 0;
  while (next) {
    const epoch: PoolEpoch | undefined = await rotation.epoch(poolKey, next.epoch, next.rosterId);
    if (!epoch) throw new Error(`the roster of epoch ${next.epoch} is lost`);
    epochs.set(next.epoch, { roster: epoch.roster, drawn });
    [next, drawn, before] = [epoch.base, before, epoch.base?.prevN ?? 0];
  }
  return epochs;
}

/**
 * Counts the numbers of a pool in the order in which they were drawn, those that are gone like those that leads have
 * used: the furthest anybody ever was from the due share (leads), the numbers that nobody knows of, and those that two have.
 */
export async function drawOrder(rotation: Ports["rotation"], poolKey: string, used: readonly DrawnTicket[]) {
  const epochs = await epochsOf(rotation, poolKey);
  const due = new Map<string, number>();
  const received = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  let furthest = 0;
  for (const [epoch, { roster, drawn }] of [...epochs].toSorted(([a], [b]) => a - b)) {
    const gone = (await rotation.gone(poolKey, epoch)).map((ticket) => ({ ...ticket, epoch }));
    const tickets = Map.groupBy([...used.filter((ticket) => ticket.epoch === epoch), ...gone], ({ n }) => n);
    const total = roster.members.reduce((sum, { weight }) => sum + weight, 0);
    for (let n = 1; n <= drawn; n += 1) {
      const [ticket, other] = tickets.get(n) ?? [];
      if (ticket === undefined) unknown.push(`${epoch}/${n}`);
      if (other !== undefined) twice.push(`${epoch}/${n}`);
      for (const { agentId, weight } of roster.members) due.set(agentId, (due.get(agentId) ?? 0) + weight / total);
      if (ticket) received.set(ticket.agentId, (received.get(ticket.agentId) ?? 0) + 1);
      for (const [agentId, share] of due) {
        furthest = Math.max(furthest, Math.abs((received.get(agentId) ?? 0) - share));
      }
    }
  }
  return { furthest, unknown, twice, drawn: [...epochs.values()].reduce((sum, epoch) => sum + epoch.drawn, 0) };
}
