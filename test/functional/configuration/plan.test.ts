import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

let desk: AdminDesk;

beforeEach(async () => {
  desk = createAdminDesk();
  await desk.agent("anna", { order: 1 });
  await desk.agent("ben", { order: 2 });
  await desk.put("teams", "sales", { name: "Sales", leaderId: "anna" });
});

describe("PUT /v1/plan", () => {
  it("makes versions that stay readable", async () => {
    expect((await desk.call("GET /v1/plan")).status).toBe(404);
    expect(await desk.plan()).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { version: 1 } });
    expect(await desk.plan({ capacity: 9 })).toMatchObject({ status: 200, body: { version: 2, capacity: 9 } });
    expect((await desk.call("GET /v1/plan")).body).toMatchObject({ version: 2, capacity: 9 });
    expect((await desk.call("GET /v1/plan", { query: { version: "1" } })).body).toMatchObject({ capacity: 15 });
    const versions = await desk.call("GET /v1/plan/versions");
    const savedAt = expect.stringMatching(/^2026-.*Z$/);
    expect(versions.body).toMatchObject({
      items: [
        { version: 2, savedAt },
        { version: 1, savedAt },
      ],
    });
  });

  it("refuses a stale write", async () => {
    await desk.plan();
    await desk.plan({ capacity: 9 });
    const stale = await desk.plan({ capacity: 3 }, { headers: { "if-match": '"1"' } });
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect((await desk.call("GET /v1/plan")).body).toMatchObject({ capacity: 9 });
  });

  it("says at once what the check finds, in the reader's language, and takes that back with the plan", async () => {
    const rules = [
      { id: "all", method: { type: "roundRobin" } },
      { id: "sellers", when: { field: "interest", op: "eq", value: "seller" }, method: { type: "roundRobin" } },
    ];
    const saved = await desk.plan({ rules }, { headers: { "accept-language": "de" } });
    const unreachable = {
      ruleId: "sellers",
      code: "reachedOnOverflow",
      message: expect.stringMatching(/nicht erreicht/),
    };
    expect(saved.body).toMatchObject({
      version: 1,
      problems: expect.arrayContaining([expect.objectContaining(unreachable)]),
    });
    expect((await desk.call("PUT /v1/plan", { body: saved.body })).status).toBe(200);
    expect((await desk.call("POST /v1/plan/check", { body: saved.body })).status).toBe(200);
    expect((await desk.call("GET /v1/plan")).body).not.toHaveProperty("problems");
  });

  it("takes back what was read, but nothing that is not known", async () => {
    await desk.plan();
    const read = (await desk.call("GET /v1/plan")).body as object;
    const again = await desk.call("PUT /v1/plan", { body: { ...read, capacity: 8 }, headers: { "if-match": '"1"' } });
    expect(again).toMatchObject({ status: 200, body: { version: 2, capacity: 8 } });
    const unknown = await desk.call("PUT /v1/plan", { body: { ...read, capasity: 8 } });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: "/capasity" }] } });
  });

  it("refuses agents, managers and teams that do not exist, and reserved ids", async () => {
    const answer = await desk.plan({
      rules: [
        { id: "vip", method: { type: "agent", agentId: "nobody" } },
        { id: "fallback", method: { type: "roundRobin", pool: { team: "nowhere", agents: ["anna", "gone"] } } },
      ],
      offers: { then: "manager", managerId: "boss" },
    });
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      "/offers/managerId",
      "/rules/0/method/agentId",
      "/rules/1/id",
      "/rules/1/method/pool/agents/1",
      "/rules/1/method/pool/team",
    ]);
  });
});

describe("time limits", () => {
  it.each([
    [{ sla: { hot: { acceptWithin: "PT0S", contactWithin: "PT15M" } } }, "/sla/hot/acceptWithin"],
    [{ reclaim: { noContactAfter: "P0D" } }, "/reclaim/noContactAfter"],
    [{ rules: [{ id: "a", method: { type: "pool", claimWithin: "PT0M" } }] }, "/rules/0/method/claimWithin"],
  ])("of no length are refused: %j", async (change, pointer) => {
    const plan = { timezone: "UTC", defaultCountry: "DE", rules: [], fallback: { type: "pool" }, ...change };
    const { status, body } = await desk.call("PUT /v1/plan", { body: plan });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer, detail: expect.stringContaining("PT5M") }] }]);
  });
});

