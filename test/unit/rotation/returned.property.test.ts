import fc from "fast-check";
import { expect, test } from "vitest";
import { carry, grantExtraTurn } from "../../../shared/domain/rotation/carry.ts";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { openCursor } from "../../../shared/domain/rotation/cursor.ts";
import type { Credits, Roster } from "../../../shared/schemas/rotation.ts";

const tier = fc.constantFrom("A", "B", "C");
const anyRoster: fc.Arbitrary<Roster> = fc.oneof(
  fc
    .array(fc.integer({ min: 3_333, max: 20_000 }), { minLength: 2, maxLength: 6 })
    .map((weights) => ({ members: weights.map((weight, i) => ({ agentId: `agent-${i}`, weight })) })),
  fc.array(tier, { minLength: 2, maxLength: 8 }).map((places) => ({
    members: places.map((place, i) => ({ agentId: `agent-${i}`, weight: 10_000, tier: place })),
    tiers: [
      { tier: "A", share: 40_000 },
      { tier: "B", share: 35_000 },
      { tier: "C", share: 25_000 },
    ],
  })),
);

/** How many of the next tickets each agent gets. */
function turns(roster: Roster, credits: Credits, tickets: number): ReadonlyMap<string, number> {
  const cursor = openCursor(roster, credits);
  const counts = new Map<string, number>();
  for (let n = 1; n <= tickets; n++) {
    const { agentId = "" } = cursor.turn(n) ?? {};
    counts.set(agentId, (counts.get(agentId) ?? 0) + 1);
  }
  return counts;
}

test("17, any weights and tiers, at any time: one ticket more, nobody else moves by more than one (A6)", () => {
  fc.assert(
    fc.property(
      anyRoster,
      fc.integer({ min: 1, max: 90 }),
      fc.nat(),
      fc.integer({ min: 1, max: 60 }),
      (roster, drawn, who, ahead) => {
        const cursor = openCursor(roster, NO_CREDITS);
        const { agentId = "" } = cursor.turn((who % drawn) + 1) ?? {};
        const after = carry(roster, NO_CREDITS, drawn);
        const without = turns(roster, after, ahead);
        const withTurn = turns(roster, grantExtraTurn(roster, after, agentId), ahead + 1);
        for (const member of roster.members) {
          const more = (withTurn.get(member.agentId) ?? 0) - (without.get(member.agentId) ?? 0);
          const own = member.agentId === agentId;
          // The extra turn, and the next one, which may come a ticket sooner or later than it would have.
          expect(more).toBeGreaterThanOrEqual(own ? 0 : -1);
          expect(more).toBeLessThanOrEqual(own ? 2 : 1);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
