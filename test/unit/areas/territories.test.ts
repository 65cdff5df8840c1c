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
      converted: 3,
      conversion: 0.25,
      benchmark: 0.2273,
      leadsPerAgent: 12,
      pace: "boom",
    },
    {
      areaId: "calm",
      name: "CALM",
      agents: 2,
      leads: 8,
      leadsBefore: 0,
      converted: 2,
      conversion: 0.25,
      benchmark: 0.3,
      leadsPerAgent: 4,
      pace: "steady",
    },
    {
      areaId: "slow",
      name: "SLOW",
      agents: 1,
      leads: 2,
      leadsBefore: 4,
      converted: 0,
      conversion: 0,
      benchmark: 0.2273,
      leadsPerAgent: 2,
      pace: "slow",
    },
    {
      areaId: "empty",
      name: "EMPTY",
      agents: 0,
      leads: 0,
      leadsBefore: 0,
      converted: 0,
      benchmark: 0.2273,
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
