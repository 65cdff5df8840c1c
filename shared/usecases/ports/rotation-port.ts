import type { PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";

/** The pools' sequences: one guarded ADD draws a ticket. */
export interface RotationPort {
  sequence(poolKey: string): Promise<PoolSequence | undefined>;
  /** Draws the next number if the epoch is still the one given and valid at `now`; otherwise the sequence as it stands. */
  draw(
    poolKey: string,
    epoch: number,
    now: number,
  ): Promise<
    { readonly drawn: true; readonly n: number } | { readonly drawn: false; readonly sequence?: PoolSequence }
  >;
  epoch(poolKey: string, epoch: number, rosterId: string): Promise<PoolEpoch | undefined>;
  putEpoch(poolKey: string, epoch: PoolEpoch): Promise<void>;
  /** Opens the next epoch if `from` is still the current one (0: none yet): `prevN = n, n = 0, epoch + 1`. */
  openEpoch(
    poolKey: string,
    from: number,
    next: { readonly rosterId: string; readonly validUntil: number },
  ): Promise<{ readonly opened: boolean; readonly sequence: PoolSequence }>;
  recordGone(poolKey: string, gone: { epoch: number; n: number; agentId: string; reason: string }): Promise<void>;
  /**
   * Notes that a returned lead's turn is being given back, unless that is noted already. Answers the epoch of the first
   * note: the turn can only have been given after it.
   */
  noteExtraTurn(poolKey: string, turn: { leadId: string; agentId: string; epoch: number }): Promise<number>;
  /** Who got the pool's last lead, for methods that go by it; undefined before the first one. */
  lastTaker(poolKey: string): Promise<string | undefined>;
  /** Notes who got the pool's latest lead, unless somebody else was noted since `before` was read. Safe to repeat. */
  noteTaker(
    poolKey: string,
    taker: { readonly agentId: string; readonly leadId: string; readonly at: number },
    before: string | undefined,
  ): Promise<void>;
  /** Marks tickets as used by leads; idempotent. */
  recordUsed(poolKey: string, epoch: number, tickets: readonly number[]): Promise<void>;
  used(poolKey: string, epoch: number): Promise<readonly number[]>;
  gone(poolKey: string, epoch: number): Promise<readonly { n: number; agentId: string; reason: string }[]>;
}
