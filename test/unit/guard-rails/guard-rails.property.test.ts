import fc from "fast-check";
import { expect, test } from "vitest";
import { afterListed, afterMiss, afterPick } from "../../../shared/domain/guard-rails/changes.ts";
import { afterOpening } from "../../../shared/domain/guard-rails/holding.ts";
import {
  kindOf,
  type LeadToPick,
  type Look,
  obstacleToPick,
} from "../../../shared/domain/guard-rails/obstacle-to-pick.ts";
import type { Picks } from "../../../shared/schemas/picks.ts";
import { type CherryPick, cherryPick } from "../../../shared/schemas/plan/cherry-pick.ts";
import { leadId } from "../../store/samples.ts";
import { type Asked, agedNow, type Deed, slowObstacle } from "./slow-reference.ts";

const seconds = 1000;
const hours = 3600 * seconds;

/** Where clocks change by an hour or half of one, at night or just at midnight, forth and back. */
const zones = ["Europe/Berlin", "America/Santiago", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu"];
const starts = [
  "2026-03-25T20:00:00Z",
  "2026-04-03T20:00:00Z",
  "2026-09-04T20:00:00Z",
  "2026-10-23T21:30:00Z",
  "2026-12-30T12:00:00Z",
];

const off = fc.constant(false as const);
const some = <T>(rule: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: rule }, { weight: 1, arbitrary: off });
const upTo = (max: number) => fc.integer({ min: 1, max });

const policies = fc
  .record({
    windows: some(fc.record({ list: fc.constantFrom("PT30S", "PT60S"), coolDown: fc.constantFrom("PT30S", "PT5M") })),
    misses: some(
      fc.record({
        claimsLess: fc.integer({ min: 0, max: 2 }),
        suspendAfter: fc.integer({ min: 2, max: 5 }),
        suspension: fc.constantFrom("P7D", "P1D"),
      }),
    ),
    ratios: some(
      fc.record({
        hotPerWarm: some(upTo(3)),
        agedOf: some(fc.integer({ min: 2, max: 5 })),
        agedAfter: fc.constantFrom("PT24H", "PT2H"),
      }),
    ),
    access: some(
      fc.record({ second: fc.constantFrom("PT15M", "PT0S"), last: fc.constantFrom("PT1H", "assignedOnly" as const) }),
    ),
    quotas: some(fc.record({ perDay: some(upTo(12)), perHour: some(upTo(8)), perWeek: some(upTo(20)) })),
  })
  .map((block) => cherryPick.parse(block));

