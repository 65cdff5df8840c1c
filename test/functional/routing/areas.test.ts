import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { AgentInput } from "../../../shared/schemas/agent.ts";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import { previewLead } from "../../../shared/usecases/preview-lead.ts";
import type { AssignRequest } from "../../../shared/usecases/routing/assignment.ts";
import { summariseDecision } from "../../../shared/usecases/summarise-decision.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure, routingConfig } from "../../support/routing-fixtures.ts";

let ports: MemoryPorts;
let leads = 0;
beforeEach(() => {
  ports = createMemoryPorts();
  leads = 0;
});

type Rules = Parameters<typeof aPlan>[0] extends infer P
  ? NonNullable<P> extends { rules?: infer R }
    ? R
    : never
  : never;

const people = [
  anAgent({ agentId: "a", territories: ["mitte"], capacity: 100 }),
  anAgent({ agentId: "b", territories: { home: ["nord"], others: ["mitte"] }, capacity: 100 }),
  anAgent({ agentId: "c", territories: ["nord"], capacity: 100 }),
  anAgent({ agentId: "d", capacity: 100 }),
];

const planWith = (rules: Rules) => aPlan({ rules, fallback: { type: "roundRobin" } });

async function give(areas: readonly string[], rest: Partial<AssignRequest> = {}) {
  leads += 1;
  const lead = aLead(leads, { areas });
  const config = await routingConfig(ports);
  const assigned = await assignLead(ports, config, { lead, mode: "first", now: ports.clock.now(), ...rest });
  return { ...assigned, agentId: assigned.outcome === "agent" ? assigned.agentId : assigned.outcome };
}

async function givenTo(areas: readonly string[], count: number) {
  const found: string[] = [];
  for (let i = 0; i < count; i++) found.push((await give(areas)).agentId);
  return found;
}

describe("method area (C7)", () => {
  it("rotates among those who work there, in an overlap among the owners of both, each pool by itself", async () => {
    await configure(ports, people, planWith([{ id: "local", method: { type: "area" } }]));
    expect((await givenTo(["mitte"], 4)).toSorted()).toEqual(["a", "a", "b", "b"]);
    expect((await givenTo(["nord"], 4)).toSorted()).toEqual(["b", "b", "c", "c"]);
    expect((await givenTo(["mitte", "nord"], 6)).toSorted()).toEqual(["a", "a", "b", "b", "c", "c"]);
    const { decision } = await give(["nord", "mitte"]);
    expect(decision).toMatchObject({ method: "area", poolId: "local:area=mitte%2Bnord", ticket: { n: 7 } });
  });

  it("leaves leads of no area to the next rule, and says so", async () => {
    await configure(ports, people, planWith([{ id: "local", method: { type: "area" } }]));
    const { agentId, decision } = await give([]);
    expect(agentId).toBe("a");
    expect(decision.ruleId).toBe("fallback");
    expect(decision.rules[0]).toEqual({ ruleId: "local", matched: false, why: { note: "noArea" } });
  });

  it("never lets a lead of no area, or one that names no speciality, wait for its agents", async () => {
    const rules: Rules = [
      { id: "local", method: { type: "area" }, overflow: "queue" },
      { id: "special", method: { type: "roundRobin", pool: { matchSkills: ["interest"] } }, overflow: "queue" },
    ];
    await configure(ports, people, planWith(rules));
    const { agentId, decision } = await give([]);
    expect(agentId).toBe("a");
    expect(decision.rules.map(({ matched, why }) => [matched, why.note])).toEqual([
      [false, "noArea"],
      [false, "noValue"],
      [true, "noRulePlaced"],
    ]);
    expect((await give(["west"])).outcome).toBe("queued");
  });

  it("lets an area that nobody serves overflow as the rule says", async () => {
    for (const [overflow, outcome] of [
      ["next", "agent"],
      ["queue", "queued"],
      ["pool", "pooled"],
    ] as const) {
      ports = createMemoryPorts();
      await configure(ports, people, planWith([{ id: "local", method: { type: "area" }, overflow }]));
      const { decision } = await give(["west"]);
      expect(decision.outcome).toBe(outcome);
    }
  });

  it("may count home areas alone; the general rotation is the next rule", async () => {
    const rules: Rules = [
      { id: "home", method: { type: "area", pool: { areas: "home" } } },
      { id: "everyone", method: { type: "roundRobin" } },
    ];
    await configure(ports, people, planWith(rules));
    expect(await givenTo(["mitte"], 3)).toEqual(["a", "a", "a"]);
    expect(await givenTo(["west"], 4)).toEqual(["a", "b", "c", "d"]);
  });

  it("gives an overlap to whoever got the last lead there, if the rule says so; one area alone still rotates", async () => {
    const rules: Rules = [{ id: "local", method: { type: "area", overlap: "lastInArea" } }];
    await configure(ports, people, planWith(rules));
    const [first, ...rest] = await givenTo(["mitte", "nord"], 5);
    expect(rest).toEqual([first, first, first, first]);
    expect((await givenTo(["mitte"], 4)).toSorted()).toEqual(["a", "a", "b", "b"]);
    const { decision } = await give(["mitte", "nord"]);
    expect(decision).toMatchObject({ method: "area", chosen: [first] });
    expect(decision.ticket).toBeUndefined();
  });
});

