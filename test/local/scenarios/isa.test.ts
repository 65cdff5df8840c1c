import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import {
  day,
  hour,
  type LocalTenant,
  minute,
  openTenant,
  reached,
  second,
  won,
} from "../../support/world/local-tenant.ts";
import { expectProblem } from "./bad-input.ts";

const handover = { field: "stage", op: "eq", value: "handover" };
const villas = { field: "engagement.type", op: "eq", value: "villaPage" };
const plan = {
  rules: [
    { id: "isas", method: { type: "isa" } },
    { id: "field", when: handover, method: { type: "roundRobin", pool: { team: "field" } } },
  ],
  progressive: [{ id: "villas", name: "Looks at villas", when: villas, pool: { team: "villas" }, do: "reassign" }],
};
const complete = { incomeVerified: true, preApproval: true, timeFrame: "3 months", areas: "Mitte" };

let world: LocalProduct;
let tenant: LocalTenant;
beforeAll(async () => {
  world = await startLocalProduct({ schedules: false });
  tenant = await openTenant(world);
  await tenant.agent("ida", { role: "isa", team: "inside" });
  for (const agentId of ["anna", "ben"]) await tenant.agent(agentId, { team: "field" });
  await tenant.agent("vera", { team: "villas", skills: ["luxury"] });
  await tenant.plan(plan);
  await world.settle();
});
afterAll(() => world.stop());
afterEach(async () => expect(await tenant.violations()).toEqual([]));

async function accepted(given: object = {}): Promise<string> {
  const { leadId, offer } = await tenant.lead({ interest: "buyer", temperature: "hot", ...given });
  expect(offer?.agentId).toBe("ida");
  expect((await tenant.act("ida", leadId, "accept")).status).toBe(200);
  return leadId;
}

async function qualified(): Promise<string> {
  const leadId = await accepted();
  expect((await tenant.act("ida", leadId, "qualify", { checklist: complete })).status).toBe(200);
  return leadId;
}

