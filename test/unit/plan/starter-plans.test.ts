import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { anAgent } from "../../support/routing-fixtures.ts";

const folder = new URL("../../../events/plans/", import.meta.url);
const read = (name: string) => planInput.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));

const tiers = ["A", "B", "C"] as const;
const areas: readonly Area[] = ["nord", "sued"].map((areaId, i) => ({
  ...{ areaId, name: areaId, version: 1, postalCodes: [i === 0 ? "10*" : "80*"] },
}));
/** A team as these plans are for: tiers from six on, measured, with languages; some work in areas, some sell luxury. */
function teamOf(count: number): readonly Agent[] {
  return Array.from({ length: count }, (_, i) =>
    anAgent({
      agentId: `agent-${i + 1}`,
      languages: ["de", "en"],
      ...(count >= 6 && { tier: tiers[i % 3] }),
      ...(count > 20 && { territories: [areas[i % 2]?.areaId ?? ""], ...(i < 3 && { skills: ["luxury"] }) }),
    }),
  );
}

const sizes: Readonly<Record<string, readonly number[]>> = {
  "small.json": [2, 5, 9],
  "middle.json": [10, 15, 20],
  "large.json": [21, 40],
};

describe("the starter plans", () => {
  it("are all there are", () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(sizes).sort());
  });

  it.each(Object.entries(sizes).flatMap(([name, counts]) => counts.map((count) => [name, count] as const)))(
    "%s for %i agents passes the check without a word",
    (name, count) => {
      const team = teamOf(count);
      const around = {
        agents: new Map(team.map((agent) => [agent.agentId, agent])),
        teams: new Map([["sales", { teamId: "sales", name: "Sales", leaderId: "agent-1", version: 1 }]]),
        areas: new Map(count > 20 ? areas.map((area) => [area.areaId, area]) : []),
        sources: new Map(),
        figures: new Map(team.map(({ agentId }) => [agentId, { contacted: 20, minutesToContact: 12 }])),
      };
      const plan = read(name);
      expect(checkPlan(plan, around)).toEqual([]);
      expect(plan.rules.length).toBeGreaterThanOrEqual(3);
      expect(plan.rules.length).toBeLessThanOrEqual(5);
    },
  );
});
