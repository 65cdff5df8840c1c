import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClockMovesBackwards, createClock, virtualNow } from "../../../infra/local/time/clock.ts";

const START = Date.parse("2026-03-02T09:00:00Z");
const settled = async () => undefined;

describe("advancing", () => {
  it("runs due timers by (due, creation), each at exactly its own instant", async () => {
    const clock = createClock(() => START);
    const ran: string[] = [];
    const note = (name: string) => () => void ran.push(`${name}@${clock.now() - START}`);
    clock.schedule(START + 2000, note("b"));
    clock.schedule(START + 1000, note("a"));
    clock.schedule(START + 2000, note("c"));
    clock.schedule(START + 9000, note("later"));

    expect(await clock.advanceTo(START + 5000, settled)).toBe(START + 5000);

    expect(ran).toEqual(["a@1000", "b@2000", "c@2000"]);
    expect(clock.now()).toBe(START + 5000);
    expect(clock.nextDue()).toBe(START + 9000);
  });

  it("runs timers that other timers set on the way, also ones already overdue", async () => {
    const clock = createClock(() => START);
    const ran: number[] = [];
    clock.schedule(START + 1000, () => {
      clock.schedule(START + 1500, () => void ran.push(clock.now() - START));
      clock.schedule(START, () => void ran.push(clock.now() - START));
    });
    await clock.advanceTo(START + 2000, settled);
    expect(ran).toEqual([1000, 1500]);
  });

  it("settles first and after each timer, and waits for it", async () => {
    const clock = createClock(() => START);
    const seen: string[] = [];
    clock.schedule(START + 1000, () => void seen.push("first"));
    clock.schedule(START + 1000, () => void seen.push("second"));
    await clock.advanceTo(START + 1000, async () => {
      await new Promise(setImmediate);
      seen.push("settled");
    });
    expect(seen).toEqual(["settled", "first", "settled", "second", "settled"]);
  });

  it("stands still while it works, however long that takes in real time", async () => {
    let real = START;
    const clock = createClock(() => real);
    const seen: number[] = [];
    clock.schedule(START + 1000, () => {
      real += 60_000;
    });
    clock.schedule(START + 1001, () => void seen.push(clock.now() - START));
    await clock.advanceTo(START + 3000, settled);
    expect(seen).toEqual([1001]);
    expect(clock.now()).toBe(START + 3000);
    real += 7;
    expect(clock.now()).toBe(START + 3007);
  });

  it("queues a second advance behind the first", async () => {
    const clock = createClock(() => START);
    const first = clock.advanceTo(START + 1000, () => new Promise((resolve) => setImmediate(resolve)));
    const second = clock.advanceTo(START + 5000, settled);
    expect(await first).toBe(START + 1000);
    expect(await second).toBe(START + 5000);
  });

  it("refuses to go backwards", async () => {
    const clock = createClock(() => START);
    await clock.advanceTo(START + 10, settled);
    await expect(clock.advanceTo(START + 9, settled)).rejects.toThrow(ClockMovesBackwards);
  });

  it("goes on after a timer or a settling that failed", async () => {
    const clock = createClock(() => START);
    clock.schedule(START + 1000, () => Promise.reject(new Error("broken")));
    await expect(clock.advanceTo(START + 5000, settled)).rejects.toThrow("broken");
    expect(clock.now()).toBe(START + 1000);
    expect(await clock.advanceTo(START + 5000, settled)).toBe(START + 5000);
  });

  it("shows other threads the same time", async () => {
    const clock = createClock(() => START);
    const inside: number[] = [];
    clock.schedule(START + 1000, () => void inside.push(virtualNow(clock.offset, START + 17)));
    await clock.advanceTo(START + 2000, settled);
    expect(inside).toEqual([START + 1000]);
    expect(virtualNow(clock.offset, START + 17)).toBe(START + 2017);
  });
});

it("forgets a cancelled timer, and minds no timer that is gone", async () => {
  const clock = createClock(() => START);
  const ran: string[] = [];
  const cancelled = clock.schedule(START + 1000, () => void ran.push("cancelled"));
  const kept = clock.schedule(START + 1000, () => void ran.push("kept"));
  clock.cancel(cancelled);
  clock.cancel(cancelled);
  await clock.advanceTo(START + 1000, settled);
  clock.cancel(kept);
  expect(ran).toEqual(["kept"]);
  expect(clock.nextDue()).toBeUndefined();
});

describe("by default in real time", () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }));
  afterEach(() => void vi.useRealTimers());

  it("fires when due, never inside schedule, the rest of an advance included", async () => {
    const clock = createClock(() => Date.now());
    const ran: number[] = [];
    clock.schedule(START - 5, () => void ran.push(0));
    clock.schedule(START + 3000, () => void ran.push(clock.now() - START));
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ran).toEqual([0]);
    await clock.advanceTo(START + 2900, settled);
    await vi.advanceTimersByTimeAsync(98);
    expect(ran).toEqual([0]);
    await vi.advanceTimersByTimeAsync(2);
    expect(ran).toEqual([0, 3000]);
  });

  it("keeps nothing of what is stopped", async () => {
    const clock = createClock(() => Date.now());
    const ran: string[] = [];
    clock.schedule(START + 1000, () => void ran.push("stopped"));
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(ran).toEqual([]);
  });

  it("waits longer than setTimeout can", async () => {
    const clock = createClock(() => Date.now());
    const ran: number[] = [];
    const due = START + 60 * 86_400_000;
    clock.schedule(due, () => void ran.push(clock.now()));
    await vi.advanceTimersByTimeAsync(59 * 86_400_000);
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(ran).toEqual([due]);
  });
});
