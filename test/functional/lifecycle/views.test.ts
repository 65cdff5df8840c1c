import { describe, expect, test } from "vitest";
import * as z from "zod";
import { day, type LeadDesk, minute, openDesk, type Person, reached, won } from "./lead-desk.ts";

const personal = /Mustermann|example\.com|\+49|Waldi|Seestr/;
const full = {
  phone: "+4930901820",
  message: "my dog is called Waldi",
  interest: "buyer",
  city: "Berlin",
  budget: { max: 500_000, currency: "EUR" },
  custom: { street: "Seestr. 3" },
  campaign: "autumn",
};
const items = (body: unknown) => z.object({ items: z.array(z.looseObject({ leadId: z.string() })) }).parse(body).items;
const ids = async (desk: LeadDesk, person: Person, query = "") =>
  items((await desk.ask(person, "GET", `/v1/leads${query}`)).body).map(({ leadId }) => leadId);

describe("one lead, by role (03-api)", () => {
  const view = async (desk: LeadDesk, person: Person, leadId: string) => desk.ask(person, "GET", `/v1/leads/${leadId}`);

  test("before acceptance the agent sees what is offered, until when, and not who it is", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    const { body } = await view(desk, "anna", leadId);
    expect(body).toMatchObject({
      ...{ leadId, version: 2, status: "offered", temperature: "hot", sourceId: "website" },
      ...{ firstName: "Erika", lastName: "M.", interest: "buyer", city: "Berlin", budget: { max: 500_000 } },
      offer: { agentId: "anna", expiresAt: new Date(desk.world.now() + 5 * minute).toISOString() },
      deadlines: { accept: new Date(desk.world.now() + 5 * minute).toISOString() },
    });
    expect(JSON.stringify(body)).not.toMatch(personal);
  });
  test("the owner, the team's leader, managers and admins see everything, with the decision in a sentence", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    await desk.act("anna", leadId, "accept");
    for (const person of ["anna", "lena", "mia", "root"] as const) {
      const { status, body } = await view(desk, person, leadId);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ lastName: "Mustermann", email: "p1@example.com", phone: "+4930901820", ownerId: "anna" },
        decision: { ruleId: "all", chosen: ["anna"], summary: expect.stringContaining("anna") },
        deadlines: { contact: expect.any(String), reclaim: expect.any(String) },
      });
    }
  });
  test("finance and marketing see it without the person", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    for (const person of ["finn", "marta"] as const) {
      const { status, body } = await view(desk, person, leadId);
      expect(status).toBe(200);
      expect(body).toMatchObject({ leadId, status: "offered", interest: "buyer", campaign: "autumn" });
      expect(JSON.stringify(body)).not.toMatch(/Erika|Mustermann|example\.com|\+49|Waldi|Seestr/);
    }
  });
  test("for everybody else it does not exist", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    for (const person of ["ben", "ida"] as const) expect((await view(desk, person, leadId)).status).toBe(404);
    expect((await view(desk, "mia", "ld_01JD0000000000000000000009")).status).toBe(404);
  });
  test("an owner keeps seeing what was closed", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "convert", won);
    expect((await view(desk, "anna", leadId)).body).toMatchObject({
      status: "converted",
      value: won.value,
      deadlines: {},
    });
  });
  test("after contact the deadlines are those of the ownership", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", reached);
    const at = (ms: number) => new Date(desk.world.now() + ms).toISOString();
    expect((await view(desk, "anna", leadId)).body).toMatchObject({
      deadlines: { reclaim: at(14 * day), ownership: at(30 * day) },
    });
  });
});

