import { openingOf } from "../../domain/rotation/epoch.ts";
import { turnTaken } from "../../domain/rotation/turn-taken.ts";
import type { PoolEpoch } from "../../schemas/rotation.ts";
import type { Ports } from "../ports/ports.ts";
import type { RotationPort } from "../ports/rotation-port.ts";
import { type OpenPool, poolAt, readPool } from "./open-pools.ts";

type TurnPorts = Pick<Ports, "clock" | "ids" | "leads" | "rotation">;

/** Each round that fails means that somebody else opened an epoch of this pool meanwhile. */
const rounds = 20;

/**
 * A lead was returned as bad: the turn it used up is given back to whose it was, by one epoch of the same roster that
 * takes the ticket out of the account (scenario 17, ADR 8). Safe to repeat after a crash at any point: the first try notes
 * in which epoch the pool was, and none is opened before all epochs since were looked through for this lead's turn.
 */
export async function giveTurnBack(ports: TurnPorts, leadId: string): Promise<void> {
  const { rotation } = ports;
  const history = await ports.leads.history(leadId, { consistent: true });
  const taken = turnTaken(history.flatMap(({ events }) => events));
  let pool = taken && (await readPool(rotation, taken.poolId));
  if (!taken || !pool) return;
  const { poolId, agentId } = taken;
  const since = await rotation.noteExtraTurn(poolId, { leadId, agentId, epoch: pool.sequence.epoch });
  for (let round = 0; round < rounds; round++) {
    if (await wasGiven(rotation, poolId, { current: pool, since, leadId })) return;
    const next = await openWithTurn(ports, poolId, pool, { agentId, leadId });
    if (next === undefined) return;
    pool = next;
  }
  throw new Error(`others opened ${rounds} epochs of the pool ${poolId} first`);
}

/** Whether one of the epochs after `since` was opened with this lead's turn. */
async function wasGiven(
  rotation: RotationPort,
  poolId: string,
  { current, since, leadId }: { readonly current: OpenPool; readonly since: number; readonly leadId: string },
): Promise<boolean> {
  let epoch: PoolEpoch | undefined = current.epoch;
  while (epoch !== undefined && epoch.epoch > since) {
    if (epoch.extraTurns?.some((turn) => turn.leadId === leadId)) return true;
    const { base }: PoolEpoch = epoch;
    epoch = base && (await rotation.epoch(poolId, base.epoch, base.rosterId));
  }
  return false;
}

/** Opens the next epoch with the turn in it; the pool as it stands if somebody else was quicker. */
async function openWithTurn(
  { clock, ids, rotation }: TurnPorts,
  poolId: string,
  pool: OpenPool,
  turn: { readonly agentId: string; readonly leadId: string },
): Promise<OpenPool | undefined> {
  const { sequence, epoch } = pool;
  const rosterId = ids.random(9);
  const { roster, full } = epoch;
  const next = openingOf(pool, {
    rosterId,
    openedAt: clock.now(),
    roster,
    ...(full && { full }),
    extraTurns: [turn],
  });
  await rotation.putEpoch(poolId, next);
  const opened = await rotation.openEpoch(poolId, sequence.epoch, { rosterId, validUntil: sequence.validUntil });
  return opened.opened ? undefined : poolAt(rotation, poolId, opened.sequence);
}