describe("inside sales (C6)", () => {
  it("from the form to the sale: one execution goes along with both owners", async () => {
    const leadId = await qualified();
    await world.advance(2 * hour);
    expect((await tenant.act("ida", leadId, "handover")).body).toMatchObject({ leadId });
    const agentId = (await tenant.state(leadId)).offer?.agentId ?? "";
    expect(["anna", "ben"]).toContain(agentId);
    await tenant.act(agentId, leadId, "accept");
    await tenant.act(agentId, leadId, "contact", reached);
    await world.advance(day);
    expect((await tenant.act(agentId, leadId, "convert", won)).body).toMatchObject({
      status: "converted",
      isaId: "ida",
    });
    expect(await world.executions(leadId)).toMatchObject([{ name: `${leadId}-1`, status: "SUCCEEDED" }]);
    expect(await tenant.transitions(leadId)).toBeLessThanOrEqual(8);
    expect(await tenant.history(leadId)).toContain("lead.campaignStop");
  });

  it("the page without scripts: ticks what was found, names what is missing, hands over", async () => {
    const { leadId } = await tenant.lead({ interest: "buyer", temperature: "hot" });
    const link =
      (await world.outbox()).findLast((item) => item.leadId === leadId && item.agentId === "ida")?.link ?? "";
    const page = async () => String((await world.ask("GET", link)).body);
    const tap = async (fields: Readonly<Record<string, string>>) => {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const answer = await world.ask("POST", link, { body: new URLSearchParams(fields).toString(), headers });
      await world.settle();
      expect(answer.status).toBe(303);
    };
    await tap({ action: "accept" });
    const open = await page();
    expect(open).toMatch(/Still missing: Income verified, Pre-approval, Time frame, Areas/);
    expect(open).not.toMatch(/value="handover"|<script/);
    expect(Buffer.byteLength(open)).toBeLessThan(12_000);
    const boxes = { "shown.incomeVerified": "", "shown.preApproval": "" };
    const answers = { "text.timeFrame": "3 months", "text.areas": "Mitte & Wedding" };
    await tap({ action: "qualify", ...boxes, "yes.incomeVerified": "true", ...answers });
    expect(await page()).toMatch(/value="Mitte &amp; Wedding"[\s\S]*Still missing: Pre-approval</);
    const early = await world.ask("POST", link, {
      body: "action=handover",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(early.status).toBe(409);
    await tap({ action: "qualify", ...boxes, "yes.incomeVerified": "true", "yes.preApproval": "true", ...answers });
    expect(await page()).toMatch(/value="handover"/);
    await tap({ action: "handover" });
    expect(await page()).toMatch(/Handed over, thank you/);
    expect(await tenant.state(leadId)).toMatchObject({ status: "offered", isaId: "ida" });
  });

  it("incomplete, unknown and foreign: refused with what there is to do", async () => {
    const leadId = await accepted();
    const incomplete = await tenant.act("ida", leadId, "handover");
    const pointers = Object.keys(complete).map((id) => `/checklist/${id}`);
    const advice = /Still missing: Income verified/;
    expectProblem(incomplete, { status: 409, type: "handover-incomplete", advice, pointers });
    const unknown = await tenant.act("ida", leadId, "qualify", { checklist: { pets: true } });
    const criteria = /incomeVerified, preApproval, timeFrame, areas/;
    expectProblem(unknown, { status: 422, type: "invalid", advice: criteria, pointers: ["/checklist/pets"] });
    expect((await tenant.act("anna", leadId, "handover", { reason: "mine" })).status).toBe(404);
    expect((await tenant.act("mia", leadId, "handover", { to: "anna", reason: "asked for her" })).status).toBe(200);
    expect(await tenant.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
  });

  it("nobody takes it: back to the ISA, whose clocks run again, and taken back if nothing happens", async () => {
    const leadId = await qualified();
    await tenant.act("ida", leadId, "handover");
    for (const _ of ["first", "second"]) {
      const { offer } = await tenant.state(leadId);
      await world.advance((offer?.expiresAt ?? 0) + 2 * second - world.now());
    }
    const back = await tenant.state(leadId);
    expect(back).toMatchObject({ status: "accepted", ownerId: "ida" });
    expect(back.deadlines.contact).toBe((back.assignedAt ?? 0) + 15 * minute);
    await world.advance(73 * hour);
    expect((await tenant.state(leadId)).ownerId).toBeUndefined();
  });

  it("figures of both roles", async () => {
    const report = await tenant.ask("mia", "GET", "/v1/reports/conversion?by=role");
    expect(report).toMatchObject({ status: 200, body: { items: [{ id: "agent", converted: 1 }, { id: "isa" }] } });
    expect((await tenant.ask("anna", "GET", "/v1/reports/conversion")).status).toBe(403);
  });
});

describe("what a lead does later (C16)", () => {
  it("marketing reports a page: the specialist has the lead, its owner is told, a repeat changes nothing", async () => {
    const leadId = await qualified();
    await tenant.act("ida", leadId, "handover", { to: "ben" });
    await tenant.act("ben", leadId, "contact", reached);
    const visit = (detail: string, key: string) =>
      world.ask("POST", "/v1/engagement", {
        as: { key: tenant.sourceKey },
        body: { leadId, type: "villaPage", detail },
        headers: { "idempotency-key": key },
      });
    const answers = await Promise.all([visit("a", "1"), visit("a", "1"), visit("b", "2"), visit("c", "3")]);
    expect(answers.map(({ status }) => status).every((status) => status < 300 || status === 503)).toBe(true);
    await world.settle();
    expect((await visit("a", "1")).status).toBeLessThan(300);
    await world.settle();
    expect(await tenant.state(leadId)).toMatchObject({ status: "accepted", ownerId: "vera", specialists: ["villas"] });
    expect((await tenant.history(leadId)).filter((type) => type === "lead.reassigned")).toHaveLength(1);
    const told = (await world.outbox())
      .filter((item) => item.leadId === leadId)
      .map((item) => [item.agentId, item.kind]);
    expect(told).toContainEqual(["ben", "takenBack"]);
    expect(told).toContainEqual(["vera", "assigned"]);
    await tenant.act("vera", leadId, "contact", reached);
    await tenant.act("vera", leadId, "convert", won);
  });
});
