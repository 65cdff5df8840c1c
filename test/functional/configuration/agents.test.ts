import { beforeEach, describe, expect, it } from "vitest";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";
import { aLead } from "../../support/routing-fixtures.ts";

const day = 24 * 60 * 60 * 1000;
let desk: AdminDesk;

beforeEach(() => {
  desk = createAdminDesk();
});

const read = (id: string, as?: { username: string; groups: ["agent"] }) =>
  desk.call("GET /v1/agents/{id}", { params: { id }, ...(as && { as }) });

describe("PUT /v1/agents/{id}", () => {
  it("answers 201 with defaults and availability, then 200, and makes the team", async () => {
    const first = await desk.agent("anna");
    expect(first.status).toBe(201);
    expect(first.headers).toMatchObject({ etag: '"1"' });
    expect(first.body).toMatchObject({ agentId: "anna", role: "agent", weight: 1, openLeads: 0, available: true });
    expect((await desk.agent("anna", { weight: 2 })).status).toBe(200);
    const team = await desk.call("GET /v1/teams/{id}", { params: { id: "sales" } });
    expect(team).toMatchObject({ status: 200, body: { teamId: "sales" } });
  });

  it("names every wrong field by its pointer", async () => {
    const answer = await desk.put("agents", "anna", { name: "", email: "x", team: "Sales!", wieght: 2 });
    expect(answer.status).toBe(422);
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json" });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["/email", "/name", "/team", "/wieght"]);
  });

  it("refuses working hours that overlap on a day, and says with which", async () => {
    const hours = { mon: ["13:00-18:00", "09:00-13:30"], tue: ["09:00-12:00", "12:00-18:00"] };
    const answer = await desk.agent("anna", {
      workingHours: { ...hours, fri: ["08:00-20:00", "09:00-10:00", "19:00-21:00"] },
    });
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      "/workingHours/mon/0",
      "/workingHours/fri/1",
      "/workingHours/fri/2",
    ]);
    expect(errors[0]?.detail).toMatch(/^13:00-18:00 overlaps 09:00-13:30: /);
    expect((await desk.agent("anna", { workingHours: { tue: hours.tue } })).status).toBe(201);
  });

  it("takes back what was read, but not under another id", async () => {
    await desk.agent("anna");
    const view = (await read("anna")).body as object;
    expect(await desk.put("agents", "anna", { ...view, weight: 3 })).toMatchObject({
      status: 200,
      body: { weight: 3, version: 2 },
    });
    expect(await desk.put("agents", "ben", view)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/agentId" }] },
    });
  });

  it("refuses an id that is no slug", async () => {
    expect(await desk.put("agents", "Anna Müller", {})).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/id" }] },
    });
  });

  it.each([
    { sent: { "if-match": '"1"' }, status: 412 },
    { sent: { "if-match": '"2"' }, status: 200 },
    { sent: { "if-match": "*" }, status: 200 },
    { sent: { "if-match": '"nonsense"' }, status: 412 },
    { sent: { "if-none-match": "*" }, status: 412 },
    { sent: {}, status: 200 },
  ])("with $sent answers $status when version 2 is stored", async ({ sent, status }) => {
    await desk.agent("anna");
    await desk.agent("anna", { weight: 2 });
    const body = { name: "Anna", email: "anna@example.com", team: "sales" };
    expect((await desk.put("agents", "anna", body, { headers: sent })).status).toBe(status);
  });

  it("with If-Match for an agent who is not there answers 412", async () => {
    const body = { name: "Anna", email: "anna@example.com", team: "sales" };
    expect((await desk.put("agents", "anna", body, { headers: { "if-match": "*" } })).status).toBe(412);
  });
});

