import type { DrawnEpoch } from "../../domain/simulation/turns-due.ts";
import type { PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import type { RotationPort } from "../ports/rotation-port.ts";

/** The pools of a simulation. */
export interface SimulatedRotation {
  readonly port: RotationPort;
  /** Every epoch in which tickets were drawn. */
  drawnEpochs(): readonly DrawnEpoch[];
  /** Turns drawn so far by agents who could not take the lead. */
  passedTurns(): ReadonlyMap<string, number>;
}

interface Sequence extends Omit<PoolSequence, "n"> {
  n: number;
}

/** Nobody else draws here: every epoch opens, every valid draw succeeds. Each pool begins with its first ticket. */
export function simulatedRotation(): SimulatedRotation {
  const sequences = new Map<string, Sequence>();
  const epochs = new Map<string, PoolEpoch>();
  const ended: DrawnEpoch[] = [];
  const passed = new Map<string, number>();
  const takers = new Map<string, string>();

  function drawnIn(sequence: Sequence): readonly DrawnEpoch[] {
    const epoch = epochs.get(sequence.rosterId);
    return epoch && sequence.n > 0 ? [{ roster: epoch.roster, n: sequence.n }] : [];
  }

  const port: RotationPort = {
    sequence: async (poolKey) => copy(sequences.get(poolKey)),
    draw: async (poolKey, epoch, now) => {
      const sequence = sequences.get(poolKey);
      if (!sequence) return { drawn: false };
      if (sequence.epoch !== epoch || sequence.validUntil <= now) return { drawn: false, sequence: { ...sequence } };
      sequence.n += 1;
      return { drawn: true, n: sequence.n };
    },
    epoch: async (_poolKey, _epoch, rosterId) => epochs.get(rosterId),
    putEpoch: async (_poolKey, epoch) => void epochs.set(epoch.rosterId, epoch),
    openEpoch: async (poolKey, from, next) => {
      const standing = sequences.get(poolKey);
      if (standing) {
        ended.push(...drawnIn(standing));
        epochs.delete(standing.rosterId);
      }
      const sequence = { epoch: from + 1, n: 0, prevN: standing?.n ?? 0, ...next };
      sequences.set(poolKey, sequence);
      return { opened: true, sequence: { ...sequence } };
    },
    recordGone: async (_poolKey, { agentId }) => void passed.set(agentId, (passed.get(agentId) ?? 0) + 1),
    noteExtraTurn: async (_poolKey, { epoch }) => epoch,
    lastTaker: async (poolKey) => takers.get(poolKey),
    noteTaker: async (poolKey, { agentId }) => void takers.set(poolKey, agentId),
    recordUsed: async () => undefined,
    used: async () => [],
    gone: async () => [],
  };
  return {
    port,
    drawnEpochs: () => [...ended, ...[...sequences.values()].flatMap(drawnIn)],
    passedTurns: () => passed,
  };
}

const copy = (sequence: Sequence | undefined): PoolSequence | undefined => sequence && { ...sequence };
