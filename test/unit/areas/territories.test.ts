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
  const now = [...leads(48, ["boom"], 12), ...leads(32, ["calm"], 8), ...leads(8, ["slow"]), ...leads(5, [])];
  expect(territories({ areas, agents }, now, leads(4, ["boom", "slow"]))).toEqual([
    {
      areaId: "boom",
      name: "BOOM",
      agents: 1,
      leads: 48,
      leadsBefore: 4,
      change: 11,
      trend: "growing",
      converted: 12,
      conversion: 0.25,
      benchmark: 0.2273,
      benchmarkFrom: "all",
      toBenchmark: 0.0227,
      leadsPerAgent: 48,
      pace: "boom",
    },
    {
      areaId: "calm",
      name: "CALM",
      agents: 2,
      leads: 32,
      leadsBefore: 0,
      trend: "growing",
      converted: 8,
      conversion: 0.25,
      benchmark: 0.3,
      benchmarkFrom: "set",
      toBenchmark: -0.05,
      leadsPerAgent: 16,
      pace: "steady",
    },
    {
      areaId: "slow",
      name: "SLOW",
      agents: 1,
      leads: 8,
      leadsBefore: 4,
      change: 1,
      trend: "steady",
      converted: 0,
      conversion: 0,
      benchmark: 0.2273,
      benchmarkFrom: "all",
      toBenchmark: -0.2273,
      leadsPerAgent: 8,
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

test("without leads nothing is said of an area but that nobody works there", () => {
  const paces = territories({ areas, agents }, [], []).map(({ pace }) => pace);
  expect(paces).toEqual([undefined, undefined, undefined, "unserved"]);
});

test("two leads are too few to call an area slow, or its agent's only one a boom", () => {
  const found = territories({ areas, agents }, [...leads(2, ["slow"]), ...leads(9, ["boom"], 1)], []);
  expect(found.map(({ pace }) => pace)).toEqual([undefined, undefined, undefined, "unserved"]);
});

test("where nothing was ever converted there is no benchmark to hold anybody to, but the admin's", () => {
  const found = territories({ areas, agents }, leads(30, ["boom"]), leads(30, ["boom", "calm", "slow"]));
  expect(found.map(({ benchmark, toBenchmark }) => [benchmark, toBenchmark])).toEqual([
    [undefined, undefined],
    [0.3, undefined],
    [undefined, undefined],
    [undefined, undefined],
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
