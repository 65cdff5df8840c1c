import { DateTime } from "luxon";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { schedulesOf } from "../../../infra/local/schedules/schedule-resource.ts";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import { day, type LocalTenant, minute, openTenant, reached, won } from "../../support/world/local-tenant.ts";
import { expectProblem } from "./bad-input.ts";
import { openPool, patientSla, roomy, tally } from "./scenario-pool.ts";

let world: LocalProduct;
let tenant: LocalTenant;
beforeAll(async () => {
  world = await startLocalProduct({ schedules: false });
  tenant = await openTenant(world);
});
afterAll(() => world.stop());
afterEach(async () => expect(await tenant.violations()).toEqual([]));

/** What a schedule does: `figures` once a day, `picking` once an hour. */
async function run(name: "figures" | "picking"): Promise<unknown> {
  const { functions, template } = world.product.cloud;
  const job = schedulesOf(template).find(({ input }) => input?.includes(name));
  const { functionArn = "", input = "" } = job ?? {};
  const reply = await functions.invoke(functionArn, input);
  await world.settle();
  return reply;
}

const pools = z.looseObject({
  items: z.array(
    z.looseObject({ poolId: z.string(), members: z.array(z.looseObject({ agentId: z.string(), share: z.number() })) }),
  ),
});

describe("a bad lead", () => {
  it("17: reported and confirmed, it is final, the vendor is told, and its agent has one turn more", async () => {
    const returns = { within: "P7D", contact: "vendor@example.com" };
    await tenant.ask("root", "PUT", "/v1/sources/website", { name: "Website", returns });
    await tenant.agent("mia", { role: "manager", team: "office" });
    const pool = await openPool(tenant, "s17", { A: roomy, B: roomy, C: roomy });
    const leads = [await tenant.lead(), await tenant.lead({ externalId: "V-4711" }), await tenant.lead()];
    expect(leads.map(({ offer }) => offer?.agentId)).toEqual(["A", "B", "C"].map(pool.id));
    const leadId = leads[1]?.leadId ?? "";
    const b = pool.id("B");
    await tenant.act(b, leadId, "accept");
    const reported = await tenant.act(b, leadId, "return", { reason: "No such person" });
    expect(reported).toMatchObject({ status: 200, body: { status: "accepted", ownerId: b, returnAsked: { by: b } } });
    const confirmed = await tenant.act("mia", leadId, "return", { reason: "Called the number: a bakery" });
    expect(confirmed).toMatchObject({ status: 200, body: { status: "returned" } });
    expect(await tenant.history(leadId)).toEqual([
      "lead.received",
      "lead.offered",
      "lead.accepted",
      "lead.updated",
      "lead.returned",
    ]);
    expect(await world.outbox()).toContainEqual(
      expect.objectContaining({
        to: "vendor@example.com",
        kind: "returnToSource",
        text: expect.stringContaining("V-4711"),
      }),
    );
    expect(tally(await pool.offered(4))).toEqual({ A: 1, B: 2, C: 1 });
    expect(tally(await pool.offered(6))).toEqual({ A: 2, B: 2, C: 2 });
  });
});

