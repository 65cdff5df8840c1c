import type { Cursor } from "../../domain/rotation/cursor.ts";
import { againKey } from "../../domain/rotation/pool-key.ts";
import type { Lineup } from "../../domain/routing/pools/lineup.ts";
import type { Ports } from "../ports/ports.ts";
import { drawTicket, type Turn, type TurnRequest } from "./draw-turn.ts";
import { keepEpoch, standingEpoch } from "./keep-epoch.ts";

/** Draws that found the epoch ended before this one counts as nobody being there. */
const mostDraws = 20;
/** So many are tried by reserving. Of the others it is read first who has room: of twice as many each time. */
const tried = 4;

/**
 * The next agent for a lead that was offered before: a ticket of the second sequence says where to begin, then the
 * schedule's order decides among those not asked yet, the first with room. No turn is gone here: nobody loses a place
 * in the rotation for being full when a re-offer passes.
 */
export async function drawAgain(ports: Pick<Ports, "rotation" | "ids">, request: TurnRequest): Promise<Turn> {
  const { now, exclude } = request;
  const lineup: Lineup = { ...request.lineup, poolKey: againKey(request.lineup.poolKey) };
  if (lineup.members.every((member) => exclude.includes(member.agentId))) return { gone: [] };

  for (let draws = 0; draws < mostDraws; draws++) {
    const pool =
      standingEpoch(ports.rotation, lineup, now) ?? (await keepEpoch(ports, { lineup, now, fullOf: async () => [] }));
    const ticket = pool && (await drawTicket(ports.rotation, lineup.poolKey, pool, now));
    if (!ticket) continue;
    const agentId = await firstWithRoom(inScheduleOrder(pool.cursor, ticket.n, lineup, exclude), request);
    if (agentId === undefined) return { gone: [] };
    return { taken: { agentId, ticket, roster: pool.epoch.roster, cursor: pool.cursor }, gone: [] };
  }
  return { gone: [] };
}

async function firstWithRoom(candidates: Iterator<string, void>, { reserve, fullOf }: TurnRequest) {
  let full: ReadonlySet<string> = new Set();
  for (let count = tried; ; count *= 2) {
    const next = take(candidates, count);
    if (next.length === 0) return undefined;
    if (count > tried) full = new Set(await fullOf(next));
    for (const agentId of next.filter((each) => !full.has(each))) {
      if (await reserve(agentId)) return agentId;
    }
  }
}

function take(candidates: Iterator<string, void>, count: number): readonly string[] {
  const taken: string[] = [];
  for (let next = candidates.next(); !next.done; next = candidates.next()) {
    taken.push(next.value);
    if (taken.length === count) break;
  }
  return taken;
}

/** Every other member once, by first turn from ticket n on; those with rare turns at the end, as documented (C1). */
function* inScheduleOrder(cursor: Cursor, n: number, { members }: Lineup, exclude: readonly string[]) {
  const seen = new Set(exclude);
  for (let ahead = 0; ahead < members.length * 2; ahead++) {
    const agentId = cursor.turn(n + ahead)?.agentId;
    if (agentId === undefined || seen.has(agentId)) continue;
    seen.add(agentId);
    yield agentId;
  }
  for (const { agentId } of members) if (!seen.has(agentId)) yield agentId;
}
