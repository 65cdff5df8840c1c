import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Member, Roster } from "../../../shared/schemas/rotation.ts";
import { life } from "./life.ts";

/** A fraction, as on paper. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const zero: Fraction = { over: 0n, under: 1n };
const fraction = (over: number, under: number): Fraction => ({ over: BigInt(over), under: BigInt(under) });

function plus(a: Fraction, b: Fraction): Fraction {
  const over = a.over * b.under + b.over * a.under;
  const under = a.under * b.under;
  const shared = commonDivisor(over < 0n ? -over : over, under);
  return { over: over / shared, under: under / shared };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
const one = fraction(1, 1);

interface Contender {
  readonly key: string;
  readonly weight: number;
}

/**
 * The rule as one would explain it: every lead is owed to those who are there, by their weights. Of those who are owed
 * something, the one whose next whole lead will be due soonest gets it; but whoever is owed a whole lead, or more, goes
 * first, those owed most before others; and when nobody is owed anything, it is whoever had least too much. Ties go by
 * place. `owed` is all that is remembered, for a whole life; nobody who is away is owed more, or less.
 */
function nextOf(contenders: readonly Contender[], owed: Map<string, Fraction>): string {
  const total = contenders.reduce((sum, { weight }) => sum + weight, 0);
  for (const { key, weight } of contenders) owed.set(key, plus(owed.get(key) ?? zero, fraction(weight, total)));
  const debt = ({ key }: Contender) => owed.get(key) ?? zero;
  const creditors = contenders.filter((each) => less(zero, debt(each)));
  const byDebt = creditors.length === 0 || creditors.some((each) => !less(debt(each), one));
  const wait = (each: Contender) => {
    const missing = minus(one, debt(each));
    return { over: missing.over, under: missing.under * BigInt(each.weight) };
  };
  const first = (list: readonly Contender[], before: (a: Contender, b: Contender) => boolean) =>
    list.reduce((best, each) => (before(each, best) ? each : best));
  const chosen = byDebt
    ? first(contenders, (a, b) => less(debt(b), debt(a)))
    : first(creditors, (a, b) => less(wait(a), wait(b)));
  owed.set(chosen.key, minus(debt(chosen), one));
  return chosen.key;
}

/** A pool of the model: tiers take turns by the rule, and the members of the tier whose turn it is, by the same rule. */
function model() {
  const tiersOwed = new Map<string, Fraction>();
  const membersOwed = new Map<string, Fraction>();
  return (roster: Roster): string => {
    const tierOf = (member: Member) => member.tier ?? "";
    const tiers = (roster.tiers ?? [{ tier: "", share: 1 }]).filter(({ tier }) =>
      roster.members.some((member) => tierOf(member) === tier),
    );
    const tier = nextOf(
      tiers.map((each) => ({ key: each.tier, weight: each.share })),
      tiersOwed,
    );
    const inside = roster.members.filter((member) => tierOf(member) === tier);
    return nextOf(
      inside.map(({ agentId, weight }) => ({ key: agentId, weight })),
      membersOwed,
    );
  };
}

/** Halves of a share, at most 16 together: then no share is ever rounded, and both must agree to the ticket. */
const weights = fc
  .array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 10 })), { minLength: 2, maxLength: 8 })
  .filter((halves) => halves.reduce((sum, each) => sum + each, 0) <= 16)
  .map((halves) => halves.map((each) => each * 5_000));
const days = (most: number) =>
  fc.array(fc.record({ away: fc.integer({ min: 0, max: 255 }), leads: fc.integer({ min: 0, max: 4 }) }), {
    minLength: 1,
    maxLength: most,
    size: "max",
  });
const soak = process.env.FAIRLEAD_SOAK !== undefined;
const numRuns = soak ? 5_000 : 200;

function agree(
  team: readonly Member[],
  tiers: Roster["tiers"],
  life_: readonly { away: number; leads: number }[],
): void {
  const pool = life();
  const draw = model();
  for (const { away, leads } of life_) {
    const members = team.filter((_, i) => (away & (1 << i)) === 0);
    if (members.length === 0) continue;
    const roster: Roster = { members, ...(tiers && { tiers }) };
    const expected = Array.from({ length: leads }, () => draw(roster));
    expect(pool.epoch(roster, leads)).toEqual(expected);
  }
}

describe("the rotation is the rule, ticket by ticket, through a whole life", () => {
  it("in a pool whose members come and go", () => {
    fc.assert(
      fc.property(weights, days(100), (list, each) => {
        const team = list.map((weight, i) => ({ agentId: `a-${i}`, weight }));
        agree(team, undefined, each);
      }),
      { numRuns },
    );
  });

  it("in tiers", () => {
    const shares = fc.constantFrom([4, 3, 2], [8, 5, 3], [1, 1, 1], [2, 1, 1]);
    fc.assert(
      fc.property(weights, shares, days(100), (list, parts, each) => {
        const names = ["A", "B", "C"];
        const team = list.map((weight, i) => ({ agentId: `a-${i}`, weight, tier: names[i % 3] ?? "A" }));
        const tiers = parts.map((share, i) => ({ tier: names[i] ?? "A", share }));
        agree(team, tiers, each);
      }),
      { numRuns },
    );
  });
});
