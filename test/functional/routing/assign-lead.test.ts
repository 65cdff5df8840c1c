import { beforeEach, describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { type AssignRequest, assignLead } from "../../../shared/usecases/assign-lead.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aLead, anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";

let ports: MemoryPorts;
let count: number;

beforeEach(() => {
  ports = createMemoryPorts();
  count = 0;
});

const team = (text: string, given = {}) => [...text].map((agentId, order) => anAgent({ agentId, order, ...given }));

async function assign(config: Awaited<ReturnType<typeof configure>>, request: Partial<AssignRequest> = {}) {
  count += 1;
  return assignLead(ports, config, { lead: aLead(count), mode: "first", now: ports.clock.now(), ...request });
}

describe("continuity (C12)", () => {
  it("goes before the rules and does not move the rotation", async () => {
    const config = await configure(ports, team("abc"));
    expect(await assign(config, { owner: "c" })).toMatchObject({
      outcome: "agent",
      agentId: "c",
      decision: { ruleId: "continuity", method: "owner", chosen: ["c"] },
    });
    expect(await assign(config)).toMatchObject({ agentId: "a", decision: { ticket: { epoch: 1, n: 1 } } });
  });

  it("gives way to normal routing when the owner cannot, and says why", async () => {
    const config = await configure(ports, [...team("ab"), anAgent({ agentId: "c", status: "paused" })]);
    expect(await assign(config, { owner: "c" })).toMatchObject({
      agentId: "a",
      decision: {
        rules: [{ ruleId: "continuity", why: { note: "knownPerson", nobody: { paused: 1 } } }, { ruleId: "all" }],
      },
    });
    expect(await assign(config, { owner: "nobody" })).toMatchObject({ agentId: "b" });
    expect(await assign(config, { owner: "a", exclude: ["a"] })).toMatchObject({ agentId: "b" });
  });

  it("is a rule of its own where the plan says so, for known people only", async () => {
    const rules = [
      { id: "vip", when: { field: "score", op: "gte", value: 90 } as Condition, method: { type: "pool" as const } },
      { id: "known", method: { type: "owner" as const }, overflow: "queue" as const },
      { id: "rest", method: { type: "roundRobin" as const } },
    ];
    const config = await configure(ports, team("ab"), aPlan({ rules, continuity: { place: "asRule" } }));
    expect(await assign(config, { owner: "b" })).toMatchObject({ agentId: "b", decision: { ruleId: "known" } });
    expect(await assign(config)).toMatchObject({ agentId: "a", decision: { ruleId: "rest" } });
    const vip = { lead: aLead(99, { score: 95 }), owner: "b" };
    expect(await assign(config, vip)).toMatchObject({ outcome: "pooled", decision: { ruleId: "vip" } });
    expect(await assign(config, { owner: "b", exclude: ["b"] })).toMatchObject({ outcome: "queued" });
  });
});

describe("a rule whose pool has nobody", () => {
  const empty = { type: "roundRobin" as const, pool: { skills: ["luxury"] } };
  const plan = (overflow: "next" | "queue" | "pool") =>
    aPlan({
      rules: [
        { id: "luxury", method: empty, overflow },
        { id: "all", method: { type: "roundRobin" } },
      ],
    });

  it("overflows to the next rule, with both in the trace", async () => {
    const config = await configure(ports, team("ab"), plan("next"));
    expect(await assign(config)).toMatchObject({
      agentId: "a",
      decision: {
        ruleId: "all",
        rules: [{ ruleId: "luxury", matched: true, why: { nobody: { skill: 2 } } }, {}],
      },
    });
  });

  it("or to the queue, or to the lead pool", async () => {
    const queued = await configure(ports, team("ab"), plan("queue"));
    expect(await assign(queued)).toMatchObject({
      outcome: "queued",
      reason: "skill",
      decision: { ruleId: "luxury", outcome: "queued", chosen: [] },
    });
    const pooled = await configure(ports, team("ab"), plan("pool"));
    expect(await assign(pooled)).toMatchObject({ outcome: "pooled", decision: { ruleId: "luxury" } });
  });

  it("ends in the fallback, and there in the queue with the reason of all that was tried", async () => {
    const config = await configure(
      ports,
      team("ab", { status: "paused" }),
      aPlan({ fallback: { type: "roundRobin", pool: { role: "manager" } } }),
    );
    expect(await assign(config)).toMatchObject({
      outcome: "queued",
      reason: "paused",
      decision: { ruleId: "fallback", considered: [{ agentId: "a", reason: "paused" }, { agentId: "b" }] },
    });
  });
});

describe("a rule that names its agent", () => {
  it("gives the lead to that one while there is room", async () => {
    const rules = [{ id: "vip", method: { type: "agent" as const, agentId: "b" } }];
    const config = await configure(ports, team("ab", { capacity: 1 }), aPlan({ rules }));
    expect(await assign(config)).toMatchObject({ agentId: "b", decision: { method: "agent" } });
    expect(await assign(config)).toMatchObject({
      outcome: "pooled",
      decision: { rules: [{ why: { nobody: { capacity: 1 } } }, { ruleId: "fallback" }] },
    });
  });
});

describe("full agents", () => {
  it("pass their turns, each recorded as gone, until the next epoch leaves them out", async () => {
    const config = await configure(ports, team("abcd", { capacity: 2 }), aPlan({ fallback: { type: "roundRobin" } }));
    for (let i = 0; i < 8; i++) expect((await assign(config)).outcome).toBe("agent");
    const queued = await assign(config);
    expect(queued).toMatchObject({ outcome: "queued", reason: "capacity" });
    const gone = await ports.rotation.gone("all", 1);
    expect(gone.map(({ n, reason }) => `${n} ${reason}`)).toEqual([9, 10, 11, 12].map((n) => `${n} capacity`));
    expect((await ports.rotation.sequence("all"))?.epoch).toBe(2);
  });

  it("draw no more tickets while all are full, and are readmitted when a lead is released", async () => {
    const config = await configure(ports, team("ab", { capacity: 1 }));
    const first = await assign(config);
    for (let i = 0; i < 3; i++) await assign(config);
    const waiting = await ports.rotation.sequence("all");
    await assign(config);
    expect(await ports.rotation.sequence("all")).toEqual(waiting);
    expect(first).toMatchObject({ agentId: "a" });
    await ports.loads.release("a", aLead(1).leadId);
    expect(await assign(config)).toMatchObject({ outcome: "agent", agentId: "a" });
    expect((await assign(config)).outcome).toBe("pooled");
  });

  it("take one turn of the only one with room, once that one is full as well", async () => {
    const config = await configure(ports, team("abcdef", { capacity: 1 }), aPlan({ fallback: { type: "roundRobin" } }));
    for (let i = 0; i < 7; i++) await assign(config);
    await ports.loads.release("c", aLead(3).leadId);
    expect(await assign(config)).toMatchObject({ outcome: "agent", agentId: "c", decision: { ticket: { n: 1 } } });
    const { epoch } = (await ports.rotation.sequence("all")) ?? {};
    expect((await assign(config)).outcome).toBe("queued");
    expect(await ports.rotation.gone("all", epoch ?? 0)).toMatchObject([{ n: 2, agentId: "c", reason: "capacity" }]);
  });

  it("keep a lead that is theirs already, as after a repeated request", async () => {
    const config = await configure(ports, team("a", { capacity: 1 }));
    const once = await assign(config, { lead: aLead(1) });
    expect(await assign(config, { lead: aLead(1) })).toMatchObject({ outcome: once.outcome, agentId: "a" });
  });
});

describe("a lead that is offered again (D1)", () => {
  it("goes round those not asked yet, from a sequence of its own", async () => {
    const config = await configure(ports, team("abc"));
    const first = await assign(config);
    const asked = first.outcome === "agent" ? [first.agentId] : [];
    for (let i = 0; i < 2; i++) {
      const again = await assign(config, { lead: aLead(1), mode: "again", exclude: [...asked] });
      expect(again).toMatchObject({ outcome: "agent", decision: { poolId: "all~again" } });
      if (again.outcome === "agent") asked.push(again.agentId);
    }
    expect(asked.toSorted()).toEqual(["a", "b", "c"]);
    expect((await assign(config, { lead: aLead(1), mode: "again", exclude: asked })).outcome).toBe("pooled");
    expect(await ports.rotation.sequence("all")).toMatchObject({ epoch: 1, n: 1 });
    expect(await assign(config)).toMatchObject({ agentId: "b" });
  });

  it("does not always begin with the same agent", async () => {
    const config = await configure(ports, team("abcd", { capacity: 100 }));
    const next = [];
    for (let i = 0; i < 4; i++) {
      const again = await assign(config, { mode: "again" });
      next.push(again.outcome === "agent" && again.agentId);
    }
    expect(next).toEqual(["a", "b", "c", "d"]);
  });

  it("passes over full agents and finds the one with room among many", async () => {
    const config = await configure(ports, team("abcdefgh", { capacity: 1 }));
    for (const agentId of "abcdefg") await ports.loads.reserve(agentId, aLead(500).leadId, 1);
    expect(await assign(config, { mode: "again" })).toMatchObject({ agentId: "h" });
    expect((await assign(config, { mode: "again" })).outcome).toBe("pooled");
  });
});

describe("areas (C7)", () => {
  it("rotate among those who work there, an overlap among all its owners", async () => {
    const agents = [
      anAgent({ agentId: "a", territories: ["mitte"] }),
      anAgent({ agentId: "b", territories: { home: ["nord"], others: ["mitte"] } }),
      anAgent({ agentId: "c" }),
    ];
    const rules = [{ id: "local", method: { type: "roundRobin" as const, pool: { areas: "match" as const } } }];
    const config = await configure(ports, agents, aPlan({ rules }));
    const given = async (areas: string[], leads: number) => {
      const agentIds = [];
      for (let i = 0; i < leads; i++) {
        count += 1;
        const assignment = await assign(config, { lead: aLead(count, { areas }) });
        agentIds.push(assignment.outcome === "agent" ? assignment.agentId : assignment.outcome);
      }
      return agentIds.toSorted();
    };
    expect(await given(["mitte"], 4)).toEqual(["a", "a", "b", "b"]);
    expect(await given(["nord"], 2)).toEqual(["b", "b"]);
    expect(await given(["mitte", "nord"], 2)).toEqual(["a", "b"]);
    expect(await given([], 1)).toEqual(["pooled"]);
  });
});

describe("a checkpoint", () => {
  it("opens an epoch after 10,000 tickets, and the rotation goes on", async () => {
    const config = await configure(ports, team("abc", { capacity: 1000 }));
    await assign(config);
    const sequence = await ports.rotation.sequence("all");
    for (let n = 1; n < 10_000; n++) await ports.rotation.draw("all", sequence?.epoch ?? 0, ports.clock.now());
    const next = [await assign(config), await assign(config)];
    expect(next).toMatchObject([
      { agentId: "b", decision: { ticket: { epoch: 1, n: 10_001 } } },
      { agentId: "c", decision: { ticket: { epoch: 2, n: 1 } } },
    ]);
  });
});