describe("tiers", () => {
  const agents = Object.fromEntries(
    [..."AABBBCCCCC"].map((tier, i) => [String.fromCharCode(65 + i), { ...roomy, tier }] as const),
  );
  const tierOf = (name: string) => agents[name]?.tier ?? "-";

  it("8: 40/35/25 with 2, 3 and 5 members: 80, 70 and 50 of 200 leads, even inside each", async () => {
    const pool = await openPool(tenant, "s8", agents, { type: "tiers" });
    const got = await pool.offered(200);
    expect(tally(got.map(tierOf))).toEqual({ A: 80, B: 70, C: 50 });
    const each = tally(got);
    const of = (tier: string) =>
      Object.keys(agents)
        .filter((name) => tierOf(name) === tier)
        .map((name) => each[name]);
    expect(of("A")).toEqual([40, 40]);
    expect(of("B").toSorted()).toEqual([23, 23, 24]);
    expect(of("C")).toEqual([10, 10, 10, 10, 10]);
    for (let n = 1; n <= 200; n += 1) {
      const soFar = tally(got.slice(0, n).map(tierOf));
      for (const [tier, share] of [
        ["A", 0.4],
        ["B", 0.35],
        ["C", 0.25],
      ] as const) {
        expect(Math.abs((soFar[tier] ?? 0) - n * share)).toBeLessThan(1);
      }
    }
  });

  it("newcomers beside them, an empty tier's share to the others, and shares for everybody to see", async () => {
    const pool = await openPool(
      tenant,
      "s8n",
      { A: { ...roomy, tier: "A" }, B: { ...roomy, tier: "B" }, C: { ...roomy, tier: "C" }, N: roomy },
      { type: "tiers" },
    );
    const got = tally(await pool.offered(26));
    // 40, 35, 25 and their mean of the last two, 30: a fifth of each.
    expect(got).toEqual({ A: 8, B: 7, C: 5, N: 6 });
    const seen = pools
      .parse((await tenant.ask("root", "GET", "/v1/pools")).body)
      .items.find(({ poolId }) => poolId === "s8n");
    expect(seen?.members.map(({ share }) => share)).toEqual([0.3077, 0.2692, 0.1923, 0.2308]);
    const without = await openPool(
      tenant,
      "s8e",
      { A: { ...roomy, tier: "A" }, C: { ...roomy, tier: "C" } },
      { type: "tiers" },
    );
    expect(tally(await without.offered(13))).toEqual({ A: 8, C: 5 });
  });

  it("the same mix of sources for every tier: each source rotates by itself", async () => {
    await tenant.ask("root", "PUT", "/v1/sources/portal", { name: "Portal" });
    const pool = await openPool(
      tenant,
      "s8m",
      { A: { ...roomy, tier: "A" }, B: { ...roomy, tier: "B" } },
      { type: "tiers" },
    );
    const plan = (await tenant.ask("root", "GET", "/v1/plan")).body as object;
    const tiers = { shares: { A: 50, B: 49, C: 1 }, mix: "sameSources" };
    await tenant.ask("root", "PUT", "/v1/plan", { ...plan, tiers });
    expect(tally(await pool.offered(2))).toEqual({ A: 1, B: 1 });
    const poolIds = pools.parse((await tenant.ask("root", "GET", "/v1/pools")).body).items.map(({ poolId }) => poolId);
    expect(poolIds).toEqual(expect.arrayContaining(["s8m:source=portal", "s8m:source=website"]));
  });

  it("shares that do not add up are not saved", async () => {
    const plan = (await tenant.ask("root", "GET", "/v1/plan")).body as object;
    const put = (tiers: object) => tenant.ask("root", "PUT", "/v1/plan", { ...plan, tiers });
    expectProblem(await put({ shares: { A: 40, B: 40, C: 40 } }), {
      status: 422,
      type: "invalid",
      pointers: ["/tiers/shares"],
      advice: /add up to 100/,
    });
    const rules = [{ id: "fast", method: { type: "fastest", floor: 2 } }];
    const fast = await tenant.ask("root", "PUT", "/v1/plan", { ...plan, rules });
    expectProblem(fast, { status: 422, type: "invalid", pointers: ["/rules/0/method/floor"] });
  });
});

