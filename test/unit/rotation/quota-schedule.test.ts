import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entrant, quotaSchedule, TURN } from "../../../shared/domain/rotation/quota-schedule.ts";
import { slowSchedule } from "./reference.ts";

const weight = fc.oneof(fc.integer({ min: 2_500, max: 50_000 }), fc.constantFrom(3_333, 10_000, 15_000, 20_000));
const weights = fc.array(weight, { minLength: 1, maxLength: 40 });
const credit = fc.oneof(
  fc.integer({ min: -1.5 * TURN, max: 1.5 * TURN }),
  fc.constantFrom(-TURN, -TURN / 2, 0, TURN / 2, TURN, 1.5 * TURN),
);

/** Whole, whatever the fraction: credits are. */
const turns = (leads: number) => Math.round(leads * TURN);

function draw(entrants: readonly Entrant[], tickets: number): readonly (number | undefined)[] {
  const schedule = quotaSchedule(entrants);
  return Array.from({ length: tickets }, () => schedule.next());
}

describe("quotaSchedule", () => {
  it("is the slow rule, ticket by ticket, whatever the weights and the credit carried over", () => {
    const entrants = fc.array(fc.record({ weight, credit }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(entrants, (list) => {
        expect(draw(list, 60)).toEqual(slowSchedule(list, 60));
      }),
      { numRuns: 500 },
    );
  });

  it("never lets anybody be a full lead away from the due share, at any prefix", () => {
    fc.assert(
      fc.property(weights, (list) => {
        const total = list.reduce((sum, one) => sum + one, 0);
        const received = list.map(() => 0);
        const holders = draw(
          list.map((one) => ({ weight: one, credit: 0 })),
          10 * list.length,
        );
        holders.forEach((holder = 0, index) => {
          received[holder] = (received[holder] ?? 0) + 1;
          const n = index + 1;
          for (const [i, one] of list.entries()) {
            expect(Math.abs((received[i] ?? 0) * total - n * one)).toBeLessThan(total);
          }
        });
      }),
    );
  });

  it("stays exact at the limits: 10,000 members, extreme weights, a checkpoint's worth of tickets", () => {
    const entrants = Array.from({ length: 10_000 }, (_, i) => ({
      weight: i % 2 === 0 ? 50_000 : 2_501 + (i % 997),
      credit: ((i * 7_919) % (2 * TURN)) - TURN,
    }));
    const total = entrants.reduce((sum, one) => sum + BigInt(one.weight), 0n);
    const received = entrants.map(() => 0);
    for (const holder of draw(entrants, 10_000)) received[holder ?? 0] = (received[holder ?? 0] ?? 0) + 1;
    expect(received.reduce((sum, one) => sum + one, 0)).toBe(10_000);
    for (const [i, one] of entrants.entries()) {
      const had = (BigInt(received[i] ?? 0) * BigInt(TURN) - BigInt(one.credit)) * total;
      const ahead = Number(had - 10_000n * BigInt(one.weight) * BigInt(TURN)) / Number(total * BigInt(TURN));
      expect(Math.abs(ahead)).toBeLessThan(1.5);
    }
  });

  it("breaks ties in order", () => {
    const equal = [10_000, 10_000, 10_000].map((one) => ({ weight: one, credit: 0 }));
    expect(draw(equal, 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it("gives the lead to the one furthest behind when two would fall a full lead behind", () => {
    const entrants = [
      { weight: 50_000, credit: turns(0.9) },
      { weight: 10_000, credit: turns(1.2) },
      { weight: 10_000, credit: turns(-2.1) },
    ];
    expect(draw(entrants, 2)).toEqual([0, 1]);
  });

  it("takes the first of two who are as far behind", () => {
    const entrants = [
      { weight: 20_000, credit: turns(1.1) },
      { weight: 10_000, credit: turns(1.2) },
      { weight: 70_000, credit: 0 },
    ];
    expect(draw(entrants, 1)).toEqual([0]);
  });

  it("gives it to the one least ahead when nobody is behind", () => {
    const entrants = [
      { weight: 50_000, credit: turns(-1.4) },
      { weight: 10_000, credit: turns(-0.5) },
    ];
    expect(draw(entrants, 1)).toEqual([1]);
  });

  it("has nobody for an empty list", () => {
    expect(draw([], 1)).toEqual([undefined]);
  });
});
