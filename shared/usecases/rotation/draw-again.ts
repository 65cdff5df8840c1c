import type { Cursor } from "../../domain/rotation/cursor.ts";
import { againKey } from "../../domain/rotation/pool-key.ts";
import type { Lineup } from "../../domain/routing/lineup.ts";
import type { Ports } from "../ports.ts";
import { drawTicket, type Turn, type TurnRequest } from "./draw-turn.ts";
import { keepEpoch } from "./keep-epoch.ts";

/** Draws that found the epoch ended before this one counts as nobody being there. */
const mostDraws = 20;
const tried = 4;

/**
 * The next agent for a lead that was offered before: a ticket of the second sequence says where to begin, then the
 * schedule's order decides among those not asked yet, the first with room. No turn is gone here: nobody loses a place
 * in the rotation for being full when a re-offer passes.
 */
export async function drawAgain(ports: Pick<Ports, "rotation" | "ids">, request: TurnRequest): Promise<Turn> {
  const { now, exclude } = request;
  const lineup: Lineup = { ...request.lineup, poolKey: againKey(request.lineup.poolKey) };
  if (lineup.members.every((member) => exclude.has(member.agentId))) return { gone: [] };

  for (let draws = 0; draws < mostDraws; draws++) {
    const pool = await keepEpoch(ports, { lineup, now, fullOf: async () => new Set() });
    const ticket = pool && (await drawTicket(ports.rotation, lineup.poolKey, pool, now));
    if (!ticket) continue;
    const candidates = inScheduleOrder(pool.cursor, ticket.n, lineup).filter((agentId) => !exclude.has(agentId));
    const agentId = await firstWithRoom(candidates, request);
    return agentId === undefined ? { gone: [] } : { agentId, ticket, pool, gone: [] };
  }
  return { gone: [] };
}

/** Tries the first few by reserving; only when all of those are full it asks who of the rest is worth trying. */
async function firstWithRoom(candidates: readonly string[], { reserve, fullOf }: TurnRequest) {
  for (const agentId of candidates.slice(0, tried)) {
    if (await reserve(agentId)) return agentId;
  }
  const rest = candidates.slice(tried);
  const full = await fullOf(rest);
  for (const agentId of rest.filter((each) => !full.has(each))) {
    if (await reserve(agentId)) return agentId;
  }
  return undefined;
}

/** Every member once, by first turn from ticket n on; those with rare turns at the end, in the documented order. */
function inScheduleOrder(cursor: Cursor, n: number, lineup: Lineup): readonly string[] {
  const ahead = lineup.members.length * 2;
  const turns = Array.from({ length: ahead }, (_, i) => cursor.turn(n + i)?.agentId);
  const soon = turns.filter((agentId) => agentId !== undefined);
  return [...new Set([...soon, ...lineup.members.map((member) => member.agentId)])];
}
