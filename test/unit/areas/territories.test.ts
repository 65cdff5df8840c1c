import { expect, test } from "vitest";
import { territories } from "../../../shared/domain/areas/territories.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const area = (areaId: string, given: Partial<Area> = {}): [string, Area] => [
  areaId,
  { areaId, name: areaId.toUpperCase(), version: 1, ...given },
];
const areas = new Map([area("boom"), area("calm", { benchmarkConversion: 0.3 }), area("slow"), area("empty")]);
const people = [
  anAgent({ agentId: "a", territories: ["boom"] }),
  anAgent({ agentId: "b", territories: ["calm"] }),
  anAgent({ agentId: "c", territories: { home: ["slow"], others: ["calm"] } }),
  anAgent({ agentId: "d", territories: ["empty"], status: "inactive" }),
];
const agents = new Map(people.map((agent) => [agent.agentId, agent]));
const leads = (count: number, areaIds: string[], converted = 0) =>
  Array.from({ length: count }, (_, i) => ({ areas: areaIds, converted: i < converted }));

test("every territory has its pace, its trend and its own benchmark", () => {
  const now = [...leads(12, ["boom"], 3), ...leads(8, ["calm"], 2), ...leads(2, ["slow"]), ...leads(5, [])];
  expect(territories({ areas, agents }, now, leads(4, ["boom", "slow"]))).toEqual([
    {
      areaId: "boom",
      name: "BOOM",
      agents: 1,
      leads: 12,
      leadsBefore: 4,
      change: 2,
      trend: "steady",
      converted: 3,
      conversion: 0.25,
      benchmark: 0.2273,
      benchmarkFrom: "all",
      toBenchmark: 0.0227,
      leadsPerAgent: 12,
      pace: "boom",
    },
    {
      areaId: "calm",
      name: "CALM",
      agents: 2,
      leads: 8,
      leadsBefore: 0,
      trend: "steady",
      converted: 2,
      conversion: 0.25,
      benchmark: 0.3,
      benchmarkFrom: "set",
      toBenchmark: -0.05,
      leadsPerAgent: 4,
      pace: "steady",
    },
    {
      areaId: "slow",
      name: "SLOW",
      agents: 1,
      leads: 2,
      leadsBefore: 4,
      change: -0.5,
      trend: "steady",
      converted: 0,
      conversion: 0,
      benchmark: 0.2273,
      benchmarkFrom: "all",
      toBenchmark: -0.2273,
      leadsPerAgent: 2,
      pace: "slow",
    },
    {
      areaId: "empty",
      name: "EMPTY",
      agents: 0,
      leads: 0,
      leadsBefore: 0,
      trend: "steady",
      converted: 0,
      benchmark: 0.2273,
      benchmarkFrom: "all",
      pace: "unserved",
    },
  ]);
});

test("without leads nothing booms", () => {
  expect(territories({ areas, agents }, [], []).map(({ pace }) => pace)).toEqual([
    "steady",
    "steady",
    "steady",
    "unserved",
  ]);
});

test.each([
  [24, 20, "growing", 0.2],
  [23, 20, "steady", 0.15],
  [16, 20, "shrinking", -0.2],
  [17, 20, "steady", -0.15],
  [19, 10, "steady", 0.9],
  [20, 10, "growing", 1],
  [20, 0, "growing", undefined],
  [0, 20, "shrinking", -1],
])("%i leads after %i: %s", (leadsNow, leadsBefore, trend, change) => {
  const [found] = territories({ areas, agents }, leads(leadsNow, ["boom"]), leads(leadsBefore, ["boom"]));
  expect([found?.trend, found?.change]).toEqual([trend, change]);
});

test("an area's benchmark is what it converted before, once there were enough leads; the admin's word counts first", () => {
  const before = [...leads(20, ["boom"], 8), ...leads(19, ["slow"], 19), ...leads(30, ["calm"], 30)];
  const found = territories({ areas, agents }, [...leads(10, ["boom"], 3), ...leads(10, ["slow"], 1)], before);
  expect(found.map(({ benchmark, benchmarkFrom, toBenchmark }) => [benchmark, benchmarkFrom, toBenchmark])).toEqual([
    [0.4, "before", -0.1],
    [0.3, "set", undefined],
    [0.2, "all", -0.1],
    [0.2, "all", undefined],
  ]);
});
