import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { openCursor, turnsBetween } from "../../../shared/domain/rotation/cursor.ts";
import { lanesOf } from "../../../shared/domain/rotation/lanes.ts";
import type { Member, Roster, Tier } from "../../../shared/schemas/rotation.ts";
import { FULL, life, seeded } from "./life.ts";

const SHARES: readonly Tier[] = [
  { tier: "A", share: 40 },
  { tier: "B", share: 35 },
  { tier: "C", share: 25 },
];

function tiered(sizes: Readonly<Record<string, number>>): Roster {
  const members = Object.entries(sizes).flatMap(([tier, size]) =>
    Array.from({ length: size }, (_, i): Member => ({ agentId: `${tier.toLowerCase()}-${i}`, weight: FULL, tier })),
  );
  return { members, tiers: SHARES };
}

describe("tiers", () => {
  it.each([
    { A: 2, B: 3, C: 5 },
    { A: 20, B: 30, C: 50 },
  ])("keep each tier's share, and each member's in the tier, below one lead at any prefix: %o", (sizes) => {
    const roster = tiered(sizes);
    const ofTier = new Map<string, number>();
    const pool = life();
    const turns = turnsBetween(openCursor(roster, NO_CREDITS), 1, 2_000);
    for (const [i, { tier }] of turns.entries()) {
      ofTier.set(tier, (ofTier.get(tier) ?? 0) + 1);
      for (const { tier: one, share } of SHARES) {
        expect(Math.abs((ofTier.get(one) ?? 0) - ((i + 1) * share) / 100)).toBeLessThan(1);
      }
    }
    pool.epoch(roster, 2_000);
    expect(pool.worst()).toBeLessThan(1);
  });

  it.each([
    { sizes: { A: 2, B: 3, C: 5 }, days: 5_000 },
    { sizes: { A: 20, B: 30, C: 50 }, days: process.env.FAIRLEAD_SOAK === undefined ? 500 : 5_000 },
  ])("hold the bounds of a whole life when people move between tiers and come and go: %o", ({ sizes, days }) => {
    const random = seeded(40_35_25);
    const team = tiered(sizes).members.map((member) => ({ ...member, present: true }));
    const pool = life();
    const tierDue = new Map<string, number>();
    for (let day = 0; day < days; day++) {
      const one = team[Math.floor(random() * team.length)];
      if (one && random() < 0.7) one.present = !one.present;
      else if (one) one.tier = random() < 0.5 ? "B" : "C";
      const roster = { members: team.filter(({ present }) => present), tiers: SHARES };
      const tickets = Math.floor(random() * 1.2 * team.length);
      if (roster.members.length === 0) continue;
      pool.epoch(roster, tickets);
      const lanes = lanesOf(roster);
      const total = lanes.reduce((sum, { share }) => sum + share, 0);
      for (const { tier, share } of lanes) tierDue.set(tier, (tierDue.get(tier) ?? 0) + (tickets * share) / total);
    }
    expect(pool.worst()).toBeLessThan(1.5);
    for (const [tier, due] of tierDue) {
      expect(Math.abs((pool.credits().tiers[tier]?.received ?? 0) - due)).toBeLessThan(1.5);
    }
  });

  it("share among the others what a tier without anybody would get", () => {
    fc.assert(
      fc.property(fc.constantFrom("A", "B", "C"), (empty) => {
        const roster = tiered({ A: 2, B: 2, C: 2, [empty]: 0 });
        expect(turnsBetween(openCursor(roster, NO_CREDITS), 1, 75).length).toBe(75);
      }),
    );
  });

  it("take somebody without a tier, or with an unknown one, into the last", () => {
    const newcomer: Member = { agentId: "new", weight: FULL };
    const stray: Member = { agentId: "stray", weight: FULL, tier: "Z" };
    const lanes = lanesOf({ members: [...tiered({ A: 1, B: 1, C: 1 }).members, newcomer, stray], tiers: SHARES });
    expect(lanes.at(-1)?.members.map(({ agentId }) => agentId)).toEqual(["c-0", "new", "stray"]);
  });
});
