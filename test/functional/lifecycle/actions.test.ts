import { describe, expect, test } from "vitest";
import { day, hour, minute, noAnswer, openDesk, reached, won } from "./lead-desk.ts";

const poolOnly = { rules: [], fallback: { type: "pool" } };

describe("Idempotency-Key", () => {
  test("same key, same body: the same lead, one event", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    const first = await desk.act("anna", leadId, "contact", reached, "k-1");
    const second = await desk.act("anna", leadId, "contact", reached, "k-1");
    expect(second).toEqual(first);
    expect((await desk.history(leadId)).filter((type) => type === "lead.contacted")).toHaveLength(1);
  });
  test("same key, other body or action: 422", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", reached, "k-1");
    for (const [action, body] of [
      ["contact", noAnswer],
      ["qualify", reached],
    ] as const) {
      const answer = await desk.act("anna", leadId, action, action === "qualify" ? {} : body, "k-1");
      expect(answer).toMatchObject({ status: 422, body: { type: expect.stringContaining("idempotency-key-reused") } });
    }
  });
  test("is one person's own, and forgotten after a day", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", reached, "k-1");
    expect((await desk.act("lena", leadId, "contact", noAnswer, "k-1")).status).toBe(200);
    await desk.pass(day + minute);
    expect((await desk.act("anna", leadId, "contact", noAnswer, "k-1")).status).toBe(200);
  });
  test("ten at once: one event, equal answers", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.act("anna", leadId, "contact", reached, "k-1")),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await desk.history(leadId)).filter((type) => type === "lead.contacted")).toHaveLength(1);
  });
  test("that cannot be read: 400", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    expect((await desk.act("anna", leadId, "accept", {}, "x".repeat(300))).status).toBe(400);
  });
});

describe("wrong requests", () => {
  test.each([
    ["contact", { channel: "pigeon", outcome: "reached" }, "/channel"],
    ["contact", { ...reached, mood: "good" }, "/mood"],
    ["convert", {}, "/value"],
    ["feedback", { rating: 6 }, "/rating"],
    ["appointment", { at: "tomorrow" }, "/at"],
    ["lose", { reason: " " }, "/reason"],
    ["engagement", {}, "/type"],
  ])("%s %j names %s", async (action, body, pointer) => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const answer = await desk.act("anna", leadId, action, body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
  test("assigning to nobody known names the field", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const answer = await desk.act("lena", leadId, "assign", { agentId: "nobody", reason: "x" });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/agentId" }] } });
  });
  test("in the wrong status: 409 with the status", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    for (const [action, body] of [
      ["contact", reached],
      ["convert", won],
      ["qualify", {}],
    ] as const) {
      const answer = await desk.act("anna", leadId, action, body);
      expect(answer).toMatchObject({ status: 409, body: { currentStatus: "offered" } });
      expect(answer.body).toMatchObject({ type: expect.stringMatching(/\/wrong-state$/) });
    }
  });
});

describe("who may act (03-api)", () => {
  test("leaders log for their agents; a stranger finds nothing; finance may look only", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    expect((await desk.act("ben", leadId, "contact", reached)).status).toBe(404);
    expect((await desk.act("finn", leadId, "contact", reached)).status).toBe(403);
    expect((await desk.act("lena", leadId, "contact", reached)).status).toBe(200);
    expect((await desk.state(leadId)).ownerId).toBe("anna");
  });
  test("agents do not assign or erase, and only ISAs hand over", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    expect((await desk.act("anna", leadId, "assign", { agentId: "ben", reason: "x" })).status).toBe(403);
    expect((await desk.ask("anna", "DELETE", `/v1/leads/${leadId}`)).status).toBe(403);
    expect((await desk.act("anna", leadId, "handover", { to: "ben" })).status).toBe(403);
  });
});

