import type { PoolEpoch, PoolSequence } from "../../../shared/schemas/rotation.ts";
import type { RotationPort } from "../../../shared/usecases/ports/rotation-port.ts";

interface Gone {
  readonly n: number;
  readonly agentId: string;
  readonly reason: string;
}

export function createMemoryRotation(): RotationPort {
  const sequences = new Map<string, PoolSequence>();
  const epochs = new Map<string, PoolEpoch>();
  const gone = new Map<string, Map<number, Gone>>();
  const extraTurns = new Map<string, number>();
  const takers = new Map<string, { readonly agentId: string; readonly leadId: string }>();
  const used = new Map<string, Set<number>>();
  return {
    sequence: async (poolKey) => sequences.get(poolKey),
    draw: async (poolKey, epoch, now) => {
      const sequence = sequences.get(poolKey);
      if (!sequence) return { drawn: false };
      if (sequence.epoch !== epoch || sequence.validUntil <= now) return { drawn: false, sequence };
      const n = sequence.n + 1;
      sequences.set(poolKey, { ...sequence, n });
      return { drawn: true, n };
    },
    epoch: async (poolKey, epoch, rosterId) => epochs.get(`${poolKey} ${epoch} ${rosterId}`),
    putEpoch: async (poolKey, epoch) => void epochs.set(`${poolKey} ${epoch.epoch} ${epoch.rosterId}`, epoch),
    openEpoch: async (poolKey, from, next) => {
      const standing = sequences.get(poolKey);
      if (standing?.epoch === from + 1 && standing.rosterId === next.rosterId) {
        return { opened: true, sequence: standing };
      }
      if (!standing && from > 0) throw new Error(`the pool ${poolKey} has no sequence`);
      if (standing && standing.epoch !== from) return { opened: false, sequence: standing };
      const sequence = { epoch: from + 1, n: 0, prevN: standing?.n ?? 0, ...next };
      sequences.set(poolKey, sequence);
      return { opened: true, sequence };
    },
    recordGone: async (poolKey, { epoch, n, agentId, reason }) => {
      const key = `${poolKey} ${epoch}`;
      gone.set(key, (gone.get(key) ?? new Map<number, Gone>()).set(n, { n, agentId, reason }));
    },
    noteExtraTurn: async (poolKey, { leadId, epoch }) => {
      const key = `${poolKey} ${leadId}`;
      extraTurns.set(key, extraTurns.get(key) ?? epoch);
      return extraTurns.get(key) ?? epoch;
    },
    lastTaker: async (poolKey) => takers.get(poolKey)?.agentId,
    noteTaker: async (poolKey, { agentId, leadId }, before) => {
      const standing = takers.get(poolKey);
      if (standing?.agentId === before || standing?.leadId === leadId) takers.set(poolKey, { agentId, leadId });
    },
    recordUsed: async (poolKey, epoch, tickets) => {
      const key = `${poolKey} ${epoch}`;
      used.set(key, new Set([...(used.get(key) ?? []), ...tickets]));
    },
    used: async (poolKey, epoch) => [...(used.get(`${poolKey} ${epoch}`) ?? [])].sort((a, b) => a - b),
    gone: async (poolKey, epoch) => [...(gone.get(`${poolKey} ${epoch}`)?.values() ?? [])].sort((a, b) => a.n - b.n),
  };
}
