import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TakenLead } from "../../../shared/domain/pick-watch/taken-leads.ts";
import { warningText } from "../../../shared/domain/pick-watch/warning-texts.ts";
import { watchRows } from "../../../shared/domain/pick-watch/watch-rows.ts";
import { type PostedLead, type WatchWarning, watchWarnings } from "../../../shared/domain/pick-watch/watch-warnings.ts";
import { hour, now, takenLead } from "./random-taken.ts";

const times = <T>(count: number, of: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => of(n));
const taken = (given: Partial<TakenLead> = {}): TakenLead => ({
  agentId: "anna",
  picked: true,
  at: now - hour,
  receivedAt: now - 2 * hour,
  sourceId: "portal",
  temperature: "hot",
  size: "unknown",
  score: 90,
  contactedAt: now,
  converted: true,
  ...given,
});
const posted = (given: Partial<PostedLead> = {}): PostedLead => ({
  sourceId: "portal",
  score: 50,
  waits: [{ from: now - 2 * hour, to: now - hour }],
  ...given,
});
const options = {
  now,
  agedAfter: 24 * hour,
  claimableAt: (_: string, at: number) => at,
  contactWithin: 2 * hour,
  elapsed: (from: number, to: number) => to - from,
};
/** Everybody's leads, the pool, and ten people who could pick. */
function warned(leads: readonly TakenLead[], pool: readonly PostedLead[] = [], people: readonly string[] = []) {
  const rows = watchRows(leads, options);
  return watchWarnings({ rows, taken: leads, posted: pool, pickers: new Set(people), now });
}
const kinds = (found: readonly WatchWarning[]) => found.map(({ kind }) => kind);

describe("an agent", () => {
  test("only takes scores above 80, while there were others", () => {
    const picks = times(5, (n) => taken({ score: 81 + n }));
    const expected = { kind: "onlyHighScores", agentId: "anna", claims: 5, lowest: 81 };
    expect(warned(picks, [posted({ score: 80 })])).toEqual([expected]);
    expect(warned(picks, [posted({ score: 81 })])).toEqual([]);
    expect(warned(picks.slice(1), [posted()])).toEqual([]);
    expect(warned([...picks, taken({ score: 80 })], [posted()])).toEqual([]);
    expect(warned([...picks, taken({ score: 20, picked: false })], [posted()])).toEqual([expected]);
  });

  test("never takes a source that chance would have brought", () => {
    const pool = [...times(3, () => posted()), ...times(2, () => posted({ sourceId: "social" }))];
    const picks = (count: number) => times(count, () => taken({ score: 50 }));
    expect(warned(picks(6), pool)).toEqual([
      { kind: "neverTakesSource", agentId: "anna", sourceId: "social", claims: 6, part: 0.4 },
    ]);
    // 0.6 ^ 5 is still 8 %.
    expect(warned(picks(5), pool)).toEqual([]);
    expect(warned([...picks(6), taken({ score: 50, sourceId: "social" })], pool)).toEqual([]);
    expect(warned([...picks(6), taken({ picked: false, sourceId: "social" })], pool)).toHaveLength(1);
  });

  test("makes contact more than four hours after the claim; a lead nobody ever reached counts too", () => {
    const late = { at: now - 10 * hour, contactedAt: now - 6 * hour };
    const slower = taken({ ...late, contactedAt: now - 6 * hour + 1000 });
    expect(warned(times(5, () => taken(late)))).toEqual([]);
    expect(warned(times(5, () => slower))).toMatchObject([{ kind: "slowContact" }]);
    // Fewer say nothing.
    expect(warned(times(4, () => slower))).toEqual([]);
    const { contactedAt: _, ...never } = taken({ at: now - 6 * hour });
    const quick = times(4, () => taken({ contactedAt: now - hour + 60_000 }));
    expect(warned([...times(16, () => never), ...quick])).toEqual([
      { kind: "slowContact", agentId: "anna", claims: 20, minutes: 288.2 },
    ]);
    expect(warned([...times(16, () => ({ ...never, at: now - 2 * hour })), ...quick])).toEqual([]);
    expect(warned(times(5, () => ({ ...never, picked: false })))).toEqual([]);
  });

  test("is not late before the lead's own limit is over, nor while nobody is there", () => {
    const { contactedAt: _, ...waiting } = taken({ at: now - 6 * hour });
    const row = (more: Partial<typeof options>) =>
      watchRows(
        times(5, () => waiting),
        { ...options, ...more },
      )[0]?.minutesClaimToContact;
    expect(row({})).toBe(360);
    expect(row({ contactWithin: 8 * hour })).toBeUndefined();
    expect(row({ contactWithin: 5 * hour })).toBe(360);
    expect(row({ elapsed: () => hour })).toBeUndefined();
  });

  test("converts picked leads no better than all others the assigned ones", () => {
    const picks = (won: number) => times(10, (n) => taken({ score: 50, converted: n < won }));
    const others = times(10, (n) => taken({ agentId: "ben", picked: false, score: 50, converted: n < 3 }));
    const own = times(10, () => taken({ picked: false, score: 50 }));
    const expected = { kind: "noBetter", agentId: "anna", claims: 10, conversion: 0.3, others: 0.3 };
    expect(warned([...picks(3), ...others])).toEqual([expected]);
    expect(warned([...picks(4), ...others])).toEqual([]);
    expect(warned([...picks(3), ...own, ...others])).toContainEqual(expected);
    expect(warned([...picks(3), ...own])).toEqual([]);
    expect(warned([...picks(3).slice(1), ...others])).toEqual([]);
  });
});