describe("POST /v1/plan/check", () => {
  it("checks the present plan, or the one sent, in the reader's language", async () => {
    await desk.plan({ rules: [{ id: "kyiv", method: { type: "roundRobin", pool: { skills: ["kyiv"] } } }] });
    const present = await desk.call("POST /v1/plan/check");
    expect(present.body).toMatchObject({
      problems: [
        { severity: "warning", ruleId: "kyiv", message: "Nobody has the skill kyiv." },
        {
          severity: "warning",
          ruleId: "kyiv",
          message: "Nobody is in this pool: nobody there has kyiv among the skills.",
          fix: expect.any(String),
        },
      ],
    });
    const draft = { timezone: "UTC", defaultCountry: "DE", rules: [], fallback: { type: "owner" } };
    const headers = { "accept-language": "de-DE,de;q=0.9" };
    for (const body of [draft, { plan: draft }, { plan: { ...draft, version: 3 } }, { ...draft, version: 3 }]) {
      const sent = await desk.call("POST /v1/plan/check", { body, headers });
      expect(sent.body).toMatchObject({
        problems: [{ severity: "error", message: expect.stringContaining("Auffangregel") }, { severity: "hint" }],
      });
    }
  });

  it("tells a hundred findings of one kind, and how many more there are", async () => {
    await desk.put("areas", "north", { name: "North", postalCodes: ["13*"] });
    for (let i = 0; i < 130; i++) await desk.agent(`agent-${i}`, { territories: ["north"] });
    await desk.ports.config.deleteArea("north");
    await desk.plan();
    const all = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string() })) });
    const { problems } = all.parse((await desk.call("POST /v1/plan/check")).body);
    const told = problems.filter(({ code }) => code === "unknownTerritory");
    expect(told).toHaveLength(101);
    expect(told.at(-1)?.message).toBe("The same in 30 more places.");
    expect(JSON.stringify(told[99])).toContain("agent-");
  });

  it("answers 404 without any plan, 422 for what is none", async () => {
    expect((await desk.call("POST /v1/plan/check")).status).toBe(404);
    for (const body of [{ rules: 1 }, [], "plan", { plan: [] }]) {
      expect((await desk.call("POST /v1/plan/check", { body })).status).toBe(422);
    }
  });

  it("is not for agents", async () => {
    const as = { username: "anna", groups: ["agent"] as const };
    expect((await desk.call("POST /v1/plan/check", { as })).status).toBe(403);
  });
});

