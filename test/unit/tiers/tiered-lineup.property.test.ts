import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { openCursor } from "../../../shared/domain/rotation/cursor.ts";
import type { Lineup } from "../../../shared/domain/routing/pools/lineup.ts";
import { tieredLineup } from "../../../shared/domain/tiers/tiered-lineup.ts";
import { agentInput } from "../../../shared/schemas/agent.ts";
import { tiersPolicy } from "../../../shared/schemas/plan/tiers-policy.ts";
import { aPlan, start } from "../lifecycle/lead-fixtures.ts";

type Place = "A" | "B" | "C" | "newcomer";

function lineup(places: readonly Place[]): Lineup {
  const agents = places.map((place, i) => ({
    ...agentInput.parse({
      name: "x",
      email: "x@example.com",
      team: "city",
      ...(place !== "newcomer" && { tier: place }),
    }),
    agentId: `agent-${i}`,
    version: 1,
  }));
  return {
    poolKey: "all",
    members: agents.map(({ agentId }) => ({ agentId, weight: 10_000 })),
    agents: new Map(agents.map((agent) => [agent.agentId, agent])),
    leftOut: new Map(),
    validUntil: start,
  };
}

/** Whose turn each ticket is, by the quota rule as the specification writes it, in exact fractions and without any state. */
function reference(places: readonly Place[], shares: Readonly<Record<"A" | "B" | "C", number>>, tickets: number) {
  const all: readonly Place[] = ["A", "B", "C", "newcomer"];
  const members = (tier: Place) => places.flatMap((place, i) => (place === tier ? [`agent-${i}`] : []));
  const perHead = (["B", "C"] as const).filter((tier) => members(tier).length > 0);
  const fallback = members("A").length > 0 ? shares.A / members("A").length : 1;
  const between =
    perHead.length === 0
      ? fallback
      : perHead.reduce((sum, tier) => sum + shares[tier] / members(tier).length, 0) / perHead.length;
  const wanted = all.map((tier) => (tier === "newcomer" ? between * members(tier).length : shares[tier]));
  const playing = all
    .map((tier, i) => ({ tier, weight: wanted[i] ?? 0 }))
    .filter(({ tier }) => members(tier).length > 0);
  const received = new Map<string, number>();
  const had = (key: string) => received.get(key) ?? 0;
  const next = (n: number, of: readonly { readonly key: string; readonly weight: number }[]) => {
    const total = of.reduce((sum, { weight }) => sum + weight, 0);
    const behind = of.filter(({ key, weight }) => had(key) < (n * weight) / total - 1e-9);
    const [first] = (behind.length > 0 ? behind : of).toSorted(
      (a, b) => (had(a.key) + 1) / a.weight - (had(b.key) + 1) / b.weight,
    );
    return first?.key ?? "nobody";
  };
  return Array.from({ length: tickets }, (_, i) => {
    const tier = next(
      i + 1,
      playing.map((each) => ({ key: each.tier, weight: each.weight })),
    );
    received.set(tier, had(tier) + 1);
    const agentId = next(
      had(tier),
      members(tier as Place).map((key) => ({ key, weight: 1 })),
    );
    received.set(agentId, had(agentId) + 1);
    return { tier, agentId };
  });
}

const anyPlaces = fc.array(fc.constantFrom<Place>("A", "B", "C", "newcomer"), { minLength: 1, maxLength: 14 });
const anyShares = fc
  .tuple(fc.integer({ min: 1, max: 97 }), fc.integer({ min: 1, max: 97 }))
  .filter(([a, b]) => a + b < 100)
  .map(([A, B]) => ({ A, B, C: 100 - A - B }));

describe("tiers (C4)", () => {
  test("40/35/25 with 2/3/5 members and 200 leads: 80/70/50, even inside each tier", () => {
    const places: Place[] = ["C", "A", "B", "C", "B", "C", "A", "C", "B", "C"];
    const { members, tiers = [] } = tieredLineup(lineup(places), new Map(), aPlan(), start);
    const cursor = openCursor({ members, tiers }, NO_CREDITS);
    const turns = Array.from({ length: 200 }, (_, n) => cursor.turn(n + 1));
    const counts = (of: "tier" | "agentId") =>
      Object.fromEntries([...Map.groupBy(turns, (turn) => turn?.[of] ?? "-")].map(([key, all]) => [key, all.length]));
    expect(counts("tier")).toEqual({ A: 80, B: 70, C: 50 });
    const own = counts("agentId");
    const of = (place: Place) => places.flatMap((each, i) => (each === place ? [own[`agent-${i}`]] : []));
    expect(of("A")).toEqual([40, 40]);
    expect(of("B").toSorted()).toEqual([23, 23, 24]);
    expect(of("C")).toEqual([10, 10, 10, 10, 10]);
  });

  test("any places and shares: the same turns as the rule worked out slowly, every tier within one lead of its due", () => {
    fc.assert(
      fc.property(anyPlaces, anyShares, (places, shares) => {
        const plan = { ...aPlan(), tiers: tiersPolicy.parse({ shares }) };
        const { members, tiers = [] } = tieredLineup(lineup(places), new Map(), plan, start);
        const cursor = openCursor({ members, tiers }, NO_CREDITS);
        const slow = reference(places, shares, 120);
        const total = tiers
          .filter(({ tier }) => members.some((member) => member.tier === tier))
          .reduce((sum, { share }) => sum + share, 0);
        const got = new Map<string, number>();
        for (const [i, { tier, agentId }] of slow.entries()) {
          const turn = cursor.turn(i + 1);
          // Shares are whole numbers here: where two are due at the same moment they may come in the other order.
          if (places.includes("newcomer")) got.set(turn?.tier ?? "-", (got.get(turn?.tier ?? "-") ?? 0) + 1);
          else expect(turn).toEqual({ tier, agentId });
        }
        for (const [tier, count] of got) {
          const due = (120 * (tiers.find((each) => each.tier === tier)?.share ?? 0)) / total;
          expect(Math.abs(count - due)).toBeLessThan(1);
          const slowCount = slow.filter((each) => each.tier === tier).length;
          expect(Math.abs(count - slowCount)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("a newcomer gets no less than a member of the one and no more than one of the other of B and C", () => {
    fc.assert(
      fc.property(anyPlaces, anyShares, (places, shares) => {
        fc.pre(["B", "C", "newcomer"].every((place) => places.includes(place as Place)));
        const plan = { ...aPlan(), tiers: tiersPolicy.parse({ shares }) };
        const { tiers = [] } = tieredLineup(lineup(places), new Map(), plan, start);
        const each = (place: Place) =>
          (tiers.find(({ tier }) => tier === place)?.share ?? 0) / places.filter((other) => other === place).length;
        const [low = 0, high = 0] = [each("B"), each("C")].toSorted((a, b) => a - b);
        // Whole numbers of at most 40,000.
        expect(each("newcomer")).toBeGreaterThanOrEqual(low - 1);
        expect(each("newcomer")).toBeLessThanOrEqual(high + 1);
        expect(each("newcomer")).toBeCloseTo((low + high) / 2, -1);
      }),
    );
  });
});
