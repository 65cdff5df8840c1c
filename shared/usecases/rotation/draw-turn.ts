import { fullReason, type Lineup } from "../../domain/routing/pools/lineup.ts";
import type { TurnTaken } from "../../domain/routing/rotation-trace.ts";
import type { GoneTicket } from "../../schemas/lead/decision.ts";
import type { Roster } from "../../schemas/rotation.ts";
import type { Ports } from "../ports/ports.ts";
import type { RotationPort } from "../ports/rotation-port.ts";
import { keepEpoch, standingEpoch, timeToLook } from "./keep-epoch.ts";
import { type OpenPool, poolAt, rememberedPool, rememberPool } from "./open-pools.ts";

export interface TurnRequest {
  readonly lineup: Lineup;
  /** Epoch ms. */
  readonly now: number;
  /** Asked before; not asked again. */
  readonly exclude: readonly string[];
  /** Those of these members who have no room. */
  readonly fullOf: (agentIds: readonly string[]) => Promise<readonly string[]>;
  /** Takes a place with the agent; false when there is none. */
  readonly reserve: (agentId: string) => Promise<boolean>;
}

/** Whose turn it was, with the tickets that had to pass before; without one, nobody could take a turn. */
export interface Turn {
  readonly taken?: TurnTaken;
  readonly gone: readonly GoneTicket[];
}

/** After so many turns of full agents in a row the next epoch leaves the full ones out. */
const fullInARow = 4;
/** In a large pool everybody is not looked at that often, but no lead waits for more full agents than this. */
const mostInARow = 16;
/** More draws than this for one lead means that others take every place first: it counts as nobody having room. */
const mostDraws = 64;

/**
 * Draws the lead's ticket and reserves a place with the agent whose turn it is: one write each when all is as last
 * time. The turn of a full agent is gone and the next is drawn, so the neighbour of a full one gets no double share.
 */
export async function drawTurn(ports: Pick<Ports, "rotation" | "ids">, request: TurnRequest): Promise<Turn> {
  const { lineup, now, exclude } = request;
  const gone: GoneTicket[] = [];
  if (!hasTaker(lineup, exclude)) return { gone };
  let inARow: readonly string[] = [];
  for (let draws = 0; draws < mostDraws; draws++) {
    const suspicious = inARow.length > 0 && isSuspicious(inARow, exclude, ports.rotation, lineup);
    const standing = suspicious ? undefined : standingEpoch(ports.rotation, lineup, now);
    const pool =
      standing && hasTaker(standing.epoch.roster, exclude)
        ? standing
        : await keepEpoch(ports, { lineup, now, fullOf: request.fullOf, suspicious });
    if (!pool || !hasTaker(pool.epoch.roster, exclude)) return { gone };
    if (suspicious) inARow = [];

    const ticket = await drawTicket(ports.rotation, lineup.poolKey, pool, now);
    const agentId = ticket && pool.cursor.turn(ticket.n)?.agentId;
    if (!ticket || agentId === undefined) continue;
    const excluded = exclude.includes(agentId);
    if (!excluded && (await request.reserve(agentId))) {
      return { taken: { agentId, ticket, roster: pool.epoch.roster, cursor: pool.cursor }, gone };
    }
    const passed = { ...ticket, agentId, reason: excluded ? "declined" : fullReason(lineup, agentId) };
    await ports.rotation.recordGone(lineup.poolKey, passed);
    gone.push(passed);
    if (!excluded) inARow = [...inARow, agentId];
  }
  return { gone };
}

/** Whether so many were full one after the other that it is time to see who else is; all of an epoch's are enough. */
function isSuspicious(
  inARow: readonly string[],
  exclude: readonly string[],
  rotation: RotationPort,
  lineup: Lineup,
): boolean {
  if (inARow.length >= mostInARow) return true;
  const pool = rememberedPool(rotation, lineup.poolKey);
  if (!pool || !hasTaker(pool.epoch.roster, [...exclude, ...inARow])) return true;
  return inARow.length >= fullInARow && timeToLook(pool, lineup);
}

function hasTaker({ members }: Pick<Roster, "members">, exclude: readonly string[]): boolean {
  return members.length > exclude.length || members.some(({ agentId }) => !exclude.includes(agentId));
}

/** The next ticket of the pool's epoch; undefined when that has ended, which is then remembered. */
export async function drawTicket(rotation: RotationPort, poolKey: string, pool: OpenPool, now: number) {
  const { epoch } = pool.sequence;
  const drawn = await rotation.draw(poolKey, epoch, now);
  if (drawn.drawn) {
    rememberPool(rotation, poolKey, { ...pool, sequence: { ...pool.sequence, n: drawn.n } });
    return { epoch, n: drawn.n };
  }
  if (drawn.sequence) await poolAt(rotation, poolKey, drawn.sequence);
  return undefined;
}
