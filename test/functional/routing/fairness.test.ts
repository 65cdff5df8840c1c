import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, routingConfig } from "../../support/routing-fixtures.ts";

const hour = 60 * 60 * 1000;
const team = [..."abcdef"];
const office = ["09:00-17:00"];
const weekdays = { mon: office, tue: office, wed: office, thu: office, fri: office };

type Step =
  | { readonly kind: "leads"; readonly count: number }
  | { readonly kind: "set"; readonly agentId: string; readonly given: Partial<Agent> }
  | { readonly kind: "away"; readonly agentId: string; readonly hours: number }
  | { readonly kind: "wait"; readonly hours: number };

const agentId = fc.constantFrom(...team);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("leads" as const), count: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("set" as const),
      agentId,
      given: fc.oneof(
        fc.record({ status: fc.constantFrom("active" as const, "paused" as const) }),
        fc.record({ weight: fc.constantFrom(0.5, 1, 1.5, 2) }),
        fc.record({ workingHours: fc.constant(weekdays) }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("away" as const), agentId, hours: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 20 }) }) },
);

describe("through random changes of the team", () => {
  it("nobody is ever 1.5 leads away from the due share, and a lead only waits when nobody is there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const ports = createMemoryPorts();
        const agents = new Map(team.map((id, order) => [id, anAgent({ agentId: id, order, capacity: 1000 })]));
        const save = async (agent: Agent) => {
          agents.set(agent.agentId, agent);
          const { agentId: id, version: _version, ...input } = agent;
          await ports.config.saveAgent(id, input, undefined);
        };
        for (const agent of agents.values()) await save(agent);
        await ports.config.savePlan(aPlan({ rules: [], fallback: { type: "weighted" } }), undefined);
        const due = new Map<string, number>();
        const received = new Map<string, number>();
        let leads = 0;

        for (const each of steps) {
          if (each.kind === "wait") ports.clock.advance(each.hours * hour);
          const agent = "agentId" in each ? agents.get(each.agentId) : undefined;
          if (each.kind === "set" && agent) await save({ ...agent, ...each.given });
          if (each.kind === "away") {
            const from = ports.clock.now();
            const to = from + each.hours * hour;
            await ports.config.addTimeOff({ timeOffId: `off-${leads}-${from}`, agentId: each.agentId, from, to });
          }
          if (each.kind !== "leads") continue;
          for (let i = 0; i < each.count; i++) {
            leads += 1;
            const config = await routingConfig(ports);
            const now = ports.clock.now();
            const assignment = await assignLead(ports, config, { lead: aLead(leads), mode: "first", now });
            const away = new Set(
              config.timeOff.filter((off) => off.from <= now && now < off.to).map((off) => off.agentId),
            );
            const there = [...agents.values()].filter(
              (a) => a.status === "active" && !away.has(a.agentId) && (!a.workingHours || atOffice(now)),
            );
            expect(assignment.outcome).toBe(there.length > 0 ? "agent" : "queued");
            if (assignment.outcome !== "agent") continue;
            received.set(assignment.agentId, (received.get(assignment.agentId) ?? 0) + 1);
            const total = there.reduce((sum, a) => sum + a.weight, 0);
            for (const a of there) due.set(a.agentId, (due.get(a.agentId) ?? 0) + a.weight / total);
            expect(there.map((a) => a.agentId)).toContain(assignment.agentId);
            for (const id of team) {
              expect(Math.abs((received.get(id) ?? 0) - (due.get(id) ?? 0))).toBeLessThan(1.5);
            }
          }
        }
      }),
      { numRuns: 60, seed: 20261121 },
    );
  });
});

/** 9 to 17 on weekdays in Berlin (winter time), worked out without the product's code. */
function atOffice(now: number): boolean {
  const local = new Date(now + hour);
  const hours = local.getUTCHours();
  return ![0, 6].includes(local.getUTCDay()) && hours >= 9 && hours < 17;
}
