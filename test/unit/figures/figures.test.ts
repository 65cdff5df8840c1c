import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIGURES_WINDOW, figuresOf } from "../../../shared/domain/figures/figures-of.ts";
import { sourceFigures } from "../../../shared/domain/figures/source-figures.ts";
import { type Stint, stintsOf } from "../../../shared/domain/figures/stints.ts";
import { agentFigures } from "../../../shared/schemas/figures.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import { aPlan, day, minute, start } from "../lifecycle/lead-fixtures.ts";

const lead = { sourceId: "portal", temperature: "hot" } as const;
const at = (minutes: number, type: LeadEvent["type"], agentId?: string, more: Partial<LeadEvent> = {}): LeadEvent => ({
  type,
  at: start + minutes * minute,
  actor: "system",
  ...(agentId !== undefined && { agentId }),
  ...more,
});
const accepted = (agentId: string, minutes: number) => [
  at(minutes - 1, "lead.offered", agentId),
  at(minutes, "lead.accepted", agentId),
];
const reached = (agentId: string, minutes: number) => at(minutes, "lead.contacted", agentId, { outcome: "reached" });

describe("who had a lead, and what came of it", () => {
  test("an offer that nobody took is no stint; attempts are no contact; the first contact counts", () => {
    expect(stintsOf(lead, [at(0, "lead.offered", "anna"), at(5, "lead.offerExpired", "anna")])).toEqual([]);
    const events = [
      ...accepted("anna", 1),
      at(3, "lead.contacted", "anna", { outcome: "noAnswer" }),
      reached("anna", 11),
      reached("anna", 20),
    ];
    expect(stintsOf(lead, events)).toEqual([
      {
        ...lead,
        agentId: "anna",
        assignedAt: start + minute,
        contactedAt: start + 11 * minute,
        appointment: false,
        noShow: false,
        converted: false,
      },
    ]);
  });

  test("taken back, claimed, given to somebody else: it counts for each, and its end for the last", () => {
    const events = [
      ...accepted("anna", 1),
      at(10, "lead.reclaimed", "anna"),
      at(10, "lead.pooled"),
      at(20, "lead.claimed", "ben"),
      reached("ben", 25),
      at(30, "lead.reassigned", "cem"),
      at(40, "lead.appointment", "cem"),
      at(50, "lead.appointment", "cem", { outcome: "noShow" }),
      at(60, "lead.converted", "cem", { value: 9000, currency: "EUR" }),
    ];
    const [anna, ben, cem, ...more] = stintsOf(lead, events);
    expect(more).toEqual([]);
    expect(anna).toMatchObject({ agentId: "anna", endedAt: start + 10 * minute, converted: false });
    expect(anna?.contactedAt).toBeUndefined();
    expect(ben).toMatchObject({ agentId: "ben", contactedAt: start + 25 * minute, endedAt: start + 30 * minute });
    expect(cem).toMatchObject({
      agentId: "cem",
      appointment: true,
      noShow: true,
      converted: true,
      value: { amount: 9000, currency: "EUR" },
    });
  });

  test("handed over by the rules: the ISA's part ends there; a returned lead was nobody's chance", () => {
    const handed = [...accepted("ida", 1), at(9, "lead.handedOver"), ...accepted("anna", 12)];
    expect(stintsOf(lead, handed).map(({ agentId, endedAt }) => [agentId, endedAt])).toEqual([
      ["ida", start + 9 * minute],
      ["anna", undefined],
    ]);
    expect(stintsOf(lead, [...accepted("anna", 1), at(90, "lead.returned", "anna")])).toEqual([]);
  });
});

const stint = (agentId: string, given: Partial<Stint> = {}): Stint => ({
  ...lead,
  agentId,
  assignedAt: start,
  appointment: false,
  noShow: false,
  converted: false,
  ...given,
});
const times = (count: number, make: (n: number) => Stint) => Array.from({ length: count }, (_, n) => make(n));
const now = start + 30 * day;
const given = { sources: new Map(), before: new Map(), plan: aPlan(), now };

const noneSince = { from: start - FIGURES_WINDOW, assigned: 0, assignedEver: 7 };