describe("what agents have achieved", () => {
  it("a night later everybody's figures are there; who is faster gets more, and a quarter later tiers are proposed", async () => {
    const pool = await openPool(tenant, "fast", { A: { ...roomy, tier: "C" }, B: { ...roomy, tier: "B" } });
    const rules = [{ id: "fast", method: { type: "roundRobin", pool: { team: "fast" } }, overflow: "queue" }];
    const usual = { rules, sla: patientSla, reclaim: { noContactAfter: "P300D" } };
    const tiers = { minLeads: 5, promoteAfter: 1 };
    const leads = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(() => tenant.lead()));
    const work = async (name: "A" | "B", minutes: number, close: (leadId: string) => Promise<unknown>) => {
      const own = leads.filter(({ offer }) => offer?.agentId === pool.id(name)).map(({ leadId }) => leadId);
      expect(own).toHaveLength(5);
      for (const leadId of own) await tenant.act(pool.id(name), leadId, "accept");
      await world.advance(minutes * minute);
      for (const leadId of own) await tenant.act(pool.id(name), leadId, "contact", reached);
      for (const leadId of own) await close(leadId);
    };
    await work("A", 5, (leadId) => tenant.act(pool.id("A"), leadId, "convert", won));
    await work("B", 15, (leadId) => tenant.act(pool.id("B"), leadId, "lose", { reason: "elsewhere" }));
    await world.advance(day);
    await run("figures");
    const me = (await tenant.ask(pool.id("A"), "GET", "/v1/me")).body;
    expect(
      z.looseObject({ figures: z.looseObject({ minutesToContact: z.number() }) }).parse(me).figures.minutesToContact,
    ).toBeCloseTo(5, 1);
    expect(me).toMatchObject({ figures: { assigned: 5, converted: 5, conversion: 1 } });

    const method = { type: "fastest", pool: { team: "fast" }, minContacts: 5, floor: 0.25 };
    await tenant.plan({ ...usual, tiers, rules: [{ id: "fast", method, overflow: "queue" }] });
    expect(tally(await pool.offered(12))).toEqual({ A: 9, B: 3 });
    expect((await tenant.ask(pool.id("A"), "GET", "/v1/me")).body).toMatchObject({
      tierPath: { place: "C", next: { tier: "B", missing: 0, reviews: { done: 0, needed: 1 } } },
    });

    const now = new Date(world.now());
    const quarter = Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 + 3, 1, 12);
    await world.advance(quarter - world.now());
    expect(await run("figures")).toMatchObject({ payload: expect.stringContaining('"proposed":2') });
    const { body } = await tenant.ask("mia", "GET", "/v1/tiers/proposals?status=open");
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ agentId: pool.id("A"), from: "C", to: "B", kind: "promotion" }),
        expect.objectContaining({ agentId: pool.id("B"), from: "B", to: "C", kind: "demotion" }),
      ]),
    });
    const { items } = z
      .object({ items: z.array(z.looseObject({ proposalId: z.string(), agentId: z.string() })) })
      .parse(body);
    const own = items.find(({ agentId }) => agentId === pool.id("A"))?.proposalId ?? "";
    const confirmed = await tenant.ask("mia", "POST", `/v1/tiers/proposals/${own}/confirm`);
    expect(confirmed).toMatchObject({ status: 200, body: { event: "agent.tierChanged" } });
    expect((await tenant.ask("root", "GET", `/v1/agents/${pool.id("A")}`)).body).toMatchObject({ tier: "B" });
  });

  it("in the night to Monday it says who picks first, and why; the watch tells who picked what", async () => {
    const [a, b] = ["fast-a", "fast-b"];
    const rules = [{ id: "picks", method: { type: "cherryPick", pool: { team: "fast" } } }];
    await tenant.plan({ rules, tiers: { minLeads: 5 }, cherryPick: { access: { minLeads: 5 } } });
    // 00:30 in Berlin.
    const monday = DateTime.fromMillis(world.now(), { zone: "Europe/Berlin" }).startOf("week").plus({ weeks: 1 });
    await world.advance(monday.plus({ minutes: 30 }).toMillis() - world.now());
    expect(await run("picking")).toMatchObject({ payload: expect.stringContaining('"moved":') });
    const access = async (agentId: string) => (await tenant.ask(agentId, "GET", "/v1/me")).body;
    expect(await access(a)).toMatchObject({
      picking: { access: { tier: 1, measures: [{ metric: "conversion" }, {}] } },
    });
    expect(await access(b)).toMatchObject({ picking: { access: { tier: 3, next: { tier: 2 } } } });
    const told = (await world.outbox()).filter(({ kind }) => kind === "accessChanged");
    expect(told.map(({ agentId }) => agentId)).toEqual(expect.arrayContaining([a, b]));
    expect(told.find(({ agentId }) => agentId === b)?.text).toMatch(/pick leads later\. Access tier 3: conversion 0%/);

    const { leadId } = await tenant.lead({ company: { size: "250+" } });
    expectProblem(await tenant.act(b, leadId, "claim"), { status: 409, type: "guard-rail" });
    expect((await tenant.act(a, leadId, "claim")).status).toBe(200);
    const report = await tenant.ask("mia", "GET", "/v1/reports/cherry-pick");
    expect(report.body).toMatchObject({
      claims: 1,
      items: expect.arrayContaining([
        expect.objectContaining({
          agentId: a,
          picked: expect.objectContaining({ leads: 1 }),
          companySizes: { "250+": 1 },
        }),
      ]),
    });
    const table = await tenant.ask("mia", "GET", "/v1/reports/cherry-pick?format=csv");
    expect(table.body).toMatch(/^agentId,name,picked\.leads,/);
    expect((await tenant.ask(a, "GET", "/v1/tiers")).body).toMatchObject({
      teams: expect.arrayContaining([
        expect.objectContaining({ team: "fast", top: [expect.objectContaining({ agentId: a })] }),
      ]),
      own: { place: "B" },
    });
  });
});