describe("method lastInArea (C7)", () => {
  const rules: Rules = [{ id: "local", method: { type: "lastInArea" } }];

  it("stays with the last one until somebody else gets one", async () => {
    await configure(ports, people, planWith(rules));
    const [first = ""] = await givenTo(["mitte"], 3);
    const declined = await give(["mitte"], { mode: "again", exclude: [first] });
    expect(declined.agentId).not.toBe(first);
    expect(await givenTo(["mitte"], 2)).toEqual([declined.agentId, declined.agentId]);
    expect(new Set(await givenTo(["nord"], 3)).size).toBe(1);
  });

  it("says so only when it is true: the first lead, and one while the last is away, are somebody's turn", async () => {
    await configure(ports, people, planWith(rules));
    const told = async () =>
      summariseDecision((await give(["mitte"])).decision, await ports.config.current(), "de").summary;
    const first = await give(["mitte"]);
    const config = await ports.config.current();
    const name = config.agents.get(first.agentId)?.name;
    expect(summariseDecision(first.decision, config, "de").summary).toBe(
      `Regel „local“: ${name} arbeitet im Gebiet mitte und ist dort an der Reihe (Vergabe Nr. 1).`,
    );
    expect(await told()).toBe(
      `Regel „local“: ${name} hat im Gebiet mitte auch den letzten Lead bekommen, den diese Regel vergeben hat.`,
    );
    const gone = people.find(({ agentId }) => agentId === first.agentId) ?? anAgent({ agentId: "a" });
    const { agentId, version: _, ...input } = gone;
    await ports.config.saveAgent(agentId, { ...input, status: "paused" }, undefined);
    expect(await told()).toMatch(
      /arbeitet im Gebiet mitte und ist dort an der Reihe \(Vergabe Nr\. 1\); .* macht Pause/,
    );
    expect(await told()).toContain("hat im Gebiet mitte auch den letzten Lead bekommen");
  });

  it("moves no ticket and writes nothing more while it stays", async () => {
    await configure(ports, people, planWith(rules));
    await givenTo(["mitte"], 1);
    const before = await ports.rotation.sequence("local:area=mitte");
    await givenTo(["mitte"], 5);
    expect(await ports.rotation.sequence("local:area=mitte")).toEqual(before);
  });

  it("gives many at once to those who can, and then stays with one", async () => {
    await configure(ports, people, planWith(rules));
    const config = await routingConfig(ports);
    const many = Array.from({ length: 64 }, (_, i) => ({
      lead: aLead(i + 1, { areas: ["mitte"] }),
      now: ports.clock.now(),
    }));
    const given = await Promise.all(many.map((each) => assignLead(ports, config, { ...each, mode: "first" })));
    expect(given.every((each) => each.outcome === "agent" && ["a", "b"].includes(each.agentId))).toBe(true);
    const last = await ports.rotation.lastTaker("local:area=mitte");
    leads = 100;
    expect(await givenTo(["mitte"], 2)).toEqual([last, last]);
  });

  it("gives a repeated lead to the same agent, and a preview notes nothing", async () => {
    await configure(ports, people, planWith(rules));
    const config = await routingConfig(ports);
    const request = { lead: aLead(900, { areas: ["mitte"] }), now: ports.clock.now() };
    const shown = await previewLead(ports, config, request);
    expect(await ports.rotation.lastTaker("local:area=mitte")).toBeUndefined();
    const first = await assignLead(ports, config, { ...request, mode: "first" });
    expect(first).toMatchObject({ outcome: "agent", agentId: shown.chosen[0] });
    const again = await assignLead(ports, config, { ...request, mode: "first" });
    expect(again).toMatchObject({ agentId: first.outcome === "agent" && first.agentId });
    expect(again.decision.ticket).toBeUndefined();
  });

  /** What may happen in an area: a lead arrives or is declined by whoever got it, agents come and go, capacity changes. */
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant("lead" as const), area: fc.constantFrom("mitte", "nord", "mitte nord") }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("decline" as const),
        area: fc.constantFrom("mitte", "nord", "mitte nord"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("toggle" as const), who: fc.constantFrom("a", "b", "c") }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("free" as const), who: fc.constantFrom("a", "b", "c") }) },
  );

  it("agrees with a plain model at every step", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        ports = createMemoryPorts();
        leads = 0;
        const small = people.map((agent) => ({ ...agent, capacity: 3 }));
        await configure(ports, small, aPlan({ rules, fallback: { type: "pool" } }));
        const paused = new Set<string>();
        const held = new Map<string, string[]>(small.map(({ agentId }) => [agentId, []]));
        const last = new Map<string, string>();
        const works: Record<string, string[]> = { mitte: ["a", "b"], nord: ["b", "c"], "mitte nord": ["a", "b", "c"] };

        for (const each of steps) {
          if (each.do === "toggle") {
            if (!paused.delete(each.who)) paused.add(each.who);
            const {
              agentId,
              version: _,
              ...input
            } = small.find((agent) => agent.agentId === each.who) ?? small[0] ?? anAgent({ agentId: "a" });
            const status: AgentInput["status"] = paused.has(agentId) ? "paused" : "active";
            await ports.config.saveAgent(agentId, { ...input, status }, undefined);
          } else if (each.do === "free") {
            const leadId = held.get(each.who)?.shift();
            if (leadId) await ports.loads.release(each.who, leadId);
          } else {
            const exclude = each.do === "decline" ? [last.get(each.area) ?? "a"] : [];
            const can = (works[each.area] ?? []).filter(
              (id) => !paused.has(id) && !exclude.includes(id) && (held.get(id)?.length ?? 0) < 3,
            );
            const found = await give(each.area.split(" "), each.do === "decline" ? { mode: "again", exclude } : {});
            const wanted = last.get(each.area);
            if (can.length === 0) expect(found.agentId).toBe("pooled");
            else if (wanted !== undefined && can.includes(wanted)) expect(found.agentId).toBe(wanted);
            else expect(can).toContain(found.agentId);
            if (found.outcome === "agent") {
              last.set(each.area, found.agentId);
              held.get(found.agentId)?.push(aLead(leads).leadId);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
