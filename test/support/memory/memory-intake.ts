import type { IntakeClaim, IntakePort } from "../../../shared/usecases/ports/intake-port.ts";

interface Mark {
  readonly leadId: string;
  readonly at: number;
  readonly until: number;
  readonly previous?: string;
}

export function createMemoryIntake(): IntakePort {
  const claims = new Map<string, { claim: IntakeClaim; expiresAt: number }>();
  const marks = new Map<string, Mark>();
  const counters = new Map<string, number>();
  const claimKey = (key: { sourceId: string; kind: string; value: string }) =>
    JSON.stringify([key.sourceId, key.kind, key.value]);
  return {
    claim: async (key, mine, expiresAt) => {
      const standing = claims.get(claimKey(key));
      // Whole seconds, as the table's time to live counts.
      const expired = standing !== undefined && standing.expiresAt <= Math.floor(mine.at / 1000);
      const free = !standing || expired || standing.claim.leadId === mine.leadId;
      if (!free) return { mine: false, first: standing.claim };
      claims.set(claimKey(key), { claim: mine, expiresAt: Math.ceil(expiresAt / 1000) });
      return { mine: true };
    },
    takeOver: async (key, seen, mine) => {
      const standing = claims.get(claimKey(key));
      if (!standing) return false;
      // A repeat that keeps the lead's id cannot be told from its rivals: one goes on.
      if (mine.leadId !== seen.leadId && standing.claim.leadId === mine.leadId) return true;
      if (standing.claim.leadId !== seen.leadId || standing.claim.at !== seen.at) return false;
      claims.set(claimKey(key), { claim: mine, expiresAt: standing.expiresAt });
      return true;
    },
    claimed: async (key, now) => {
      const standing = claims.get(claimKey(key));
      return standing && standing.expiresAt > Math.floor(now / 1000) ? standing.claim : undefined;
    },
    marked: async (kind, hash) => marks.get(`${kind} ${hash}`)?.leadId,
    mark: async (kind, hash, mine, options) => {
      const key = `${kind} ${hash}`;
      const standing = marks.get(key);
      const expired = standing !== undefined && standing.leadId !== mine.leadId && standing.until <= mine.at;
      const abandoned =
        standing !== undefined &&
        standing.leadId === options?.takeOverFrom &&
        (options.claimedAt === undefined || options.claimedAt === standing.at);
      if (standing && standing.leadId !== mine.leadId && !expired && !abandoned) {
        return { mine: false, first: standing.leadId, claimedAt: standing.at };
      }
      const previous = expired && !abandoned ? standing.leadId : standing?.previous;
      const kept = previous === undefined ? {} : { previous };
      marks.set(key, { ...mine, ...kept });
      return { mine: true, ...kept };
    },
    countUpTo: async (counter, cap) => {
      const count = counters.get(counter) ?? 0;
      if (count >= cap) return false;
      counters.set(counter, count + 1);
      return true;
    },
  };
}
