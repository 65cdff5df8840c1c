import type { PoolEpoch, PoolSequence } from "../../schemas/rotation.ts";
import type { RotationPort } from "../ports/rotation-port.ts";
import { type AssignLoads, type AssignPorts, noLeads } from "./assignment.ts";

/**
 * The ports as they are, but nothing is written: what would be is remembered here and read back. So a preview takes the
 * same way as a lead, ticket and all, and leaves no trace.
 */
export function dryRun({ rotation, loads, ids }: AssignPorts): AssignPorts {
  return { rotation: dryRotation(rotation), loads: dryLoads(loads), ids };
}

function dryRotation(rotation: RotationPort): RotationPort {
  const sequences = new Map<string, PoolSequence>();
  const epochs = new Map<string, PoolEpoch>();
  const takers = new Map<string, string>();
  const sequenceOf = async (poolKey: string) => sequences.get(poolKey) ?? (await rotation.sequence(poolKey));
  return {
    ...rotation,
    sequence: sequenceOf,
    draw: async (poolKey, epoch, now) => {
      const sequence = await sequenceOf(poolKey);
      if (!sequence) return { drawn: false };
      if (sequence.epoch !== epoch || sequence.validUntil <= now) return { drawn: false, sequence };
      const n = sequence.n + 1;
      sequences.set(poolKey, { ...sequence, n });
      return { drawn: true, n };
    },
    epoch: async (poolKey, epoch, rosterId) =>
      epochs.get(`${poolKey} ${rosterId}`) ?? (await rotation.epoch(poolKey, epoch, rosterId)),
    putEpoch: async (poolKey, epoch) => {
      epochs.set(`${poolKey} ${epoch.rosterId}`, epoch);
    },
    openEpoch: async (poolKey, from, next) => {
      const standing = await sequenceOf(poolKey);
      const sequence = { epoch: from + 1, n: 0, prevN: standing?.n ?? 0, ...next };
      sequences.set(poolKey, sequence);
      return { opened: true, sequence };
    },
    lastTaker: async (poolKey) => takers.get(poolKey) ?? (await rotation.lastTaker(poolKey)),
    noteTaker: async (poolKey, { agentId }) => {
      takers.set(poolKey, agentId);
    },
    recordGone: async () => undefined,
    recordUsed: async () => undefined,
  };
}

/** Room is looked for, but no place is taken. */
export function dryLoads(loads: AssignLoads): AssignLoads {
  return {
    held: (agentIds) => loads.held(agentIds),
    reserve: async (agentId, leadId, capacity) => {
      const held = (await loads.held([agentId])).get(agentId) ?? noLeads;
      return held.includes(leadId) || held.length < capacity;
    },
    release: async () => undefined,
  };
}