const temperature = fc.constantFrom("hot" as const, "hot" as const, "warm" as const, "cold" as const);
const step = fc.record({
  after: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 50 * seconds }) },
    fc.integer({ min: 0, max: 3 * hours }),
    fc.integer({ min: 0, max: 40 * hours }),
    // Just at the end of an hour's quota, and one tick before it.
    fc.constantFrom(hours, hours - 1),
  ),
  does: fc.constantFrom("claim", "claim", "claim", "claim", "list", "list", "miss", "detailsOver", "detailsOver"),
  temperature,
  age: fc.integer({ min: 0, max: 30 * hours }),
  inPool: fc.integer({ min: 0, max: 2 * hours }),
  heldBy: fc.option(fc.record({ me: fc.boolean(), left: fc.integer({ min: 1, max: 180 * seconds }) }), {
    freq: 6,
    nil: undefined,
  }),
  others: fc.array(fc.record({ temperature, age: fc.integer({ min: 0, max: 30 * hours }) }), { maxLength: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const weeks = fc.record({
  rails: policies,
  zone: fc.constantFrom(...zones),
  start: fc.constantFrom(...starts).map((text) => Date.parse(text)),
  tier: fc.constantFrom(1 as const, 1 as const, 2 as const, 3 as const),
  steps: fc.array(step, { minLength: 20, maxLength: 70 }),
});

test("over weeks of random picking the guard rails say what the rules, read one by one, say", () => {
  const told = new Map<string, number>();
  fc.assert(
    fc.property(weeks, ({ rails, zone, start, tier, steps }) => {
      let picks: Picks = { agentId: "anna", revision: 0, claims: [], misses: [], access: { tier, at: 0 } };
      const deeds: Deed[] = [];
      let now = start;
      for (const [n, each] of steps.entries()) {
        now += each.after;
        const look = { picks, rails, zone, now };
        if (each.does !== "claim") {
          picks = afterDeed(each.does, look, n) ?? picks;
          deeds.push({ type: each.does, at: now });
          continue;
        }
        const asked = askedOf(each, tier, now);
        const lead = leadOf(asked);
        const others = each.others.map((other, i) => leadOf(askedOf({ ...other, inPool: 0 }, tier, now), 9000 + i));
        const kinds = others.map((other) => ({ temperature: other.temperature, aged: agedNow(other, rails, now) }));
        const expected = slowObstacle(deeds, asked, kinds, rails, zone, now);
        const obstacle = obstacleToPick(look, lead, others);
        expect(plain(obstacle)).toEqual(expected);
        told.set(obstacle?.reason ?? "none", (told.get(obstacle?.reason ?? "none") ?? 0) + 1);
        if (obstacle !== undefined) continue;
        const { aged = false } = kindOf(lead, rails, now);
        expect(aged).toBe(agedNow(asked, rails, now));
        picks = afterPick(look, { leadId: leadId(n), temperature: asked.temperature, ...(aged && { aged }) });
        // As the next write finds it in the lead.
        picks = { ...picks, claims: picks.claims.map(({ pending: _, ...claim }) => claim) };
        deeds.push({ type: "claim", at: now, temperature: asked.temperature, aged });
      }
    }),
    { numRuns: 400 },
  );
  // A reference that never disagrees because nothing ever happens would prove nothing.
  for (const reason of ["none", "suspended", "accessDelay", "quota", "cooldown", "held", "ratio"]) {
    expect(told.get(reason), reason).toBeGreaterThan(10);
  }
});

function afterDeed(does: Exclude<Step["does"], "claim">, look: Look, n: number) {
  switch (does) {
    case "list":
      return afterListed(look);
    case "miss":
      return afterMiss(look, { leadId: leadId(n), at: look.now });
    case "detailsOver":
      return afterOpening(look, { leadId: leadId(n), until: look.now });
  }
}

type Offered = Pick<Step, "temperature" | "age" | "inPool"> & Partial<Pick<Step, "heldBy">>;

function askedOf({ temperature, age, inPool, heldBy }: Offered, tier: 1 | 2 | 3, now: number): Asked {
  return {
    temperature,
    receivedAt: now - Math.max(age, inPool),
    postedAt: now - inPool,
    tier,
    ...(heldBy && { heldBy: { me: heldBy.me, until: now + heldBy.left } }),
  };
}

function leadOf({ temperature, receivedAt, postedAt, heldBy }: Asked, id = 9999): LeadToPick {
  const posted = { rule: "all", pick: true as const, at: postedAt };
  const common = { leadId: leadId(id), temperature, receivedAt, since: postedAt, posted };
  if (heldBy === undefined) return { ...common, status: "pooled", deadlines: {} };
  const held = { agentId: heldBy.me ? "anna" : "ben", at: postedAt };
  return { ...common, status: "held", held, deadlines: { hold: heldBy.until } };
}

function plain(obstacle: ReturnType<typeof obstacleToPick>) {
  if (obstacle === undefined) return undefined;
  const { reason } = obstacle;
  return "until" in obstacle && obstacle.until !== undefined ? { reason, until: obstacle.until } : { reason };
}

test("of two leads that each make up for one part of what is owed, either may be taken", () => {
  const rails: CherryPick = cherryPick.parse({ ratios: { hotPerWarm: 1, agedOf: 2 }, windows: false, quotas: false });
  const hot = { leadId: leadId(1), at: 1, temperature: "hot" as const };
  const look = {
    picks: { agentId: "anna", revision: 1, claims: [hot], misses: [] },
    rails,
    zone: "UTC",
    now: 48 * hours,
  };
  const lead = (id: number, temperature: "hot" | "warm", age: number) =>
    leadOf({ temperature, receivedAt: look.now - age, postedAt: 0, tier: 1 }, id);
  const oldHot = lead(2, "hot", 30 * hours);
  const newWarm = lead(3, "warm", 0);
  expect(obstacleToPick(look, oldHot, [newWarm])).toBeUndefined();
  expect(obstacleToPick(look, newWarm, [oldHot])).toBeUndefined();
  expect(obstacleToPick(look, lead(4, "hot", 0), [oldHot])).toEqual({ reason: "ratio", kind: "aged", of: 2 });
  const oldWarm = lead(5, "warm", 30 * hours);
  expect(obstacleToPick(look, newWarm, [oldWarm])).toEqual({ reason: "ratio", kind: "aged", of: 2 });
  expect(obstacleToPick(look, oldHot, [oldWarm])).toEqual({ reason: "ratio", kind: "mild", of: 1 });
  // Listed before its score rose, it is not held against itself.
  expect(obstacleToPick(look, newWarm, [{ ...newWarm, temperature: "cold" }])).toBeUndefined();
});
