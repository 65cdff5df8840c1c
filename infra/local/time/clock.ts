import { createTimerQueue, type Timer } from "./timer-queue.ts";
import { createTurns } from "./turns.ts";

export type { Timer };

/**
 * The one clock of the local runner: real time plus an offset, until `advanceTo` moves it.
 * All instants are epoch milliseconds of virtual time.
 */
export interface Clock {
  now(): number;
  /** Runs `run` once at `due` (at once, but never inside this call, when `due` has passed). */
  schedule(due: number, run: () => void | Promise<void>): Timer;
  /** Forgets a timer; one that has run or was cancelled is no error. */
  cancel(timer: Timer): void;
  nextDue(): number | undefined;
  /**
   * Moves to `to` and answers it. Timers due on the way run one at a time by (due, id), each at exactly its own instant;
   * `settle` is awaited first and after each. Time stands still meanwhile, so no result depends on how fast this machine is.
   * @throws ClockMovesBackwards when `to` lies before `now()`
   */
  advanceTo(to: number, settle: () => Promise<void>): Promise<number>;
  /** Forgets all timers. Until then the next one keeps a timer of Node's, and with it all that it would run on, in memory. */
  stop(): void;
  /** What `virtualNow` needs in another thread. */
  readonly offset: SharedArrayBuffer;
}

/** Virtual time only ever moves forward: an offer that has expired cannot come back. */
export class ClockMovesBackwards extends Error {
  override readonly name = "ClockMovesBackwards";
}

/** The cells of `Clock.offset`: virtual minus real ms, and the instant at which time stands still (0: it flows). */
const OFFSET = 0;
const HELD_AT = 1;

/** setTimeout fires at once when asked to wait longer than this (2^31 − 1 ms, about 25 days). */
const LONGEST_TIMEOUT = 2_147_483_647;

/** Virtual epoch ms in any thread, from `Clock.offset` and the real epoch ms: what a patched `Date.now` answers. */
export function virtualNow(offset: SharedArrayBuffer, realNow: number): number {
  const cells = new BigInt64Array(offset);
  const heldAt = Number(Atomics.load(cells, HELD_AT));
  return heldAt === 0 ? realNow + Number(Atomics.load(cells, OFFSET)) : heldAt;
}

/** A clock that starts at real time. Its timers do not keep the process alive. */
export function createClock(realNow: () => number = Date.now): Clock {
  const offset = new SharedArrayBuffer(16);
  const cells = new BigInt64Array(offset);
  const timers = createTimerQueue();
  const turns = createTurns();
  let held = false;
  let alarm: NodeJS.Timeout | undefined;

  const now = () => virtualNow(offset, realNow());

  const arm = () => {
    clearTimeout(alarm);
    const next = timers.next();
    if (held || next === undefined) return;
    alarm = setTimeout(fire, Math.min(Math.max(next.due - now(), 0), LONGEST_TIMEOUT));
    alarm.unref();
  };

  const nothing = () => undefined;

  const runDue = async (until: () => number, moveTo: (due: number) => void, settle: () => Promise<void> | void) => {
    for (let next = timers.next(); next !== undefined && next.due <= until(); next = timers.next()) {
      timers.remove(next);
      moveTo(next.due);
      await next.run();
      await settle();
    }
  };

  const fire = async () => {
    await turns.take(() => runDue(now, nothing, nothing));
    arm();
  };

  const hold = (at: number) => {
    held = true;
    Atomics.store(cells, HELD_AT, BigInt(Math.max(at, now())));
    Atomics.store(cells, OFFSET, BigInt(now() - realNow()));
  };

  const release = () => {
    Atomics.store(cells, OFFSET, BigInt(now() - realNow()));
    Atomics.store(cells, HELD_AT, 0n);
    held = false;
    arm();
  };

  return {
    now,
    schedule(due, run) {
      const timer = timers.add(due, run);
      if (timers.next() === timer) arm();
      return timer;
    },
    cancel: (timer) => timers.remove(timer),
    nextDue: () => timers.next()?.due,
    async advanceTo(to, settle) {
      if (to < now()) {
        throw new ClockMovesBackwards(`${new Date(to).toISOString()} lies before ${new Date(now()).toISOString()}`);
      }
      return turns.take(async () => {
        hold(now());
        try {
          await settle();
          await runDue(() => to, hold, settle);
          hold(to);
          return now();
        } finally {
          release();
        }
      });
    },
    stop() {
      timers.clear();
      clearTimeout(alarm);
    },
    offset,
  };
}
