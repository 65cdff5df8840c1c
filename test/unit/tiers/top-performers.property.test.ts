import fc from "fast-check";
import { expect, test } from "vitest";
import { topPerformers } from "../../../shared/domain/tiers/top-performers.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import { anAgent } from "../../support/routing-fixtures.ts";
import { aPlan, start } from "../lifecycle/lead-fixtures.ts";

interface Person {
  readonly agent: Agent;
  readonly figures: AgentFigures | undefined;
}

const figures = (agentId: string, assigned: number, converted: number, minutes?: number): AgentFigures => ({
  ...{ agentId, from: 0, to: start, assigned, contacted: assigned, appointments: 0, noShows: 0, converted },
  ...(assigned > 0 && { conversion: converted / assigned, adjustedConversion: converted / assigned }),
  ...(minutes !== undefined && { minutesToContact: minutes }),
  ...{ sources: {}, assignedEver: assigned },
});
const person = fc.record({
  team: fc.constantFrom("east", "west"),
  role: fc.constantFrom("agent", "agent", "agent", "isa"),
  status: fc.constantFrom("active", "paused", "inactive"),
  tier: fc.constantFrom("A", "B", "C", undefined),
  known: fc.boolean(),
  assigned: fc.integer({ min: 0, max: 60 }),
  won: fc.integer({ min: 0, max: 3 }),
  minutes: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
});
const people = fc.array(person, { maxLength: 20 }).map((all) =>
  all.map(({ known, assigned, won, minutes, tier, ...given }, n): Person => {
    const agentId = `a${String(n).padStart(2, "0")}`;
    const agent = anAgent({ agentId, ...given, ...(tier && { tier }) });
    return { agent, figures: known ? figures(agentId, assigned, Math.min(won, assigned), minutes) : undefined };
  }),
);
const plan = aPlan({ tiers: { minLeads: 20, bars: { A: 0.06, B: 0.03 } } });

/** Whoever is beaten by three others of the same group, or below the own tier's bar, is not named; looked at pair by pair. */
function slowTop(group: readonly Person[]): readonly string[] {
  const bars: Readonly<Record<string, number>> = { A: 0.06, B: 0.03 };
  const counts = ({ agent, figures: own }: Person) =>
    own !== undefined &&
    own.assigned >= 20 &&
    own.converted > 0 &&
    own.converted / own.assigned >= (bars[agent.tier ?? ""] ?? 0);
  const beats = (a: Person, b: Person) => {
    const [x, y] = [a.figures, b.figures];
    const [rateA, rateB] = [(x?.converted ?? 0) / (x?.assigned ?? 1), (y?.converted ?? 0) / (y?.assigned ?? 1)];
    if (rateA !== rateB) return rateA > rateB;
    const [timeA, timeB] = [x?.minutesToContact ?? 1e9, y?.minutesToContact ?? 1e9];
    return timeA === timeB ? a.agent.agentId < b.agent.agentId : timeA < timeB;
  };
  const able = group.filter(counts);
  const better = (one: Person) => able.filter((other) => other !== one && beats(other, one)).length;
  return [0, 1, 2].flatMap((rank) => able.filter((one) => better(one) === rank).map(({ agent }) => agent.agentId));
}

test("of each tier and team those are named whom fewer than three others beat", () => {
  fc.assert(
    fc.property(people, (all) => {
      const known = new Map(all.flatMap(({ agent, figures: own }) => (own ? [[agent.agentId, own] as const] : [])));
      const found = topPerformers(
        all.map(({ agent }) => agent),
        known,
        plan,
        start,
      );
      const staff = all.filter(({ agent }) => agent.role === "agent" && agent.status !== "inactive");
      for (const { tier, agents, top } of found.tiers) {
        // Nobody without a tier has had 50 leads and a year here: all of them are newcomers, or in C.
        const group = staff.filter(({ agent, figures: own }) =>
          agent.tier === undefined ? ((own?.assignedEver ?? 0) >= 50 ? "C" : "newcomer") === tier : agent.tier === tier,
        );
        expect(agents).toBe(group.length);
        expect(top.map(({ agentId }) => agentId)).toEqual(slowTop(group));
      }
      expect(found.teams.map(({ team }) => team)).toEqual([...new Set(staff.map(({ agent }) => agent.team))].sort());
      for (const { team, top } of found.teams) {
        expect(top.map(({ agentId }) => agentId)).toEqual(slowTop(staff.filter(({ agent }) => agent.team === team)));
      }
    }),
  );
});