describe("a leader's assignment (D7)", () => {
  test("fills an agent beyond capacity, and the history says so", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.agent("cem", { capacity: 0 });
    expect((await desk.act("lena", leadId, "assign", { agentId: "cem", reason: "knows the street" })).status).toBe(200);
    const { body } = await desk.ask("lena", "GET", `/v1/leads/${leadId}/history`);
    expect(body).toMatchObject({
      items: [
        {},
        {},
        { type: "lead.reassigned", reason: "knows the street", outcome: "override:capacity", actor: "agent:lena" },
      ],
    });
  });
  test("not to somebody inactive", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.agent("cem", { status: "inactive" });
    const answer = await desk.act("lena", leadId, "assign", { agentId: "cem", reason: "x" });
    expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining("agent-unavailable") } });
    const german = await desk.world.ask("POST", `/v1/leads/${leadId}/assign`, {
      as: { person: "lena", groups: ["leader"] },
      body: { agentId: "cem", reason: "x" },
      headers: { "accept-language": "de" },
    });
    expect(german.body).toMatchObject({
      title: "Diese Person kann den Lead nicht übernehmen",
      detail: "cem kann den Lead gerade nicht übernehmen (nicht mehr aktiv).",
    });
    await desk.check();
  });
});

describe("claiming (C9)", () => {
  test("needs room", async () => {
    const desk = await openDesk(poolOnly);
    const leadId = await desk.lead();
    await desk.agent("anna", { capacity: 0 });
    expect(await desk.act("anna", leadId, "claim")).toMatchObject({ status: 409 });
    expect((await desk.state(leadId)).status).toBe("pooled");
    await desk.check();
  });
  test("shows in the pool what helps to choose, without the person", async () => {
    const desk = await openDesk(poolOnly);
    const leadId = await desk.lead({ interest: "buyer", city: "Berlin", phone: "+4930123456", message: "call me" });
    const { body } = await desk.ask("anna", "GET", "/v1/pool");
    expect(body).toMatchObject({
      items: [{ leadId, firstName: "Erika", lastName: "M.", interest: "buyer", city: "Berlin", status: "pooled" }],
      quotas: { open: 0, capacity: 15, remaining: 15 },
    });
    expect(JSON.stringify(body)).not.toMatch(/Mustermann|example\.com|\+49|call me/);
    await desk.act("anna", leadId, "claim");
    expect((await desk.ask("anna", "GET", "/v1/pool")).body).toMatchObject({ items: [], quotas: { open: 1 } });
  });
});

describe("an ISA (C6)", () => {
  const nurture = { scoring: { base: 10, handoverAt: 60 } };
  test("qualifies a nurture lead and hands it over by the rules, never to another ISA", async () => {
    const desk = await openDesk(nurture);
    const leadId = await desk.lead();
    expect((await desk.state(leadId)).status).toBe("nurture");
    expect((await desk.act("anna", leadId, "qualify")).status).toBe(404);
    const checklist = { incomeVerified: true, preApproval: true, timeFrame: "3m", areas: "Mitte" };
    expect(await desk.act("ida", leadId, "qualify", { checklist })).toMatchObject({
      status: 200,
      body: { status: "qualified", ownerId: "ida", checklist },
    });
    await desk.check();
    expect((await desk.act("ida", leadId, "handover")).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", tried: ["ida"] });
    expect((await desk.ask("ida", "GET", `/v1/leads/${leadId}`)).status).toBe(404);
    expect(await desk.history(leadId)).toContain("lead.campaignStop");
    await desk.check();
  });
  test("hands over by name, without asking, if that agent has room", async () => {
    const desk = await openDesk(nurture);
    const leadId = await desk.lead();
    const checklist = { incomeVerified: true, preApproval: true, timeFrame: "3m", areas: "Mitte" };
    await desk.act("ida", leadId, "qualify", { checklist });
    await desk.agent("ben", { capacity: 0 });
    expect((await desk.act("ida", leadId, "handover", { to: "ben" })).status).toBe(409);
    expect((await desk.act("ida", leadId, "handover", { to: "cem" })).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "cem" });
    await desk.check();
  });
});