describe("POST /v1/plan/preview", () => {
  const preview = (body: object, headers = {}) => desk.call("POST /v1/plan/preview", { body, headers });

  it("says in full and in one sentence what would be decided, and changes nothing", async () => {
    await desk.agent("carl", { status: "paused", order: 3 });
    await desk.plan();
    const first = await preview({ lead: { budget: { max: 300_000, currency: "EUR" } } }, { "accept-language": "de" });
    expect(first).toMatchObject({
      status: 200,
      body: {
        ruleId: "all",
        outcome: "agent",
        chosen: ["anna"],
        ticket: { epoch: 1, n: 1 },
        considered: [
          { agentId: "anna", eligible: true, share: 0.5 },
          { agentId: "ben", eligible: true, share: 0.5 },
          { agentId: "carl", eligible: false, reason: "paused" },
        ],
        summary: "Regel „Alle“: Agent anna ist an der Reihe (Vergabe Nr. 1); Agent carl macht Pause.",
      },
    });
    expect((await preview({ lead: {} })).body).toMatchObject({ chosen: ["anna"] });
    expect(await desk.ports.rotation.sequence("all")).toBeUndefined();
    expect(await desk.ports.loads.held(["anna"])).toEqual(new Map());
  });

  it("shows whose turn passes because there is no room, and leaves no trace of that either", async () => {
    await desk.agent("anna", { order: 1, capacity: 0 });
    await desk.plan();
    expect((await preview({ lead: {} })).body).toMatchObject({
      chosen: ["ben"],
      gone: [{ epoch: 1, n: 1, agentId: "anna", reason: "capacity" }],
      considered: [{ agentId: "ben" }, { agentId: "anna", eligible: false, reason: "capacity" }],
    });
    expect(await desk.ports.rotation.gone("all", 1)).toEqual([]);
  });

  it("tries a plan that is not saved yet, on a standardised lead", async () => {
    await desk.plan();
    await desk.put("areas", "mitte", { name: "Mitte", postalCodes: ["101*"] });
    await desk.put("agents", "ben", {
      name: "Ben",
      email: "ben@example.com",
      team: "sales",
      territories: ["mitte"],
    });
    const plan = {
      timezone: "UTC",
      defaultCountry: "DE",
      rules: [
        { id: "sellers", when: { field: "interest", op: "eq", value: "seller" }, method: { type: "pool" } },
        { id: "local", method: { type: "roundRobin", pool: { areas: "match" } } },
      ],
      fallback: { type: "pool" },
    };
    const seller = await preview({ plan: { ...plan, version: 1 }, lead: { interest: "Verkäufer" } });
    expect(seller.body).toMatchObject({ ruleId: "sellers", outcome: "pooled" });
    const local = await preview({ plan, lead: { interest: "Kauf", postalCode: "10115" } });
    expect(local.body).toMatchObject({ ruleId: "local", chosen: ["ben"] });
    expect(local.body).toMatchObject({
      considered: [{ agentId: "ben" }, { agentId: "anna", reason: "territory" }],
      rules: [{ ruleId: "sellers", matched: false, why: "interest is buying, not selling" }, { ruleId: "local" }],
    });
  });

  it("shows continuity for a known person, and nurture below the handover threshold", async () => {
    await desk.plan({ scoring: { base: 20, handoverAt: 50 } });
    expect((await preview({ lead: {} })).body).toMatchObject({ outcome: "nurture", chosen: [], score: 20 });
    await desk.plan();
    expect((await preview({ lead: {}, ownerId: "ben" })).body).toMatchObject({
      ruleId: "continuity",
      chosen: ["ben"],
      summary: "Known contact: Agent ben has this person already.",
    });
  });

  it("shows what becomes of a lead that an ISA hands over", async () => {
    await desk.agent("ida", { role: "isa" });
    const handedOver = { field: "stage", op: "eq", value: "handover" };
    await desk.plan({
      scoring: { base: 20, handoverAt: 50 },
      rules: [
        { id: "field", when: handedOver, method: { type: "agent", agentId: "ida" } },
        { id: "first", method: { type: "isa" } },
        { id: "everybody", method: { type: "roundRobin", pool: { agents: ["ida", "ben"] } } },
      ],
    });
    const body = (answer: Awaited<ReturnType<typeof preview>>) => answer.body;
    expect(body(await preview({ lead: {}, stage: "handover" }))).toMatchObject({
      ruleId: "everybody",
      chosen: ["ben"],
      rules: [{ ruleId: "field", matched: true }, { ruleId: "first" }, { ruleId: "everybody", matched: true }],
    });
    expect(body(await preview({ lead: {} }))).toMatchObject({ outcome: "nurture" });
    expect(await preview({ lead: {}, stage: "later" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/stage" }] },
    });
  });

  it("names wrong fields under /lead and unknown sources", async () => {
    await desk.plan();
    expect(await preview({ lead: { email: "not an address" } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/lead/email" }] },
    });
    expect(await preview({ lead: {}, source: "nowhere" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/source" }] },
    });
    expect((await preview({ leed: {} })).status).toBe(422);
  });
});

describe("deleting with If-Match", () => {
  it("is refused for another version than the one seen", async () => {
    await desk.put("teams", "other", { name: "Other" });
    await desk.put("teams", "other", { name: "Others" });
    const remove = (tag: string) =>
      desk.call("DELETE /v1/teams/{id}", { params: { id: "other" }, headers: { "if-match": tag } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(204);
  });
});

describe("teams and areas in use", () => {
  it("are not deleted", async () => {
    await desk.put("areas", "mitte", { name: "Mitte" });
    await desk.agent("ben", { territories: { home: ["mitte"] } });
    for (const [route, id] of [
      ["teams", "sales"],
      ["areas", "mitte"],
    ] as const) {
      expect((await desk.call(`DELETE /v1/${route}/{id}`, { params: { id } })).status).toBe(409);
      expect((await desk.call(`DELETE /v1/${route}/{id}`, { params: { id: "other" } })).status).toBe(404);
    }
    await desk.put("teams", "other", { name: "Other" });
    expect((await desk.call("DELETE /v1/teams/{id}", { params: { id: "other" } })).status).toBe(204);
  });
});
