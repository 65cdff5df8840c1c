import { beforeAll, expect, it } from "vitest";
import type { AdminDesk } from "../../support/admin-desk.ts";
import { type Foolish, openBrokerage, outcomeOf } from "./foolish-desk.ts";

/** Limits, hours and times that contradict each other. */
let desk: AdminDesk;
beforeAll(async () => {
  desk = await openBrokerage();
});

const hot = (given: object): Foolish => ({ sla: { hot: { acceptWithin: "PT5M", contactWithin: "PT15M", ...given } } });
const points = [{ when: { field: "phone", op: "exists", value: true }, points: 40, why: "reachable" }];

it.each<[string, Foolish, readonly string[]]>([
  [
    "the leader after the backup",
    hot({ notifyLeaderAfter: "PT40M", reassignAfter: "PT30M" }),
    ["warning leaderAfterBackup - /sla/hot/notifyLeaderAfter"],
  ],
  [
    "longer to accept than to contact",
    hot({ acceptWithin: "PT20M" }),
    ["hint acceptLongerThanContact - /sla/hot/acceptWithin"],
  ],
  [
    "back before it is due",
    { reclaim: { noContactAfter: "PT12H" } },
    ["warning reclaimBeforeDue - /sla/cold/contactWithin"],
  ],
  [
    "back before anybody is told",
    hot({ notifyLeaderAfter: "P4D" }),
    ["warning reclaimBeforeLeader - /sla/hot/notifyLeaderAfter"],
  ],
  [
    "due at night",
    { businessHours: { mon: ["09:00-18:00"], tue: ["09:00-18:00"] } },
    ["hint dueWhileClosed - /sla/clock"],
  ],
  [
    "spans that overlap",
    { sla: { clock: "businessHours" }, businessHours: { mon: ["12:00-18:00", "09:00-13:00"] } },
    ["hint overlappingHours - /businessHours/mon/0"],
  ],
  [
    "spans that overlap, two of one day",
    { sla: { clock: "businessHours" }, businessHours: { mon: ["09:00-18:00", "10:00-11:00", "12:00-13:00"] } },
    ["hint overlappingHours - /businessHours/mon/1", "hint overlappingHours - /businessHours/mon/2"],
  ],
  [
    "a span the wrong way round",
    { businessHours: { mon: ["18:00-09:00"] } },
    ["422 /businessHours/mon/0 the end must come after the start; split a night at midnight"],
  ],
  ["business time without business hours", { sla: { clock: "businessHours" } }, ["422 /sla/clock needs businessHours"]],
  [
    "business time of a week without an hour",
    { sla: { clock: "businessHours" }, businessHours: { mon: [] } },
    ["422 /businessHours the business never opens: name at least one span"],
  ],
  ["a week without an hour", { businessHours: {} }, ["warning neverOpen - /businessHours"]],
  [
    "a ramp that goes down",
    {
      ramp: [
        { until: "P30D", share: 0.5 },
        { until: "P60D", share: 0.2 },
      ],
    },
    ["warning rampDescends - /ramp/1/share"],
  ],
  [
    "a ramp out of order",
    {
      ramp: [
        { until: "P90D", share: 1 },
        { until: "P30D", share: 0.3 },
      ],
    },
    ["warning rampOutOfOrder - /ramp/1/until"],
  ],
  [
    "months of no known length",
    { ramp: [{ until: "P1M", share: 0.5 }] },
    ["422 /ramp/0/until use an ISO-8601 duration such as PT15M or P14D"],
  ],
  [
    "hot, but not handed over",
    { scoring: { rules: points, hot: 60, handoverAt: 80 } },
    ["warning hotNurtured - /scoring/handoverAt"],
  ],
])("%s", async (_, plan, expected) => {
  expect(await outcomeOf(desk, plan)).toEqual(expected);
});

it("public holidays of an unknown region are refused with those that are known", async () => {
  const [refused] = await outcomeOf(desk, { businessHours: { mon: ["09:00-18:00"], holidays: "BY" } });
  expect(refused).toMatch(/^422 \/businessHours\/holidays .*DE-BY.*closedOn$/);
});