describe("engagement (B3)", () => {
  const rules = [
    { when: { field: "engagement", op: "contains", value: "visited" }, points: 55, why: "visited a property" },
  ];
  test("lifts a nurture lead over the threshold: it is offered, explained and campaigns stop", async () => {
    const desk = await openDesk({ scoring: { base: 10, rules, handoverAt: 60, hot: 65, warm: 20 } });
    const leadId = await desk.lead({ temperature: undefined });
    expect(await desk.state(leadId)).toMatchObject({ status: "nurture", score: 10, temperature: "cold" });
    expect((await desk.act("marta", leadId, "engagement", { type: "opened" })).status).toBe(200);
    expect((await desk.state(leadId)).status).toBe("nurture");
    await desk.act("marta", leadId, "engagement", { type: "visited", detail: "exposé 7" });
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", score: 65, temperature: "hot" });
    expect((await desk.history(leadId)).slice(-5)).toEqual([
      ...["lead.engaged", "lead.scored", "lead.handedOver", "lead.offered", "lead.campaignStop"],
    ]);
    const seen = await desk.ask("mia", "GET", `/v1/leads/${leadId}`);
    expect(seen.body).toMatchObject({ scoreParts: [{ points: 10 }, { points: 55, why: "visited a property" }] });
    await desk.check();
  });
});

describe("facts found later", () => {
  test("are standardised, added, and known to have been", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const path = `/v1/leads/${leadId}`;
    expect((await desk.ask("anna", "PATCH", path, { phone: "030 901820" })).status).toBe(403);
    await desk.act("anna", leadId, "accept");
    const answer = await desk.ask("anna", "PATCH", path, {
      phone: "030 901820",
      timeline: "3m",
      custom: { garden: true },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { phone: "+4930901820", timeline: "3m", custom: { garden: true }, firstName: "Erika" },
    });
    expect((await desk.ask("anna", "PATCH", path, { phone: "12" })).body).toMatchObject({
      errors: [{ pointer: "/phone" }],
    });
    expect((await desk.ask("anna", "PATCH", path, {})).status).toBe(422);
    expect((await desk.ask("anna", "PATCH", path, { leadId })).status).toBe(422);
    await desk.world.settle();
    expect((await desk.history(leadId)).at(-1)).toBe("lead.updated");
  });
  test("a note goes to the people who work on the lead, not into the history", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", { ...reached, note: "prefers mornings" });
    await desk.act("anna", leadId, "feedback", { rating: 4, comment: "serious buyer" });
    const { body } = await desk.ask("anna", "GET", `/v1/leads/${leadId}`);
    expect(body).toMatchObject({ notes: [{ by: "anna", text: "prefers mornings" }, { text: "serious buyer" }] });
    const history = await desk.ask("anna", "GET", `/v1/leads/${leadId}/history`);
    expect(JSON.stringify(history.body)).not.toMatch(/mornings|serious/);
  });
});

describe("erasing and exporting (H4)", () => {
  test("everything about the person goes; what happened stays", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead({ phone: "+4930901820", message: "my dog is called Waldi" });
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", { ...reached, note: "prefers mornings" });
    const exported = await desk.ask("mia", "GET", `/v1/leads/${leadId}/export`);
    expect(JSON.stringify(exported.body)).toMatch(/Waldi.*mornings/s);
    expect((await desk.ask("mia", "DELETE", `/v1/leads/${leadId}`)).status).toBe(200);
    await desk.world.settle();
    const after = await desk.ask("mia", "GET", `/v1/leads/${leadId}/export`);
    expect(JSON.stringify(after.body)).not.toMatch(/Erika|Mustermann|example\.com|\+49|Waldi|mornings/);
    expect(after.body).toMatchObject({ lead: { status: "erased" } });
    expect((await desk.history(leadId)).at(-1)).toBe("lead.erased");
    expect((await desk.ask("mia", "DELETE", `/v1/leads/${leadId}`)).status).toBe(200);
    expect(await desk.executions(leadId)).toMatchObject([{ status: "SUCCEEDED" }]);
    await desk.check();
  });
});

test("after a claim the execution begins at the contact; closing it ends the execution", async () => {
  const desk = await openDesk(poolOnly);
  const leadId = await desk.lead();
  expect(await desk.executions(leadId)).toEqual([]);
  await desk.act("anna", leadId, "claim");
  expect(await desk.executions(leadId)).toMatchObject([{ status: "RUNNING", currentState: "AwaitFirstContact" }]);
  await desk.pass(hour / 60);
  await desk.act("anna", leadId, "lose", { reason: "bought elsewhere" });
  expect(await desk.executions(leadId)).toMatchObject([{ status: "SUCCEEDED" }]);
  await desk.check();
});
