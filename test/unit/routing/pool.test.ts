import { describe, expect, it } from "vitest";
import type { LeadToMatch } from "../../../shared/domain/routing/matched-values.ts";
import { byOrder, poolOf } from "../../../shared/domain/routing/pool.ts";
import type { PoolFilter } from "../../../shared/schemas/method.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const team = [
  anAgent({ agentId: "anna", order: 2, skills: ["Luxury", "investor"], tier: "A", territories: ["mitte"] }),
  anAgent({ agentId: "ben", order: 1, skills: ["luxury"], territories: { home: ["nord"], others: ["mitte"] } }),
  anAgent({ agentId: "carl", team: "other", tier: "B" }),
  anAgent({ agentId: "ida", role: "isa" }),
  anAgent({ agentId: "max", role: "manager" }),
];
const agents = new Map(team.map((agent) => [agent.agentId, agent]));

function pool(filter: PoolFilter, areas: string[] = [], facts: LeadToMatch["facts"] = {}) {
  const { poolKey, members, misfits } = poolOf("rule", filter, { areas, facts }, agents);
  return { poolKey, members: members.map(({ agentId }) => agentId), misfits: Object.fromEntries(misfits) };
}

describe("a rule's pool", () => {
  it("holds agents in the documented order, those without one last", () => {
    expect(pool({}).members).toEqual(["ben", "anna", "carl"]);
    expect([...team].sort(byOrder).map(({ agentId }) => agentId)).toEqual(["ben", "anna", "carl", "ida", "max"]);
  });

  it("holds another role, a team, or exactly who is named", () => {
    expect(pool({ role: "isa" }).members).toEqual(["ida"]);
    expect(pool({ team: "other" }).members).toEqual(["carl"]);
    expect(pool({ agents: ["max", "anna", "nobody"] }).members).toEqual(["anna", "max"]);
    expect(pool({ agents: ["max", "anna"], role: "manager" }).members).toEqual(["max"]);
  });

  it("needs every skill, whatever its case, and the tier", () => {
    expect(pool({ skills: ["LUXURY"] })).toMatchObject({ members: ["ben", "anna"], misfits: { carl: "skill" } });
    expect(pool({ skills: ["luxury", "investor"] }).members).toEqual(["anna"]);
    expect(pool({ tier: "A" })).toMatchObject({ members: ["anna"], misfits: { ben: "tier", carl: "tier" } });
  });

  it("matches the lead's areas with home and other territories, under a key of its own", () => {
    expect(pool({ areas: "match" }, ["mitte"])).toEqual({
      poolKey: "rule:area=mitte",
      members: ["ben", "anna"],
      misfits: { carl: "territory" },
    });
    expect(pool({ areas: "match" }, ["nord"]).members).toEqual(["ben"]);
    expect(pool({ areas: "match" }, ["süd"]).members).toEqual([]);
    expect(pool({ areas: "match" }).members).toEqual([]);
    expect(pool({ areas: "match" }, ["nord", "mitte"]).poolKey).toBe(
      pool({ areas: "match" }, ["mitte", "nord"]).poolKey,
    );
    expect(pool({}, ["mitte"]).poolKey).toBe("rule");
  });
});