describe("the figures of 90 days (C4)", () => {
  test("counts, rates, means; nothing is divided by nothing", () => {
    const stints = [
      stint("anna", { contactedAt: start + 10 * minute, converted: true, value: { amount: 10_000, currency: "EUR" } }),
      stint("anna", { contactedAt: start + 30 * minute, appointment: true, noShow: true }),
      stint("anna", { endedAt: start + 5 * minute }),
      stint("anna", {}),
    ];
    const agents = figuresOf({ ...given, stints });
    const anna = agents.get("anna");
    expect(agentFigures.parse(anna)).toEqual(anna);
    expect(anna).toMatchObject({
      from: now - FIGURES_WINDOW,
      to: now,
      assigned: 4,
      contacted: 2,
      minutesToContact: 20,
      appointments: 1,
      noShows: 1,
      appointmentRate: 0.25,
      converted: 1,
      conversion: 0.25,
      averageDeal: { amount: 10_000, currency: "EUR" },
      assignedEver: 4,
      sources: { portal: { assigned: 4, contacted: 2, converted: 1 } },
    });
    // In time, late, given away before it was due, and overdue.
    expect(anna?.contactInSla).toBe(0.3333);
    const idle = figuresOf({ ...given, stints: [], before: new Map([["ben", noneSince]]) });
    expect(idle.get("ben")).toEqual({
      agentId: "ben",
      from: now - FIGURES_WINDOW,
      to: now,
      assigned: 0,
      contacted: 0,
      appointments: 0,
      noShows: 0,
      converted: 0,
      sources: {},
      assignedEver: 7,
    });
  });

  test("an agent who gets the hard source is held against that source", () => {
    const hard = { sourceId: "social" };
    const stints = [
      ...times(40, (n) => stint("anna", { converted: n < 16 })),
      ...times(40, (n) => stint("ben", { ...hard, converted: n < 6 })),
    ];
    const sources = new Map([
      ["portal", { benchmarkConversion: 0.4 }],
      ["social", { benchmarkConversion: 0.15 }],
    ]);
    const agents = figuresOf({ ...given, stints, sources });
    expect(agents.get("anna")).toMatchObject({ conversion: 0.4, expectedConversion: 0.4, adjustedConversion: 0.275 });
    expect(agents.get("ben")).toMatchObject({ conversion: 0.15, expectedConversion: 0.15, adjustedConversion: 0.275 });
    const measured = figuresOf({ ...given, stints });
    expect(measured.get("ben")?.adjustedConversion).toBe(measured.get("anna")?.adjustedConversion);
  });

  test("leads ever assigned: those in the window, and those that have left it; the same day twice changes nothing", () => {
    const early = times(30, () => stint("anna"));
    const late = times(25, () => stint("anna", { assignedAt: now + day }));
    const first = figuresOf({ ...given, stints: early });
    const second = figuresOf({ ...given, stints: [...early, ...late], before: first, now: now + 2 * day });
    expect(second.get("anna")?.assignedEver).toBe(55);
    const again = figuresOf({ ...given, stints: [...early, ...late], before: second, now: now + 2 * day });
    expect(again.get("anna")?.assignedEver).toBe(55);
    const left = early.map(({ agentId }) => ({ agentId, receivedAt: start }));
    const later = figuresOf({ ...given, stints: late, left, before: second, now: now + 80 * day });
    expect(later.get("anna")).toMatchObject({ assigned: 25, assignedEver: 55 });
  });

  test("whatever days it runs on, a lead counts once for each who had it, and for nobody once it is returned", () => {
    const lead = fc.record({
      agentId: fc.constantFrom("anna", "ben"),
      arrived: fc.integer({ min: 0, max: 300 }),
      returnedAfter: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    });
    const runs = fc.uniqueArray(fc.integer({ min: 1, max: 320 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 60 }), runs, (leads, days) => {
        let before: ReturnType<typeof figuresOf> = new Map();
        for (const today of days.toSorted((a, b) => a - b)) {
          const at = start + today * day;
          const counted = leads.filter(
            ({ arrived, returnedAfter }) =>
              arrived < today && (returnedAfter === undefined || arrived + returnedAfter > today),
          );
          const inWindow = (each: (typeof leads)[number]) => each.arrived >= today - 90;
          const figures = figuresOf({
            ...given,
            before,
            now: at,
            stints: counted.filter(inWindow).map(({ agentId }) => stint(agentId)),
            left: counted
              .filter((each) => !inWindow(each))
              .map(({ agentId, arrived }) => ({ agentId, receivedAt: start + arrived * day })),
          });
          const slow = (agentId: string) => counted.filter((each) => each.agentId === agentId).length;
          for (const [agentId, { assignedEver }] of figures) expect(assignedEver).toBe(slow(agentId));
          before = figures;
        }
      }),
    );
  });
});

test("what came of a source is what came of its leads with everybody", () => {
  const stints = [
    ...times(3, (n) => stint("anna", { converted: n < 2, contactedAt: start })),
    ...times(5, (n) => stint("ben", { converted: n < 1 })),
    stint("ben", { sourceId: "social" }),
  ];
  const figures = figuresOf({ ...given, stints });
  expect(sourceFigures("portal", figures)).toEqual({ assigned: 8, contacted: 3, converted: 3, conversion: 0.375 });
  expect(sourceFigures("social", figures)).toEqual({ assigned: 1, contacted: 0, converted: 0, conversion: 0 });
  expect(sourceFigures("unknown", figures)).toBeUndefined();
});

test("what was sold counts whenever the leads came, in the currency of most deals; the target from the first lead on", () => {
  const euro = (amount: number) => ({ amount, currency: "EUR" });
  const stints = [
    stint("anna", { converted: true, value: euro(10_000) }),
    stint("anna", { converted: true, value: { amount: 700, currency: "CHF" } }),
    stint("anna", { value: euro(1) }),
    stint("ben", { assignedAt: start + day }),
  ];
  const earlierDeals = [
    { agentId: "anna", at: start, value: euro(5_000.5) },
    { agentId: "cem", at: start, value: euro(3_000) },
    { agentId: "cem", at: start },
  ];
  const figures = figuresOf({ ...given, stints, earlierDeals });
  const from = now - FIGURES_WINDOW;
  expect(figures.get("anna")).toMatchObject({ sold: euro(15_000.5), workedSince: from });
  expect(figures.get("ben")).toMatchObject({ workedSince: start + day });
  expect(figures.get("ben")).not.toHaveProperty("sold");
  expect(figures.get("cem")).toMatchObject({ sold: euro(3_000), workedSince: from, assigned: 0 });
});
