import { replay } from "../../../../shared/domain/rotation/replay.ts";
import type { LeadEvent } from "../../../../shared/schemas/lead/event.ts";
import type { PoolEpoch } from "../../../../shared/schemas/rotation.ts";
import type { World } from "../world.ts";
import type { Seen } from "./invariants.ts";

interface UsedTicket {
  readonly leadId: string;
  readonly poolId: string;
  readonly epoch: number;
  readonly n: number;
  /** The agent, or in a pool that sells shares the buyer. */
  readonly agentId: string;
}

/** I6: no number is used twice, and each went to whose turn the stored rosters prove it was. */
export async function ticketsDue({ world, histories }: Seen): Promise<readonly string[]> {
  const used = [...histories].flatMap(([leadId, items]) =>
    items.flatMap(({ events }) => events.flatMap(ticketOf(leadId))),
  );
  const names = used.map(({ poolId, epoch, n }) => `${poolId} ${epoch}/${n}`);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const wrong: string[] = [];
  for (const [poolId, drawn] of Map.groupBy(used, (ticket) => ticket.poolId)) {
    if (!poolId.endsWith("~again")) wrong.push(...(await notDue(world, poolId, drawn)));
  }
  return [...twice.map((name) => `I6 ticket ${name} was used twice`), ...wrong];
}

const ticketOf =
  (leadId: string) =>
  (event: LeadEvent): readonly UsedTicket[] =>
    event.ticket && event.poolId && (event.agentId ?? event.buyerId)
      ? [{ leadId, poolId: event.poolId, ...event.ticket, agentId: event.agentId ?? event.buyerId ?? "" }]
      : [];

async function notDue(world: World, poolId: string, used: readonly UsedTicket[]): Promise<readonly string[]> {
  const sequence = await world.ports.rotation.sequence(poolId);
  if (!sequence) return [`I6 ${poolId} has tickets but no sequence`];
  const epochs: PoolEpoch[] = [];
  let next: { epoch: number; rosterId: string } | undefined = sequence;
  while (next) {
    const epoch: PoolEpoch | undefined = await world.ports.rotation.epoch(poolId, next.epoch, next.rosterId);
    if (!epoch) return [`I6 ${poolId} has lost the roster of epoch ${next.epoch}`];
    epochs.unshift(epoch);
    next = epoch.base;
  }
  const replayed = new Map(replay(epochs, sequence).map((epoch) => [epoch.epoch, epoch]));
  return used.flatMap(({ leadId, epoch, n, agentId }) => {
    const found = replayed.get(epoch);
    if (!found?.proven || n > found.tickets) return [`I6 ${leadId}: ticket ${poolId} ${epoch}/${n} was never drawn`];
    const due = found.cursor.turn(n)?.agentId;
    return due === agentId ? [] : [`I6 ${leadId}: ticket ${epoch}/${n} was ${due}'s turn, not ${agentId}'s`];
  });
}
