import type { Lineup } from "../../domain/routing/pools/lineup.ts";
import type { Ticket } from "../../schemas/lead/decision.ts";
import type { Ports } from "../ports/ports.ts";
import { drawTicket } from "./draw-turn.ts";
import { keepEpoch } from "./keep-epoch.ts";

/** Draws that found the epoch ended before this one: then the first part is as good as any. */
const mostDraws = 20;
/** Parts come and go by the plan alone, never by time. */
const forever = Number.MAX_SAFE_INTEGER;

/** A part of a mix whose turn it was, counted from 0; without a ticket nothing could be drawn. */
export interface DrawnPart {
  readonly part: number;
  readonly ticket?: Ticket;
}

/**
 * Which part of a mix has the next lead (C13): the parts are members of a rotation of their own, with their percentages as
 * weights, so that any number of leads in a row is within one of each part's due. One write; changed percentages open
 * the next epoch, and what a part has earned is carried on.
 */
export async function drawPart(
  ports: Pick<Ports, "rotation" | "ids">,
  poolKey: string,
  percentages: readonly number[],
  now: number,
): Promise<DrawnPart> {
  const lineup: Lineup = {
    poolKey,
    members: percentages.map((percent, i) => ({ agentId: memberOf(i), weight: percent * 100 })),
    agents: new Map(),
    leftOut: new Map(),
    validUntil: forever,
  };
  for (let draws = 0; draws < mostDraws; draws++) {
    const pool = await keepEpoch(ports, { lineup, now, fullOf: async () => [] });
    const ticket = pool && (await drawTicket(ports.rotation, poolKey, pool, now));
    const turn = ticket && pool.cursor.turn(ticket.n);
    if (turn) return { part: lineup.members.findIndex(({ agentId }) => agentId === turn.agentId), ticket };
  }
  return { part: 0 };
}

const memberOf = (part: number): string => `part-${part + 1}`;
