import { setImmediate } from "node:timers/promises";
import { monotonicFactory } from "ulid";
import type { ClockPort, IdsPort } from "../../../shared/usecases/ports/ports.ts";

export interface MemoryClock extends ClockPort {
  /** Moves on by so many milliseconds. */
  advance(ms: number): void;
  /** Moves to an instant, epoch ms; also backwards. */
  set(now: number): void;
}

/** A clock that stands still until it is moved. Sleeping moves it, and lets everything else have a turn. */
export function createMemoryClock(start: number): MemoryClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (to) => {
      now = to;
    },
    sleep: async (ms) => {
      const until = now + ms;
      await setImmediate();
      now = Math.max(now, until);
    },
  };
}

/** Ids that are the same on every run with the same seed. */
export function createMemoryIds(random: () => number): IdsPort {
  const next = monotonicFactory(random);
  return {
    leadId: (now) => `ld_${next(now)}`,
    random: (bytes) =>
      Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256))).toString("base64url"),
  };
}
