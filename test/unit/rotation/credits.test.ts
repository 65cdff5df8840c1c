import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../../../shared/domain/rotation/apportion.ts";
import { carry, grantExtraTurn } from "../../../shared/domain/rotation/carry.ts";
import { accountOf, NO_CREDITS, settle } from "../../../shared/domain/rotation/credits.ts";
import { TURN } from "../../../shared/domain/rotation/quota-schedule.ts";
import type { Accounts, Credits } from "../../../shared/schemas/rotation.ts";
import { life, members } from "./life.ts";

describe("apportion", () => {
  it("splits into whole parts with exactly the given sum, each within one of the exact part", () => {
    const amount = fc.integer({ min: -TURN, max: 10_000 * TURN });
    const weights = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amount, weights, (whole, list) => {
        const total = list.reduce((sum, one) => sum + one, 0);
        const parts = apportion(whole, list);
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total === 0 ? 0 : whole);
        for (const [i, weight] of list.entries()) {
          const distance = BigInt(parts[i] ?? 0) * BigInt(total) - BigInt(whole) * BigInt(weight);
          expect(distance < BigInt(total) && -distance < BigInt(total)).toBe(total > 0);
        }
      }),
    );
  });

  it("rounds up for the largest remainders, and for the first of equal ones", () => {
    expect(apportion(4, [1, 1, 1])).toEqual([2, 1, 1]);
    expect(apportion(3, [1, 3, 1])).toEqual([1, 2, 0]);
  });
});

describe("carry", () => {
  it("is exact for up to sixteen equals: after whole rounds all credit is zero again", () => {
    const eleven = { members: members(Object.fromEntries([..."ABCDEFGHIJK"].map((name) => [name, 1]))) };
    const pool = life();
    for (let day = 0; day < 1_000; day++) pool.epoch(eleven, 7);
    for (let day = 0; day < 1_000; day++) pool.epoch(eleven, 4);
    for (const { credit } of Object.values(pool.credits().members)) expect(credit).toBe(0);
  });

  it("does not drift: after 5,000 epochs it is within a hundredth of a lead of the exact share", () => {
    const roster = { members: members({ A: 1, B: 1.5, C: 2, D: 0.3333, E: 0.25, F: 5, G: 1, H: 1.7 }) };
    const pool = life();
    for (let day = 0; day < 5_000; day++) pool.epoch(roster, (day * 7) % 23);
    for (const { agentId } of roster.members) {
      const credit = accountOf(pool.credits().members, agentId).credit / TURN;
      expect(Math.abs(credit - (pool.due(agentId) - pool.received(agentId)))).toBeLessThan(0.01);
    }
  });

  it("keeps the account of somebody away as it is, and begins with nothing for somebody new", () => {
    const before = carry({ members: members({ A: 1, B: 1 }) }, NO_CREDITS, 1);
    const after = carry({ members: members({ B: 1, C: 1 }) }, before, 4);
    expect(after.members.A).toEqual(before.members.A);
    expect(after.members.A).toEqual({ credit: -TURN / 2, received: 1 });
    expect(after.members.C).toEqual({ credit: 0, received: 2 });
  });

  it("knows an agent called constructor", () => {
    const credits = carry({ members: members({ constructor: 1, B: 1 }) }, NO_CREDITS, 1);
    expect(accountOf(NO_CREDITS.members, "constructor")).toEqual({ credit: 0, received: 0 });
    expect(accountOf(credits.members, "constructor")).toEqual({ credit: -TURN / 2, received: 1 });
  });
});

describe("grantExtraTurn", () => {
  const roster = { members: members({ A: 1, B: 1, C: 2 }) };

  it("takes the ticket back: the same credits as if it had not been drawn", () => {
    const parts = (received: number[]) =>
      roster.members.map(({ agentId, weight }, i) => ({ key: agentId, weight, received: received[i] ?? 0 }));
    const five: Accounts = settle({}, parts([1, 2, 2]));
    const six: Credits = { members: settle({}, parts([1, 3, 2])), tiers: {} };
    expect(grantExtraTurn(roster, six, "B").members).toEqual(five);
  });

  it("takes back the tier's ticket as well", () => {
    const tiers = [
      { tier: "A", share: 60 },
      { tier: "B", share: 40 },
    ];
    const both = { members: [...members({ A1: 1, A2: 1 }, "A"), ...members({ B1: 1 }, "B")], tiers };
    const granted = grantExtraTurn(both, carry(both, NO_CREDITS, 5), "A2");
    expect(granted.tiers.A).toEqual({ credit: 0.4 * TURN, received: 2 });
    expect(granted.tiers.B).toEqual({ credit: -0.4 * TURN, received: 2 });
    expect(granted.members.B1).toEqual({ credit: 0, received: 2 });
  });

  it("waits for somebody who is away, and the sum stays zero", () => {
    const without = { members: members({ A: 1, C: 2 }) };
    const granted = grantExtraTurn(without, carry(roster, NO_CREDITS, 4), "B");
    expect(granted.members.B).toEqual({ credit: TURN, received: 0 });
    expect(Object.values(granted.members).reduce((sum, { credit }) => sum + credit, 0)).toBe(0);
  });

  it("lets no newcomer wait for the turns that others were granted before", () => {
    const pool = life();
    pool.epoch(roster, 400);
    let credits = pool.credits();
    for (let i = 0; i < 40; i++) credits = carry(roster, grantExtraTurn(roster, credits, "B"), 4);
    const joined = carry({ members: [...roster.members, ...members({ N: 1 })] }, credits, 5);
    expect(accountOf(joined.members, "N").received).toBe(1);
  });
});
