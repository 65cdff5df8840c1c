import { describe, expect, test } from "vitest";
import * as z from "zod";
import { hour, type LeadDesk, minute, openDesk, story } from "../lead-desk.ts";

const second = 1000;
const first = { for: "PT30M", method: { type: "roundRobin", pool: { agents: ["anna", "ben"] } } };
const assigned = (method: object = {}, plan: object = {}) => ({
  rules: [{ id: "pick", method: { type: "cherryPick", assignFirst: first, ...method } }],
  ...plan,
});

describe("a lead that is assigned before it can be picked (E7)", () => {
  test("is offered in turn for half an hour, then picked, then the manager's; the trace tells of both", async () => {
    const desk = await openDesk(assigned({ claimWithin: "PT90M", managerId: "mia", notify: "all" }));
    const leadId = await desk.lead({ temperature: "warm" });
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "anna" } });
    const told = await desk.ask("lena", "GET", `/v1/leads/${leadId}`);
    expect(told.body).toMatchObject({ decision: { method: "roundRobin", ticket: { n: 1 } } });
    expect(JSON.stringify(told.body)).toMatch(/it is assigned first; when nobody accepts, it is there to be picked/);
    expect((await desk.act("ben", leadId, "claim")).status).toBe(404);
    await desk.pass(30 * minute + second);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { rule: "pick", pick: true } });
    expect([await desk.told(leadId, "cem"), await desk.told(leadId, "city")]).toEqual([["posted"], []]);
    await desk.check();
    await desk.pass(90 * minute);
    expect(await story(desk, leadId)).toEqual([
      "lead.offered anna",
      "lead.offerExpired anna",
      "lead.pooled (notAssigned)",
      "lead.offered mia (unclaimed)",
    ]);
    await desk.check();
  });

  test("goes to the next agent on a decline, for what is left of the time, and can be picked when all were asked", async () => {
    const desk = await openDesk(assigned());
    const leadId = await desk.lead({ temperature: "cold" });
    const end = desk.world.now() + 30 * minute;
    // Four hours to accept, but others can pick it after half an hour.
    expect((await desk.state(leadId)).offer).toMatchObject({ agentId: "anna", expiresAt: end });
    await desk.pass(10 * minute);
    await desk.act("anna", leadId, "decline", { reason: "busy" });
    expect((await desk.state(leadId)).offer).toMatchObject({ agentId: "ben", expiresAt: end });
    await desk.act("ben", leadId, "decline", { reason: "busy" });
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { at: desk.world.now() } });
    // Whoever declined it may still pick it.
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.check();
  });

  test("can be picked when the offers are used up, or at once when nobody could take it", async () => {
    const desk = await openDesk(assigned({}, { offers: { max: 1 } }));
    const leadId = await desk.lead({ temperature: "hot" });
    await desk.pass(5 * minute + second);
    expect((await desk.state(leadId)).status).toBe("pooled");
    for (const agentId of ["anna", "ben"] as const) await desk.agent(agentId, { status: "paused" });
    const other = await desk.lead();
    expect(await desk.state(other)).toMatchObject({ status: "pooled", posted: { pick: true } });
    const told = await desk.ask("lena", "GET", `/v1/leads/${other}`);
    expect(JSON.stringify(told.body)).toMatch(/it would have been assigned first, but nobody could take it/);
    await desk.check();
  });

  test("accepted in time it is an assigned lead like any other: no pick, no miss", async () => {
    const desk = await openDesk(assigned());
    const leadId = await desk.lead({ temperature: "warm" });
    await desk.act("anna", leadId, "accept");
    const state = await desk.state(leadId);
    expect([state.status, state.picked, state.posted]).toEqual(["accepted", undefined, undefined]);
    expect((await desk.world.ports.picks.picksOf("anna")).claims).toEqual([]);
    await desk.pass(73 * hour);
    expect((await desk.world.ports.picks.picksOf("anna")).misses).toEqual([]);
    await desk.check();
  });
});

describe("assigned leads of agents who pick (E4)", () => {
  const link = async (desk: LeadDesk, leadId: string) => {
    const notices = z
      .array(z.looseObject({ kind: z.string(), link: z.string().optional(), text: z.string() }))
      .parse(await desk.world.notices());
    const sent = notices.find((notice) => notice.kind === "offer" && notice.leadId === leadId);
    return { path: new URL(sent?.link ?? "").pathname, text: sent?.text ?? "" };
  };

  test("cannot be declined where the plan says so: by button, by form or by message", async () => {
    const desk = await openDesk(
      assigned({ pool: { agents: ["anna", "ben"] } }, { cherryPick: { assignedDecline: false } }),
    );
    const leadId = await desk.lead({ temperature: "warm" });
    const refused = await desk.act("anna", leadId, "decline", { reason: "busy" });
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringMatching(/not-declinable$/) } });
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "anna" }, version: 2 });
    const { path, text } = await link(desk, leadId);
    expect(text).not.toMatch(/= nein/);
    const page = await desk.world.ask("GET", path, { as: { stranger: true } });
    expect(page.body).toMatch(/Ablehnen geht bei zugeteilten Leads nicht/);
    expect(page.body).not.toMatch(/value="decline"/);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const tapped = await desk.world.ask("POST", path, {
      as: { stranger: true },
      body: "action=decline&reason=noTime",
      headers: form,
    });
    expect(tapped).toMatchObject({
      status: 409,
      body: expect.stringMatching(/Ablehnen geht bei zugeteilten Leads nicht/),
    });
    await desk.pass(30 * minute + second);
    expect((await desk.history(leadId)).slice(-2)).toEqual(["lead.offerExpired", "lead.pooled"]);
    await desk.check();
  });

  test("can be declined by whoever picks none, and by everybody where the plan does not say so", async () => {
    const cherryPick = { assignedDecline: false };
    const plan = assigned({ pool: { agents: ["cem"] } }, { cherryPick });
    for (const desk of [await openDesk(plan), await openDesk(assigned())]) {
      const leadId = await desk.lead({ temperature: "warm" });
      expect((await desk.act("anna", leadId, "decline", { reason: "busy" })).status).toBe(200);
      await desk.check();
    }
  });
});
