import type { Lineup } from "../../domain/routing/lineup.ts";
import type { GoneTicket, Ticket } from "../../schemas/decision.ts";
import type { Member } from "../../schemas/rotation.ts";
import type { Ports } from "../ports.ts";
import type { RotationPort } from "../rotation-port.ts";
import { keepEpoch } from "./keep-epoch.ts";
import { type OpenPool, poolAt, rememberPool } from "./open-pools.ts";

export interface TurnRequest {
  readonly lineup: Lineup;
  /** Epoch ms. */
  readonly now: number;
  readonly exclude: ReadonlySet<string>;
  readonly fullOf: (agentIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Takes a place with the agent; false when there is none. */
  readonly reserve: (agentId: string) => Promise<boolean>;
}

/** Whose turn it was, with the tickets that had to pass before; without an agent, nobody could take one. */
export interface Turn {
  readonly agentId?: string;
  readonly ticket?: Ticket;
  readonly pool?: OpenPool;
  readonly gone: readonly GoneTicket[];
}

/** After so many turns of full agents in a row the next epoch leaves the full ones out. */
const fullInARow = 4;
/** More draws than this for one lead means that others take every place first: it counts as nobody having room. */
const mostDraws = 64;

/**
 * Draws the lead's ticket and reserves a place with the agent whose turn it is: one write each when all is as last
 * time. The turn of a full agent is gone and the next is drawn, so the neighbour of a full one gets no double share.
 */
export async function drawTurn(ports: Pick<Ports, "rotation" | "ids">, request: TurnRequest): Promise<Turn> {
  const { lineup, now, exclude } = request;
  const takers = (members: readonly Member[]) => members.filter((member) => !exclude.has(member.agentId)).length;
  const gone: GoneTicket[] = [];
  if (takers(lineup.members) === 0) return { gone };
  let inARow: readonly string[] = [];
  for (let draws = 0; draws < mostDraws; draws++) {
    const suspicious = inARow.length >= fullInARow || new Set(inARow).size >= takers(lineup.members);
    const suspects = suspicious ? [...lineup.agents.keys()] : [];
    const pool = await keepEpoch(ports, { lineup, now, fullOf: request.fullOf, suspects });
    if (!pool || takers(pool.epoch.roster.members) === 0) return { gone };
    if (suspicious) inARow = [];

    const ticket = await drawTicket(ports.rotation, lineup.poolKey, pool, now);
    const agentId = ticket && pool.cursor.turn(ticket.n)?.agentId;
    if (!ticket || agentId === undefined) continue;
    const excluded = exclude.has(agentId);
    if (!excluded && (await request.reserve(agentId))) return { agentId, ticket, pool, gone };

    const passed = { ...ticket, agentId, reason: excluded ? "declined" : "capacity" };
    await ports.rotation.recordGone(lineup.poolKey, passed);
    gone.push(passed);
    if (!excluded) inARow = [...inARow, agentId];
  }
  return { gone };
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
