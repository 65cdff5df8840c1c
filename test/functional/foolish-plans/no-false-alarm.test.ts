import { beforeAll, expect, it } from "vitest";
import type { AdminDesk } from "../../support/admin-desk.ts";
import { type Foolish, openBrokerage, outcomeOf, when } from "./foolish-desk.ts";

/** Everything that can be asked, asked as it should be: the check says nothing. */
let desk: AdminDesk;
beforeAll(async () => {
  desk = await openBrokerage();
});

const visited = { field: "engagement.type", op: "eq", value: "visit" };

it.each<[string, (condition: object) => Foolish, readonly (readonly [field: string, op: string, value: unknown])[]]>([
  [
    "rules",
    when,
    [
      ...([
        ["company.size", "gte", 50],
        ["company.size", "eq", "11-50"],
        ["geo.lat", "gt", 50],
      ] as const),
      ...([
        ["price", "gte", 100],
        ["property.estimatedValue", "lt", 5],
        ["preferredContact", "eq", "SMS"],
      ] as const),
      ...([
        ["firstContactBy", "eq", "anna"],
        ["message", "contains", "Haus"],
        ["recycled", "gte", 1],
      ] as const),
      ...([
        ["stage", "eq", "handover"],
        ["holiday", "eq", true],
        ["custom.floor", "gte", 3],
      ] as const),
      ...([
        ["custom.floor", "eq", "EG"],
        ["area", "contains", "nord"],
        ["budget", "exists", true],
      ] as const),
      ...([
        ["timeline", "eq", "sofort"],
        ["propertyType", "in", ["Wohnung", "Tiny House"]],
      ] as const),
      ...([
        ["country", "in", ["DE", "Österreich"]],
        ["phone", "prefix", "+49"],
        ["phone", "contains", "30"],
      ] as const),
    ],
  ],
  [
    "points",
    (condition) => ({ scoring: { hot: 50, rules: [{ when: condition, points: 5, why: "because" }] } }),
    [
      ...([
        ["engagement", "eq", "visit"],
        ["engagement", "contains", "visit"],
        ["flags", "contains", "x"],
      ] as const),
      ...([
        ["attribution.gclid", "exists", true],
        ["consent.given", "eq", true],
        ["senderScore", "gte", 50],
      ] as const),
      ...([
        ["consent.channels", "contains", "phone"],
        ["accountId", "prefix", "a"],
        ["open", "eq", false],
      ] as const),
      ...([
        ["consent.version", "eq", "2"],
        ["consent.givenAt", "exists", true],
        ["source", "eq", "website"],
      ] as const),
    ],
  ],
  [
    "progressive rules",
    (condition) => ({
      progressive: [{ id: "later", when: { all: [visited, condition] }, pool: {} }],
    }),
    [
      ...([
        ["engagement.count", "gte", 3],
        ["engagement.sinceContact", "gt", 0],
        ["status", "eq", "contacted"],
      ] as const),
      ...([
        ["engagement.detail", "contains", "penthouse"],
        ["engagement.total", "lt", 9],
        ["score", "gte", 50],
      ] as const),
    ],
  ],
])("what may be asked in %s is fine", async (_, plan, comparisons) => {
  for (const [field, op, value] of comparisons) {
    expect([field, await outcomeOf(desk, plan({ field, op, value }))]).toEqual([field, []]);
  }
});
