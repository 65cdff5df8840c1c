import { describe, expect, test } from "vitest";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { drainQueue } from "../../../shared/usecases/lifecycle/queue/drain-queue.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";
import { anAgent, configure } from "../../support/routing-fixtures.ts";
import { aBody, start } from "../../unit/lifecycle/lead-fixtures.ts";
import { minute, openDesk, won } from "./lead-desk.ts";

describe("the queue (04-routing, scenario 12)", () => {
  test("all full; six leads: one won, one lost, one owned, three queued; capacity raised: exactly those, in arrival order", async () => {
    const desk = await openDesk();
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { capacity: 1 });
    const leads: string[] = [];
    for (let number = 0; number < 6; number++) {
      leads.push(await desk.lead());
      await desk.pass(1000);
    }
    const [first = "", second = "", third = "", ...queued] = leads;
    for (const leadId of queued)
      expect(await desk.state(leadId)).toMatchObject({ status: "queued", reason: "capacity" });
    for (const [person, leadId] of [
      ["anna", first],
      ["ben", second],
      ["cem", third],
    ] as const) {
      expect((await desk.act(person, leadId, "accept")).status).toBe(200);
    }
    await desk.agent("anna", { capacity: 2 });
    expect((await desk.state(queued[0] ?? "")).offer?.agentId).toBe("anna");
    expect((await desk.state(queued[1] ?? "")).status).toBe("queued");
    await desk.act("anna", first, "convert", won);
    expect((await desk.state(queued[1] ?? "")).offer?.agentId).toBe("anna");
    await desk.act("ben", second, "lose", { reason: "bought elsewhere" });
    expect((await desk.state(queued[2] ?? "")).offer?.agentId).toBe("ben");
    expect((await desk.state(third)).ownerId).toBe("cem");
    await desk.check();
  });
  test("a known person's lead goes to the agent who has room again, past others whom nobody can take", async () => {
    const desk = await openDesk({
      duplicates: { window: "PT1H" },
      rules: [
        {
          id: "sellers",
          when: { field: "interest", op: "eq", value: "seller" },
          method: { type: "agent", agentId: "ben" },
          overflow: "queue",
        },
        { id: "all", method: { type: "agent", agentId: "anna" }, overflow: "queue" },
      ],
    });
    await desk.agent("anna", { capacity: 1 });
    await desk.agent("ben", { status: "paused" });
    const known = { email: "erika@example.com", temperature: "cold" };
    const first = await desk.lead(known);
    await desk.act("anna", first, "accept");
    await desk.pass(120 * minute);
    const stranger = await desk.lead({ interest: "seller" });
    const again = await desk.lead({ ...known, interest: "seller" });
    for (const leadId of [stranger, again]) expect((await desk.state(leadId)).status).toBe("queued");
    await desk.act("anna", first, "convert", won);
    expect((await desk.state(again)).offer?.agentId).toBe("anna");
    expect((await desk.state(stranger)).status).toBe("queued");
    await desk.check();
  });
  test("no execution runs for a queued lead; its time to answer begins with the offer", async () => {
    const desk = await openDesk();
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { status: "paused" });
    const leadId = await desk.lead();
    expect(await desk.executions(leadId)).toEqual([]);
    await desk.pass(60 * minute);
    await desk.agent("ben", { status: "active" });
    expect((await desk.state(leadId)).offer).toEqual({
      agentId: "ben",
      at: desk.world.now(),
      expiresAt: desk.world.now() + 5 * minute,
    });
    expect(await desk.executions(leadId)).toMatchObject([{ name: `${leadId}-1`, status: "RUNNING" }]);
    await desk.check();
  });
  test("a lead that nobody can take does not keep others waiting behind it", async () => {
    const rules = [
      {
        id: "sellers",
        when: { field: "interest", op: "eq", value: "seller" },
        method: { type: "roundRobin", pool: { skills: ["valuation"] } },
        overflow: "queue",
      },
      { id: "all", method: { type: "roundRobin" }, overflow: "queue" },
    ];
    const desk = await openDesk({ rules });
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { status: "paused" });
    const seller = await desk.lead({ interest: "seller" });
    const buyer = await desk.lead({ interest: "buyer" });
    await desk.agent("ben", { status: "active" });
    expect((await desk.state(buyer)).offer?.agentId).toBe("ben");
    expect((await desk.state(seller)).status).toBe("queued");
    await desk.agent("cem", { status: "active", skills: ["valuation"] });
    expect((await desk.state(seller)).offer?.agentId).toBe("cem");
    await desk.check();
  });
});

describe("several drains at once", () => {
  test("give each lead to one agent, and keep no place for a loser", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const ports = createMemoryPorts({ seed, now: start });
      const config = await configure(
        ports,
        ["anna", "ben", "cem"].map((agentId) => anAgent({ agentId })),
      );
      const leadIds = Array.from({ length: 6 }, () => ports.ids.leadId(start));
      for (const leadId of leadIds) {
        const body = await ports.leads.createBody(aBody({ status: "queued", reason: "capacity" }, { leadId }));
        await ports.leads.createState(firstState(body));
      }
      const drained = await Promise.all([1, 2, 3].map(() => drainQueue(ports, config)));
      expect(drained.reduce((sum, count) => sum + count, 0)).toBe(6);
      const states = await ports.leads.states(leadIds);
      expect(states.map(({ status, version }) => [status, version])).toEqual(leadIds.map(() => ["offered", 3]));
      const held = await ports.loads.held(["anna", "ben", "cem"]);
      for (const [agentId, own] of held) {
        const offered = states.filter(({ offer }) => offer?.agentId === agentId).map(({ leadId }) => leadId);
        expect(own).toEqual(offered.toSorted());
      }
    }
  });
  test("stop when their time is up", async () => {
    const ports = createMemoryPorts({ now: start });
    const config = await configure(ports, [anAgent({ agentId: "anna" })]);
    const leadId = ports.ids.leadId(start);
    const body = await ports.leads.createBody(aBody({ status: "queued" }, { leadId }));
    await ports.leads.createState(firstState(body));
    expect(await drainQueue(ports, config, { until: start })).toBe(0);
    expect(await drainQueue(ports, config)).toBe(1);
  });
});
