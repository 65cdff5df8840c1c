import { describe, expect, it } from "vitest";
import { carry, grantExtraTurn } from "../../../shared/domain/rotation/carry.ts";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { openCursor, turnsBetween } from "../../../shared/domain/rotation/cursor.ts";
import type { Credits, Roster } from "../../../shared/schemas/rotation.ts";
import { counts, life, members } from "./life.ts";

const of = (shares: Record<string, number>): Roster => ({ members: members(shares) });

function draw(roster: Roster, credits: Credits, tickets: number): readonly string[] {
  return turnsBetween(openCursor(roster, credits), 1, tickets).map((turn) => turn.agentId);
}

/** The numbers are those of the table of scenarios every version must hold. */
describe("rotation scenarios", () => {
  it("1: round robin goes in order, whatever became of the first leads", () => {
    expect(draw(of({ A: 1, B: 1, C: 1 }), NO_CREDITS, 4)).toEqual(["A", "B", "C", "A"]);
  });

  it("2: somebody who joins neither waits nor catches up", () => {
    const pool = life();
    expect(counts(pool.epoch(of({ A: 1, B: 1, C: 1 }), 6))).toEqual({ A: 2, B: 2, C: 2 });
    expect(counts(pool.epoch(of({ A: 1, B: 1, C: 1, D: 1 }), 4))).toEqual({ A: 1, B: 1, C: 1, D: 1 });
  });

  it("3: weights 2/1/1, each prefix within one", () => {
    const pool = life();
    expect(counts(pool.epoch(of({ A: 2, B: 1, C: 1 }), 60))).toEqual({ A: 30, B: 15, C: 15 });
    expect(pool.worst()).toBeLessThan(1);
  });

  it("4: weights 9/6/5/1", () => {
    const pool = life();
    expect(counts(pool.epoch(of({ A: 9, B: 6, C: 5, D: 1 }), 21))).toEqual({ A: 9, B: 6, C: 5, D: 1 });
    expect(pool.worst()).toBeLessThan(1);
  });

  it("5: weights 5/1/1, every prefix below one", () => {
    const pool = life();
    expect(counts(pool.epoch(of({ A: 5, B: 1, C: 1 }), 7))).toEqual({ A: 5, B: 1, C: 1 });
    expect(pool.worst()).toBeLessThan(1);
  });

  it("7: a new agent with a third of a share among four full ones", () => {
    const newcomer = of({ A: 1, B: 1, C: 1, D: 1, N: 1 / 3 });
    expect(counts(draw(newcomer, NO_CREDITS, 39))).toEqual({ A: 9, B: 9, C: 9, D: 9, N: 3 });
  });

  it("8: tiers 40/35/25 with 2/3/5 members, even inside each", () => {
    const tiers = [
      { tier: "A", share: 40 },
      { tier: "B", share: 35 },
      { tier: "C", share: 25 },
    ];
    const all = [
      ...members({ A1: 1, A2: 1 }, "A"),
      ...members({ B1: 1, B2: 1, B3: 1 }, "B"),
      ...members({ C1: 1, C2: 1, C3: 1, C4: 1, C5: 1 }, "C"),
    ];
    const got = counts(life().epoch({ members: all, tiers }, 200));
    expect([got.A1, got.A2]).toEqual([40, 40]);
    expect([got.B1, got.B2, got.B3].toSorted()).toEqual([23, 23, 24]);
    expect([got.C1, got.C2, got.C3, got.C4, got.C5]).toEqual([10, 10, 10, 10, 10]);
  });

  it("9: after a leave both are even again at once", () => {
    const pool = life();
    pool.epoch(of({ A: 1, B: 1 }), 2);
    pool.epoch(of({ B: 1 }), 2);
    expect(counts(pool.epoch(of({ A: 1, B: 1 }), 1))).toEqual({ A: 1 });
    expect(counts(pool.epoch(of({ A: 1, B: 1 }), 10))).toEqual({ A: 5, B: 5 });
  });

  it("10: no catching up after an absence", () => {
    const pool = life();
    const first = pool.epoch(of({ A: 1, B: 1 }), 12);
    const second = pool.epoch(of({ A: 1, B: 1, C: 1 }), 12);
    expect(counts([...first, ...second])).toEqual({ A: 10, B: 10, C: 4 });
  });

  it("11: a pool of one, after an absence", () => {
    const both = carry(of({ A: 1, B: 1 }), NO_CREDITS, 1);
    const away = carry(of({ B: 1 }), both, 5);
    expect(draw(of({ A: 1 }), away, 3)).toEqual(["A", "A", "A"]);
  });

  it("17: a returned bad lead gives one extra turn and moves nobody else by more than one", () => {
    const roster = of({ A: 1, B: 1, C: 1 });
    const after = carry(roster, NO_CREDITS, 6);
    const granted = grantExtraTurn(roster, after, "B");
    for (let n = 1; n <= 30; n++) {
      const without = counts(draw(roster, after, n));
      const withOne = counts(draw(roster, granted, n + 1));
      expect((withOne.B ?? 0) - (without.B ?? 0)).toBe(1);
      expect(Math.abs((withOne.A ?? 0) - (without.A ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.abs((withOne.C ?? 0) - (without.C ?? 0))).toBeLessThanOrEqual(1);
    }
  });
});

describe("turns that pass (scenario 6: five agents, C on vacation, E full)", () => {
  it("are gone, so that the neighbour of a full one does not get double", () => {
    const holders = draw(of({ A: 1, B: 1, D: 1, E: 1 }), NO_CREDITS, 16);
    expect(counts(holders.filter((agentId) => agentId !== "E").slice(0, 12))).toEqual({ A: 4, B: 4, D: 4 });
  });
});
