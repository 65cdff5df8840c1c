import type { IntakePort } from "../ports/intake-port.ts";

type MarkArguments = Parameters<IntakePort["mark"]>;
type Marked = Awaited<ReturnType<IntakePort["mark"]>>;

interface Mark {
  readonly leadId: string;
  readonly at: number;
  readonly until: number;
  readonly previous?: string | undefined;
}

/** The marks of persons and companies, and the counts of capped things, as the table keeps them (A3, A6). */
export function simulatedMarks() {
  const marks = new Map<string, Mark>();
  const counters = new Map<string, number>();
  return {
    /** Whose mark it is, expired or not. */
    holder: (kind: MarkArguments[0], hash: string): string | undefined => marks.get(`${kind} ${hash}`)?.leadId,
    put(...[kind, hash, mine, options]: MarkArguments): Marked {
      const key = `${kind} ${hash}`;
      const standing = marks.get(key);
      const own = standing === undefined || standing.leadId === mine.leadId;
      const abandoned = standing !== undefined && standing.leadId === options?.takeOverFrom;
      if (!own && !abandoned && standing.until > mine.at) {
        return { mine: false, first: standing.leadId, claimedAt: standing.at };
      }
      const previous = own || abandoned ? standing?.previous : standing.leadId;
      marks.set(key, { ...mine, previous });
      return previous === undefined ? { mine: true } : { mine: true, previous };
    },
    count(counter: string, cap: number): boolean {
      const count = counters.get(counter) ?? 0;
      if (count >= cap) return false;
      counters.set(counter, count + 1);
      return true;
    },
  };
}
