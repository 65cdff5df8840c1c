import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fastestLineup, speedShares } from "../../../shared/domain/routing/pools/fastest-lineup.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";

/** Lifts whoever is below the floor, shares out the rest anew, and so on until nobody is. */
function reference(given: readonly (number | undefined)[], floor: number): readonly number[] {
  const known = given.filter((speed) => speed !== undefined);
  const mean = known.reduce((sum, speed) => sum + speed, 0) / known.length;
  const speeds = given.map((speed) => (known.length === 0 ? 1 : (speed ?? mean)));
  const lifted = new Set<number>();
  for (;;) {
    const left = speeds.length - lifted.size * floor;
    const total = speeds.reduce((sum, speed, i) => (lifted.has(i) ? sum : sum + speed), 0);
    const shares = speeds.map((speed, i) => (lifted.has(i) ? floor : (speed / total) * left));
    const below = shares.findIndex((share, i) => !lifted.has(i) && share < floor - 1e-9);
    if (below === -1) return shares;
    lifted.add(below);
  }
}

const speed = fc.double({ min: 1 / 1440, max: 1, noNaN: true });
const floor = fc.double({ min: 0, max: 1, noNaN: true });

describe("shares by speed (C14)", () => {
  test("any speeds and floor: as lifting one after the other gives, nobody below the floor, nothing lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(speed, { nil: undefined }), { minLength: 1, maxLength: 30 }),
        floor,
        (speeds, low) => {
          const shares = speedShares(speeds, low);
          const slow = reference(speeds, low);
          for (const [i, share] of shares.entries()) {
            expect(share).toBeCloseTo(slow[i] ?? Number.NaN, 6);
            expect(share).toBeGreaterThanOrEqual(low - 1e-9);
          }
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(speeds.length, 6);
        },
      ),
    );
  });

  test("who is faster never gets less", () => {
    fc.assert(
      fc.property(fc.array(speed, { minLength: 2, maxLength: 20 }), floor, (speeds, low) => {
        const sorted = speeds.toSorted((a, b) => a - b);
        const shares = speedShares(sorted, low);
        for (let i = 1; i < shares.length; i++) expect(shares[i]).toBeGreaterThanOrEqual((shares[i - 1] ?? 0) - 1e-9);
      }),
    );
  });

  const none = { assigned: 0, contacted: 0, appointments: 0, noShows: 0, converted: 0, assignedEver: 0 };
  const noFigures: AgentFigures = { ...none, agentId: "", from: 0, to: 0, sources: {} };
  const figures = (agentId: string, minutesToContact: number, contacted = 20) =>
    [agentId, { ...noFigures, agentId, contacted, minutesToContact }] as const;
  const lineup = (ids: readonly string[]) => ({
    poolKey: "all",
    members: ids.map((agentId) => ({ agentId, weight: 10_000 })),
    agents: new Map(),
    leftOut: new Map(),
    validUntil: 0,
  });
  const weights = (ids: readonly string[], known: readonly (readonly [string, AgentFigures])[], low = 0.5) =>
    fastestLineup(lineup(ids), { floor: low, minContacts: 10 }, new Map(known)).members.map(({ weight }) => weight);

  test("5, 10 and 20 minutes: the floor lifts the slowest, the others share by speed", () => {
    const known = [figures("a", 5), figures("b", 10), figures("c", 20)];
    expect(weights(["a", "b", "c"], known)).toEqual([16_667, 8_333, 5_000]);
    expect(weights(["a", "b", "c"], known, 0)).toEqual([17_143, 8_571, 4_286]);
    expect(weights(["a", "b", "c"], known, 1)).toEqual([10_000, 10_000, 10_000]);
  });

  test("too few contacts count as average; nobody measured: equal; a minute is as fast as can be", () => {
    expect(weights(["a", "b", "c"], [figures("a", 10), figures("b", 30), figures("c", 1, 9)], 0)).toEqual([
      15_000, 5_000, 10_000,
    ]);
    expect(weights(["a", "b"], [])).toEqual([10_000, 10_000]);
    expect(weights(["a", "b"], [figures("a", 0.01), figures("b", 1)])).toEqual([10_000, 10_000]);
    expect(weights(["a", "b"], [figures("a", 99_999), figures("b", 1440)])).toEqual([10_000, 10_000]);
  });
});