describe("GET /v1/agents", () => {
  it("says who cannot take a lead and why", async () => {
    await desk.plan({ rules: [] });
    await desk.agent("full", { capacity: 1 });
    await desk.agent("off", { workingHours: { sun: ["10:00-12:00"] } });
    await desk.agent("new", { startedOn: "2026-11-20", weight: 2 });
    await desk.ports.loads.reserve("full", aLead(1).leadId, 1);
    const answer = await desk.call("GET /v1/agents");
    expect(answer.body).toMatchObject({
      items: [
        { agentId: "full", openLeads: 1, available: false, unavailableReason: "capacity" },
        { agentId: "new", available: true, effectiveWeight: 0.6666 },
        { agentId: "off", available: false, unavailableReason: "hours" },
      ],
    });
  });

  it("keeps addresses from colleagues, not from leaders or the agents themselves", async () => {
    await desk.agent("anna");
    await desk.agent("ben");
    expect((await read("anna", { username: "ben", groups: ["agent"] })).body).not.toHaveProperty("email");
    expect((await read("anna", { username: "anna", groups: ["agent"] })).body).toHaveProperty("email");
    expect((await read("anna")).body).toHaveProperty("email");
  });

  it("pages by id", async () => {
    for (const id of ["c", "a", "b"]) await desk.agent(id);
    const first = await desk.call("GET /v1/agents", { query: { limit: "2" } });
    const { nextCursor = "" } = first.body as { nextCursor?: string };
    const second = await desk.call("GET /v1/agents", { query: { limit: "2", cursor: nextCursor } });
    expect(first.body).toMatchObject({ items: [{ agentId: "a" }, { agentId: "b" }] });
    expect(second.body).toMatchObject({ items: [{ agentId: "c" }] });
    expect(second.body).not.toHaveProperty("nextCursor");
    expect((await desk.call("GET /v1/agents", { query: { limit: "0" } })).status).toBe(422);
  });

  it("answers 404 for nobody", async () => {
    expect((await read("nobody")).status).toBe(404);
  });
});

describe("DELETE /v1/agents/{id}", () => {
  const remove = (id: string) => desk.call("DELETE /v1/agents/{id}", { params: { id } });

  it("is refused while leads, the plan or the team need the agent", async () => {
    await desk.agent("anna");
    await desk.agent("ben", { backups: ["anna"] });
    await desk.put("teams", "sales", { name: "Sales", leaderId: "anna" });
    await desk.plan({ rules: [{ id: "vip", method: { type: "agent", agentId: "anna" } }] });
    await desk.ports.loads.reserve("anna", aLead(1).leadId, 9);
    const answer = await remove("anna");
    expect(answer.status).toBe(409);
    for (const use of [`open leads ${aLead(1).leadId}`, "rule vip", "team sales", "backup of ben"]) {
      expect(answer.body).toMatchObject({ detail: expect.stringContaining(use) });
    }
    expect((await remove("ben")).status).toBe(204);
    expect((await read("ben")).status).toBe(404);
    expect((await remove("ben")).status).toBe(404);
  });
});

describe("time off", () => {
  const off = { from: "2026-12-01T00:00:00+01:00", to: "2026-12-08T00:00:00Z", reason: "holiday" };
  const add = (id: string, body: unknown, as?: { username: string; groups: ["agent" | "leader"] }, key?: string) =>
    desk.call("POST /v1/agents/{id}/time-off", {
      params: { id },
      body,
      ...(as && { as }),
      ...(key !== undefined && { headers: { "idempotency-key": key } }),
    });

  beforeEach(() => desk.agent("anna"));

  it("may be noted by the agent and by leaders, not by colleagues", async () => {
    expect((await add("anna", off, { username: "anna", groups: ["agent"] })).status).toBe(201);
    expect((await add("anna", off, { username: "lea", groups: ["leader"] })).status).toBe(201);
    expect((await add("anna", off, { username: "ben", groups: ["agent"] })).status).toBe(403);
    expect((await add("nobody", off)).status).toBe(404);
  });

  it("must end after it begins", async () => {
    const answer = await add("anna", { from: off.to, to: off.from });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/to" }] } });
  });

  it("makes the agent unavailable while it lasts", async () => {
    const from = new Date(desk.ports.clock.now()).toISOString();
    const to = new Date(desk.ports.clock.now() + day).toISOString();
    await add("anna", { from, to });
    expect((await read("anna")).body).toMatchObject({ available: false, unavailableReason: "away" });
    desk.ports.clock.advance(day);
    expect((await read("anna")).body).toMatchObject({ available: true });
  });

  it("is added once per Idempotency-Key", async () => {
    const first = await add("anna", off, undefined, "k1");
    const again = await add("anna", off, undefined, "k1");
    expect(again).toMatchObject({ status: 201, body: first.body as object });
    expect((await add("anna", { ...off, reason: "other" }, undefined, "k1")).status).toBe(422);
    const list = await desk.call("GET /v1/agents/{id}/time-off", { params: { id: "anna" } });
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it("is listed for everybody, its reason for few, and can be deleted", async () => {
    const { timeOffId } = (await add("anna", off)).body as { timeOffId: string };
    const seen = await desk.call("GET /v1/agents/{id}/time-off", {
      params: { id: "anna" },
      as: { username: "ben", groups: ["agent"] },
    });
    expect(seen.body).toEqual({
      items: [{ timeOffId, agentId: "anna", from: "2026-11-30T23:00:00.000Z", to: "2026-12-08T00:00:00.000Z" }],
    });
    const remove = () =>
      desk.call("DELETE /v1/agents/{id}/time-off/{timeOffId}", { params: { id: "anna", timeOffId } });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });
});
