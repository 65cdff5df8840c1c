import fc from "fast-check";
import { expect, it } from "vitest";
import { teamIndex } from "../../../shared/domain/plan/team/team-index.ts";
import { anyLead, homeAreasOf, territoriesOf } from "../../../shared/domain/routing/pools/matched-values.ts";
import { poolOf } from "../../../shared/domain/routing/pools/pool.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import type { PoolFilter } from "../../../shared/schemas/plan/pool-filter.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const ids = ["a", "b", "c", "d", "e"] as const;
const list = <T>(...values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

const person = fc.record(
  {
    team: fc.constantFrom("north", "south"),
    role: fc.constantFrom("agent" as const, "isa" as const),
    status: fc.constantFrom("active" as const, "paused" as const, "inactive" as const),
    tier: fc.constantFrom("A" as const, "B" as const),
    skills: list("Luxury", "seller", "polo"),
    territories: list("mitte", "nord", "gone"),
  },
  { requiredKeys: ["team", "role", "status"] },
);
const filter: fc.Arbitrary<PoolFilter> = fc.record(
  {
    team: fc.constantFrom("north", "south", "west"),
    role: fc.constantFrom("agent" as const, "isa" as const),
    agents: list(...ids, "zoe"),
    tier: fc.constantFrom("A" as const, "C" as const),
    skills: list("luxury", "Seller"),
    areas: fc.constantFrom("match" as const, "home" as const),
  },
  { requiredKeys: [] },
);

it("knows who is in a pool as routing does, and says what is lacking when nobody is", () => {
  const areas = new Map(["mitte", "nord"].map((areaId) => [areaId, { areaId, name: areaId, version: 1 }]));
  const lacking = new Set<string>();
  fc.assert(
    fc.property(fc.array(person, { maxLength: 5 }), filter, (people, wanted) => {
      const team = people.map((each, i) => anAgent({ ...each, agentId: ids[i] ?? "f" }));
      const agents = new Map(team.map((agent) => [agent.agentId, agent]));
      const { agents: found, gap, areasCovered } = teamIndex({ agents, areas })(wanted);
      const routed = poolOf("x", wanted, { ...anyLead, areas: [...areas.keys()] }, agents).members;
      const names = (each: readonly Agent[]) => each.map(({ agentId }) => agentId).toSorted();
      expect(names(found)).toEqual(names(routed.filter(({ status }) => status !== "inactive")));
      expect(gap === undefined).toBe(found.length > 0 || team.length === 0);
      if (gap) lacking.add(gap.lack);
      if (wanted.areas === undefined) return;
      const theirs = found.flatMap(wanted.areas === "home" ? homeAreasOf : territoriesOf);
      expect(areasCovered).toEqual(new Set(theirs));
    }),
    { numRuns: 500 },
  );
  expect(lacking.size).toBeGreaterThan(4);
});

it.each<[PoolFilter, string]>([
  [{ team: "west" }, "team"],
  [{ agents: ["zoe"] }, "agents"],
  [{ team: "south" }, "role"],
  [{ tier: "C" }, "tier"],
  [{ skills: ["polo", "seller"] }, "skills"],
  [{ areas: "home" }, "areas"],
  [{ tier: "B" }, "active"],
  [{ matchSkills: ["interest"] }, "specialists"],
])("%j lacks %s", (wanted, lack) => {
  const team = [
    anAgent({ agentId: "a", team: "north", skills: ["polo"], territories: ["gone"] }),
    anAgent({ agentId: "b", team: "north", tier: "B", status: "inactive" }),
    anAgent({ agentId: "c", team: "south", role: "isa", skills: ["seller"] }),
  ];
  const agents = new Map(team.map((agent) => [agent.agentId, agent]));
  const areas = new Map([["mitte", { areaId: "mitte", name: "Mitte", version: 1 }]]);
  expect(teamIndex({ agents, areas })(wanted).gap?.lack).toBe(lack);
});