describe("the history (D8)", () => {
  test("is one entry a version, with the decision at the first routing, and nothing personal", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead(full);
    await desk.act("anna", leadId, "accept");
    const { body } = await desk.ask("anna", "GET", `/v1/leads/${leadId}/history`);
    expect(body).toMatchObject({
      items: [
        { version: 1, type: "lead.received", actor: "source:website" },
        { version: 2, type: "lead.offered", agentId: "anna", decision: { ruleId: "all", summary: expect.any(String) } },
        { version: 3, type: "lead.accepted", actor: "agent:anna", at: new Date(desk.world.now()).toISOString() },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(personal);
  });
});

describe("lists", () => {
  test("an agent's are the own leads, offered and owned", async () => {
    const desk = await openDesk();
    const [first = "", second = ""] = [await desk.lead(), await desk.lead()];
    await desk.act("anna", first, "accept");
    expect(await ids(desk, "anna")).toEqual([first]);
    expect(await ids(desk, "ben")).toEqual([second]);
    expect(await ids(desk, "anna", "?status=offered")).toEqual([]);
    expect(await ids(desk, "ben", "?status=offered")).toEqual([second]);
    await desk.act("anna", first, "convert", won);
    expect(await ids(desk, "anna", "?status=converted")).toEqual([first]);
    expect(await ids(desk, "ben", "?status=converted")).toEqual([]);
  });
  test("a manager's are all, by status, owner, source and time, page by page", async () => {
    const desk = await openDesk();
    const all: string[] = [];
    for (let number = 0; number < 7; number++) {
      all.push(await desk.lead());
      await desk.pass(1000);
    }
    await desk.act("anna", all[0] ?? "", "accept");
    expect((await ids(desk, "mia")).toSorted()).toEqual(all);
    expect(await ids(desk, "mia", "?status=accepted")).toEqual([all[0]]);
    expect(await ids(desk, "mia", "?ownerId=anna")).toEqual([all[0], all[3], all[6]]);
    expect(await ids(desk, "mia", "?sourceId=website")).toEqual(all);
    expect(await ids(desk, "mia", "?sourceId=other")).toEqual([]);
    const since = new Date(desk.world.now() - 2500).toISOString();
    expect(await ids(desk, "mia", `?from=${since}`)).toEqual(all.slice(-2));
    const paged: string[] = [];
    let cursor = "";
    do {
      const query: string = `?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await desk.ask("mia", "GET", `/v1/leads${query}`);
      paged.push(...items(body).map(({ leadId }) => leadId));
      cursor = z.looseObject({ nextCursor: z.string().default("") }).parse(body).nextCursor;
    } while (cursor !== "");
    expect(paged.toSorted()).toEqual(all);
  });
  test("begin a date at midnight in the plan's zone", async () => {
    const desk = await openDesk();
    const date = "2026-11-25";
    await desk.pass(Date.parse("2026-11-24T22:59:00Z") - desk.world.now());
    const before = await desk.lead();
    await desk.pass(2 * minute);
    const after = await desk.lead();
    expect(await ids(desk, "mia", `?from=${date}`)).toEqual([after]);
    expect(await ids(desk, "mia", `?to=${date}`)).toEqual([before]);
  });
  test("show offers without the person, and other teams' leads not at all", async () => {
    const desk = await openDesk();
    await desk.lead(full);
    expect(JSON.stringify((await desk.ask("anna", "GET", "/v1/leads")).body)).not.toMatch(personal);
    expect(await ids(desk, "ida")).toEqual([]);
    expect(await ids(desk, "lena")).toHaveLength(1);
  });
  test("refuse filters that are none", async () => {
    const desk = await openDesk();
    for (const query of ["?status=happy", "?limit=0", "?limit=1000", "?from=yesterday"]) {
      expect((await desk.ask("mia", "GET", `/v1/leads${query}`)).status).toBe(422);
    }
  });
});

describe("GET /v1/me", () => {
  test("tells an agent profile, limits and counters", async () => {
    const desk = await openDesk();
    await desk.lead();
    const { body } = await desk.ask("anna", "GET", "/v1/me");
    expect(body).toMatchObject({
      ...{ agentId: "anna", role: "agent", team: "city", groups: ["agent"], status: "active" },
      ...{ capacity: 15, openLeads: 1, remaining: 14, available: true, effectiveWeight: 1 },
    });
  });
  test("tells why one is not available", async () => {
    const desk = await openDesk();
    await desk.agent("anna", { status: "paused" });
    expect((await desk.ask("anna", "GET", "/v1/me")).body).toMatchObject({
      available: false,
      unavailableReason: "paused",
    });
  });
  test("knows people who are no agents by their groups", async () => {
    const desk = await openDesk();
    expect((await desk.ask("finn", "GET", "/v1/me")).body).toEqual({ agentId: "finn", groups: ["finance"] });
  });
});
