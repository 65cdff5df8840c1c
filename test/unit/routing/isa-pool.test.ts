import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isaPoolOf } from "../../../shared/domain/routing/pools/isa-pool.ts";
import { isaPoolsOf } from "../../../shared/domain/routing/pools/isa-pools.ts";
import type { LeadToMatch } from "../../../shared/domain/routing/pools/matched-values.ts";
import { poolOf } from "../../../shared/domain/routing/pools/pool.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const isa = (agentId: string, given: Partial<Agent> = {}) => anAgent({ agentId, role: "isa", ...given });
const teamOf = (...agents: readonly Agent[]) => new Map(agents.map((agent) => [agent.agentId, agent]));
const lead = (facts: LeadToMatch["facts"] = {}): LeadToMatch => ({ areas: [], facts });

function pool(agents: ReadonlyMap<string, Agent>, of: LeadToMatch) {
  const { poolRule, filter, otherSide } = isaPoolOf("isas", { role: "isa" }, of, agents);
  const { poolKey, members } = poolOf(poolRule, filter, of, agents);
  return { poolKey, members: members.map(({ agentId }) => agentId), otherSide };
}

describe("the ISAs for a lead (C6)", () => {
  const team = teamOf(
    isa("bea", { skills: ["buyer"] }),
    isa("sam", { skills: ["Verkäufer"] }),
    isa("gus"),
    anAgent({ agentId: "anna" }),
  );
  test.each([
    ["buyer", ["bea", "gus"], "isas:side=buyer"],
    ["landlord", ["gus", "sam"], "isas:side=seller"],
    [undefined, ["bea", "gus", "sam"], "isas"],
  ] as const)("%s: those of the side and those who name none", (interest, members, poolKey) => {
    expect(pool(team, lead(interest === undefined ? {} : { interest }))).toMatchObject({ poolKey, members });
  });
  test("who qualifies the other side is left out for the skill", () => {
    expect(pool(team, lead({ interest: "seller" })).otherSide).toEqual(["bea"]);
  });
  test("without specialists there is one rotation for all", () => {
    expect(pool(teamOf(isa("gus"), isa("ida")), lead({ interest: "buyer" })).poolKey).toBe("isas");
  });
  test("they speak the lead's language, unless nobody of them does", () => {
    const languages = teamOf(isa("tom", { languages: ["tr"] }), isa("gus", { languages: ["de"] }));
    expect(pool(languages, lead({ language: "tr" }))).toMatchObject({ members: ["tom"], poolKey: "isas:language=tr" });
    expect(pool(languages, lead({ language: "fr" })).members).toEqual(["gus", "tom"]);
  });

  test("any team, any lead: exactly those whom a slow look at each ISA lets through", () => {
    const anyIsa = fc.record({
      skills: fc.subarray(["buyer", "seller", "luxury"]),
      languages: fc.subarray(["de", "en", "tr"], { minLength: 1 }),
    });
    const anyLead = fc.record({
      interest: fc.constantFrom("buyer" as const, "seller" as const, "other" as const),
      language: fc.constantFrom("de", "en", "tr"),
    });
    fc.assert(
      fc.property(fc.array(anyIsa, { maxLength: 6 }), anyLead, (given, facts) => {
        const agents = teamOf(...given.map((each, i) => isa(`isa${i}`, each)));
        const sided = [...agents.values()].filter(({ skills = [] }) => {
          const specialised = skills.includes("buyer") || skills.includes("seller");
          return facts.interest === "other" || !specialised || skills.includes(facts.interest);
        });
        const speaking = sided.filter(({ languages = [] }) => languages.includes(facts.language));
        const expected = (speaking.length > 0 ? speaking : sided).map(({ agentId }) => agentId);
        const found = pool(agents, lead(facts));
        expect(found.members.toSorted()).toEqual(expected.toSorted());
        // What anybody may look up holds the pool that a lead comes to, with the same members.
        const shown = isaPoolsOf("isas", { role: "isa" }, new Map(), agents).map((each) => {
          const { poolKey, members } = poolOf(each.poolRule, each.method.pool, each.lead, agents);
          return `${poolKey} ${members.map(({ agentId }) => agentId).join()}`;
        });
        expect(shown).toContain(`${found.poolKey} ${found.members.join()}`);
      }),
    );
  });
});
