import { describe, expect, it } from "vitest";
import type { LeadToMatch } from "../../../shared/domain/routing/pools/matched-values.ts";
import { byOrder, poolOf } from "../../../shared/domain/routing/pools/pool.ts";
import type { PoolFilter } from "../../../shared/schemas/plan/pool-filter.ts";
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

  it("counts home territories alone, if the rule says so", () => {
    expect(pool({ areas: "home" }, ["mitte"])).toMatchObject({ members: ["anna"], misfits: { ben: "territory" } });
    expect(pool({ areas: "home" }, ["nord"]).members).toEqual(["ben"]);
    expect(pool({ areas: "home" }).members).toEqual([]);
  });

  it("matches the lead's language, where it is known; who lists none speaks that of the own messages", () => {
    const speakers = [
      anAgent({ agentId: "ayse", languages: ["tr", "de"] }),
      anAgent({ agentId: "paul", locale: "en" }),
      anAgent({ agentId: "olga", languages: ["uk"] }),
    ];
    const who = (language?: string) => {
      const lead = { areas: [], facts: language === undefined ? {} : { language } };
      const found = poolOf("rule", { languages: "match" }, lead, new Map(speakers.map((each) => [each.agentId, each])));
      return [found.poolKey, ...found.members.map(({ agentId }) => agentId), Object.fromEntries(found.misfits)];
    };
    expect(who("tr")).toEqual(["rule:language=tr", "ayse", { olga: "language", paul: "language" }]);
    expect(who("en")).toEqual(["rule:language=en", "paul", { ayse: "language", olga: "language" }]);
    expect(who()).toEqual(["rule", "ayse", "olga", "paul", {}]);
  });

  it("matches what the lead asks for with the agents' skills, in anybody's words", () => {
    const specialists = [
      anAgent({ agentId: "kim", skills: ["Käufer", "IT", "11-50"] }),
      anAgent({ agentId: "vera", skills: ["seller", "51-200", "1-200"] }),
      anAgent({ agentId: "all", skills: ["buyer", "Verkäufer", "500+"] }),
      anAgent({ agentId: "new" }),
    ];
    const team = new Map(specialists.map((each) => [each.agentId, each]));
    const who = (filter: PoolFilter, facts: LeadToMatch["facts"]) => {
      const { poolKey, members } = poolOf("rule", filter, { areas: [], facts }, team);
      return [poolKey, ...members.map(({ agentId }) => agentId)];
    };
    expect(who({ matchSkills: ["interest"] }, { interest: "buyer" })).toEqual(["rule:interest=buyer", "all", "kim"]);
    expect(who({ matchSkills: ["interest"] }, { interest: "seller" })).toEqual(["rule:interest=seller", "all", "vera"]);
    expect(who({ matchSkills: ["interest"] }, { interest: "renter" })).toEqual(["rule:interest=renter"]);
    expect(who({ matchSkills: ["interest"] }, {})).toEqual(["rule:interest="]);
    const both: PoolFilter = { matchSkills: ["interest", "industry"] };
    expect(who(both, { interest: "buyer", company: { industry: "software" } })).toEqual([
      "rule:industry=software:interest=buyer",
      "kim",
    ]);
    const size = (given: string | number) => who({ matchSkills: ["companySize"] }, { company: { size: given } });
    expect(size(30)).toEqual(["rule:companySize=1-200%2B11-50", "kim", "vera"]);
    expect(size("51–200 Mitarbeiter")).toEqual(["rule:companySize=1-200%2B51-200", "vera"]);
    expect(size("1.000+")).toEqual(["rule:companySize=500%2B", "all"]);
    expect(size("unbekannt")).toEqual(["rule:companySize="]);
  });
});