describe("the whole", () => {
  test("30 % of the leads lay in the pool for more than a day", () => {
    const long = { waits: [{ from: now - 25 * hour, to: now }] };
    const pool = (late: number) => times(10, (n) => posted(n < late ? long : {}));
    expect(warned([], pool(3))).toEqual([{ kind: "unclaimed", posted: 10, late: 3, part: 0.3 }]);
    expect(warned([], pool(2))).toEqual([]);
    expect(warned([], pool(3).slice(1))).toEqual([]);
    const waiting = (from: number) => [...pool(2), ...times(3, () => posted({ waits: [{ from }] }))];
    expect(warned([], waiting(now - 24 * hour - 1))).toEqual([
      { kind: "unclaimed", posted: 13, late: 5, part: 0.3846 },
    ]);
    // Nobody knows of these yet: they do not make it look better either.
    expect(warned([], [...pool(3), ...times(90, () => posted({ waits: [{ from: now - hour }] }))])).toHaveLength(1);
  });

  test("a fifth of the agents takes 60 % of the leads", () => {
    const people = ["anna", "ben", "cem", "dora", "eva"];
    const picks = (anna: number) => times(10, (n) => taken({ agentId: n < anna ? "anna" : "ben", score: 50 }));
    const expected = { kind: "concentrated", agents: 5, top: 1, claims: 10, part: 0.6 };
    expect(warned(picks(6), [], people)).toEqual([expected]);
    expect(warned(picks(5), [], people)).toEqual([]);
    expect(warned(picks(6), [], people.slice(0, 4))).toEqual([]);
    expect(warned(picks(6).slice(1), [], people)).toEqual([]);
    expect(warned(picks(6), [], [...people, "finn"])).toMatchObject([{ agents: 6, top: 2, part: 1 }]);
  });

  test("who converts most gets better leads, by 15 points", () => {
    const of = (agentId: string, score: number, converted: boolean) =>
      times(5, () => taken({ agentId, score, converted, picked: false }));
    expect(warned([...of("anna", 75, true), ...of("ben", 60, false)])).toEqual([
      { kind: "unevenQuality", best: 75, last: 60 },
    ]);
    expect(warned([...of("anna", 74, true), ...of("ben", 60, false)])).toEqual([]);
    expect(warned([...of("anna", 60, true), ...of("ben", 90, false)])).toEqual([]);
    expect(warned([...of("anna", 75, true), ...of("ben", 60, true)])).toEqual([]);
    expect(warned([...of("anna", 75, true), ...of("ben", 60, false).slice(1)])).toEqual([]);
  });
});

test("nothing taken, nothing posted: no warnings", () => {
  expect(warned([], [], ["anna"])).toEqual([]);
});

test("every warning about an agent is about one who picked, and figures are parts of the whole", () => {
  fc.assert(
    fc.property(fc.array(takenLead, { maxLength: 80 }), (leads) => {
      const pool = leads.map(({ sourceId, score }) => posted({ sourceId, score }));
      const pickers = new Set(leads.flatMap(({ agentId, picked }) => (picked ? [agentId] : [])));
      for (const warning of warned(leads, pool)) {
        if ("agentId" in warning) expect(pickers).toContain(warning.agentId);
        if ("part" in warning) expect(warning.part).toBeLessThanOrEqual(1);
      }
    }),
  );
});

describe("in words", () => {
  const names = { agent: () => "Anna Berger", source: () => "Portal" };
  const samples: readonly WatchWarning[] = [
    { kind: "onlyHighScores", agentId: "anna", claims: 12, lowest: 82 },
    { kind: "neverTakesSource", agentId: "anna", sourceId: "portal", claims: 12, part: 0.4 },
    { kind: "slowContact", agentId: "anna", claims: 12, minutes: 330 },
    { kind: "noBetter", agentId: "anna", claims: 12, conversion: 0.25, others: 0.3 },
    { kind: "unclaimed", posted: 40, late: 14, part: 0.35 },
    { kind: "concentrated", agents: 10, top: 2, claims: 60, part: 0.65 },
    { kind: "unevenQuality", best: 82.25, last: 55 },
  ];
  test.each([
    ["de", "1 von 5 Personen nimmt"],
    ["en", "1 of 5 people takes"],
  ] as const)("%s: one alone is one", (locale, words) => {
    const one: WatchWarning = { kind: "concentrated", agents: 5, top: 1, claims: 60, part: 0.65 };
    expect(warningText(one, names, locale)).toContain(words);
  });

  test.each([
    ["de", "Anna Berger meldet sich nach dem Zugriff erst nach 5,5 Stunden"],
    ["en", "Anna Berger makes contact 5.5 hours after the claim"],
  ] as const)("%s: each says who, how much and what to do", (locale, slow) => {
    const texts = samples.map((warning) => warningText(warning, names, locale));
    expect(new Set(texts).size).toBe(samples.length);
    for (const text of texts) expect(text).toMatch(/\d.*[.?] \S.*\.$/);
    for (const text of texts.slice(0, 4)) expect(text).toContain("Anna Berger");
    expect(texts[2]).toContain(slow);
    expect(kinds(samples)).toHaveLength(7);
  });
});
