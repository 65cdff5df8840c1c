import { describe, expect, it } from "vitest";
import { carry } from "../../../shared/domain/rotation/carry.ts";
import { NO_CREDITS } from "../../../shared/domain/rotation/credits.ts";
import { standings } from "../../../shared/domain/rotation/standing.ts";
import { members } from "./life.ts";

describe("standings", () => {
  it("tell received, due and deviation over all epochs, in rotation order", () => {
    const two = { members: members({ A: 1, B: 1 }) };
    const three = { members: members({ A: 1, B: 1, C: 2 }) };
    const { members: all, tiers } = standings(three, carry(two, NO_CREDITS, 3), 6);
    expect(tiers).toEqual([]);
    expect(all).toEqual([
      { agentId: "A", weight: 10_000, share: 0.25, received: 3, due: 3, deviation: 0 },
      { agentId: "B", weight: 10_000, share: 0.25, received: 3, due: 3, deviation: 0 },
      { agentId: "C", weight: 20_000, share: 0.5, received: 3, due: 3, deviation: 0 },
    ]);
  });

  it("count a member's due share in the tier's own leads, and the tier's in the pool's", () => {
    const tiers = [
      { tier: "A", share: 3 },
      { tier: "B", share: 1 },
    ];
    const roster = { members: [...members({ A1: 1, A2: 1 }, "A"), ...members({ B1: 1 }, "B")], tiers };
    const { members: all, tiers: both } = standings(roster, NO_CREDITS, 5);
    expect(both).toEqual([
      { tier: "A", share: 0.75, received: 4, due: 3.75, deviation: 0.25 },
      { tier: "B", share: 0.25, received: 1, due: 1.25, deviation: -0.25 },
    ]);
    expect(all.map(({ agentId, received, due }) => [agentId, received, due])).toEqual([
      ["A1", 2, 2],
      ["A2", 2, 2],
      ["B1", 1, 1],
    ]);
    expect(all.map(({ share }) => share)).toEqual([0.375, 0.375, 0.25]);
  });
});
