import { setImmediate as nextTurnOfTheEventLoop } from "node:timers/promises";

/** Counts what is under way, so that `settle` knows when nothing is. */
export interface Activity {
  /** Marks the start of some work; the returned function marks its end and may be called more than once. */
  readonly begin: (what: string) => () => void;
  /** Runs `work` as one piece of activity. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly count: () => number;
  /** What is under way, for messages: `invoke Intake ×2`. */
  readonly describe: () => string;
  /** Resolves when nothing is under way; rejects after `timeout` ms, naming what still is. */
  readonly idle: (timeout: number) => Promise<void>;
}

/** Work that ends within this many real ms is normal; more means that something hangs. */
export const settleTimeout = 120_000;

export function createActivity(): Activity {
  const running = new Map<string, number>();
  let total = 0;
  let waiting: (() => void)[] = [];

  const begin = (what: string): (() => void) => {
    let ended = false;
    total += 1;
    running.set(what, (running.get(what) ?? 0) + 1);
    return () => {
      if (ended) return;
      ended = true;
      total -= 1;
      const left = (running.get(what) ?? 1) - 1;
      if (left === 0) running.delete(what);
      else running.set(what, left);
      if (total > 0) return;
      const resume = waiting;
      waiting = [];
      for (const wake of resume) wake();
    };
  };

  const describe = (): string => [...running].map(([what, times]) => `${what} ×${times}`).join(", ");

  const idle = async (timeout: number): Promise<void> => {
    const deadline = Date.now() + timeout;
    await nextTurnOfTheEventLoop();
    while (total > 0) {
      if (Date.now() >= deadline) throw new Error(`Still under way after ${timeout} ms: ${describe()}`);
      const { promise, resolve } = Promise.withResolvers<void>();
      const alarm = setTimeout(resolve, deadline - Date.now());
      waiting.push(resolve);
      await promise;
      clearTimeout(alarm);
      await nextTurnOfTheEventLoop();
    }
  };

  return {
    begin,
    during: async (what, work) => {
      const end = begin(what);
      try {
        return await work();
      } finally {
        end();
      }
    },
    count: () => total,
    describe,
    idle,
  };
}
