import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { assignLead } from "../../../shared/usecases/assign-lead.ts";
import { describePools } from "../../../shared/usecases/configuration/views/describe-pools.ts";
import type { PoolView } from "../../../shared/usecases/configuration/views/pool-view.ts";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";
import { aLead, anAgent, routingConfig } from "../../support/routing-fixtures.ts";

let desk: AdminDesk;
let count: number;

beforeEach(async () => {
  desk = createAdminDesk();
  count = 0;
  await desk.agent("anna", { order: 1 });
  await desk.agent("ben", { order: 2, weight: 2 });
  await desk.plan({ rules: [{ id: "all", method: { type: "weighted" } }] });
});

async function pools(): Promise<PoolView[]> {
  const answer = await desk.call("GET /v1/pools", { as: { username: "anna", groups: ["agent"] } });
  return (answer.body as { items: PoolView[] }).items;
}

/** Assigns leads and marks their tickets as used, as the stream does. */
async function assign(leads: number): Promise<string[]> {
  const agents: string[] = [];
  for (let i = 0; i < leads; i++) {
    const config = await routingConfig(desk.ports);
    count += 1;
    const now = desk.ports.clock.now();
    const assignment = await assignLead(desk.ports, config, { lead: aLead(count), mode: "first", now });
    if (assignment.outcome !== "agent") continue;
    const { poolId = "", ticket } = assignment.decision;
    if (ticket) await desk.ports.rotation.recordUsed(poolId, ticket.epoch, [ticket.n]);
    agents.push(assignment.agentId);
  }
  return agents;
}

describe("GET /v1/pools", () => {
  it("foretells whose turns come next", async () => {
    const [before] = await pools();
    expect(before?.next).toHaveLength(10);
    expect(await assign(10)).toEqual(before?.next);
    const [after] = await pools();
    expect(await assign(5)).toEqual(after?.next.slice(0, 5));
  });

  it("shows what everybody received and was due", async () => {
    await assign(9);
    const [pool] = await pools();
    expect(pool).toMatchObject({
      poolId: "all",
      ruleId: "all",
      epoch: 1,
      members: [
        { agentId: "anna", weight: 1, share: 0.3333, received: 3, due: 3, deviation: 0, gone: {} },
        { agentId: "ben", weight: 2, share: 0.6667, received: 6, due: 6, deviation: 0, gone: {} },
      ],
    });
  });

  it("accounts for turns that passed, and for who is left out and why", async () => {
    await desk.agent("ben", { order: 2, weight: 2, capacity: 1 });
    await desk.agent("carl", { order: 3, status: "paused" });
    await assign(3);
    const [pool] = await pools();
    const ben = pool?.members.find((member) => member.agentId === "ben");
    expect(ben).toMatchObject({ received: 1, gone: { capacity: expect.any(Number) } });
    expect(ben && ben.received + (ben.gone.capacity ?? 0)).toBeCloseTo((ben?.due ?? 0) + (ben?.deviation ?? 0));
    expect(pool?.leftOut).toEqual([{ agentId: "carl", reason: "paused" }]);
  });

  it("shows a change of the team before the next lead comes", async () => {
    await assign(3);
    await desk.agent("carl", { order: 3 });
    const [pool] = await pools();
    expect(pool?.members.map((member) => member.agentId)).toEqual(["anna", "ben", "carl"]);
    expect(await assign(6)).toEqual(pool?.next.slice(0, 6));
  });

  it("shows of a large pool those furthest from their due share, and how many there are besides", async () => {
    const { ports } = desk;
    const agents = Array.from({ length: 10_005 }, (_, order) => anAgent({ agentId: `agent-${order}`, order }));
    const large = { ...(await routingConfig(ports)), agents: new Map(agents.map((agent) => [agent.agentId, agent])) };
    const all = { from: 0, limit: 100 };
    const [pool] = (await describePools(ports, large, [], all)).items;
    expect(pool?.members).toHaveLength(10_000);
    expect(pool).toMatchObject({ leftOut: [], more: { members: 5, leftOut: 0 } });
    for (let number = 1; number <= 3; number++) {
      await assignLead(ports, large, { lead: aLead(number), mode: "first", now: ports.clock.now() });
    }
    const [after] = (await describePools(ports, large, [], all)).items;
    const ahead = after?.members.filter(({ deviation }) => deviation > 0.5).map(({ agentId }) => agentId);
    expect(ahead).toEqual(["agent-0", "agent-1", "agent-2"]);
  });

  it("lists the rotations of a large plan page by page, in the plan's order", async () => {
    await desk.agent("anna");
    const ids = Array.from({ length: 25 }, (_, i) => `rule-${25 - i}`);
    await desk.plan({ rules: ids.map((id) => ({ id, method: { type: "roundRobin" } })) });
    const found: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await desk.call("GET /v1/pools", { query: { limit: "10", ...(cursor && { cursor }) } });
      const page = z.object({ items: z.array(z.object({ ruleId: z.string() })), nextCursor: z.string().optional() });
      const { items, nextCursor } = page.parse(body);
      found.push(...items.map(({ ruleId }) => ruleId));
      sizes.push(items.length);
      cursor = nextCursor;
    } while (cursor !== undefined);
    expect(found).toEqual(ids);
    expect(sizes).toEqual([10, 10, 5]);
  });

  it("has one pool per area for a rule that matches areas, and none without a plan", async () => {
    await desk.put("areas", "mitte", { name: "Mitte", postalCodes: ["101*"] });
    await desk.put("areas", "nord", { name: "Nord", postalCodes: ["13*"] });
    await desk.agent("anna", { territories: ["mitte"] });
    await desk.plan({ rules: [{ id: "local", method: { type: "roundRobin", pool: { areas: "match" } } }] });
    expect(await pools()).toMatchObject([
      { poolId: "local:area=mitte", members: [{ agentId: "anna", share: 1 }] },
      { poolId: "local:area=nord", epoch: 0, members: [], next: [] },
    ]);
    const empty = createAdminDesk();
    expect((await empty.call("GET /v1/pools")).body).toEqual({ items: [] });
  });
});
