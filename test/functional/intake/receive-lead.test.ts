import { expect, test } from "vitest";
import { addSource, answered, bodyOf, erika, heldBy, openDesk, person, post } from "./intake-desk.ts";

test("a lead is standardised, scored, offered and answered in full", async () => {
  const ports = await openDesk({
    plan: {
      scoring: { rules: [{ when: { field: "interest", op: "eq", value: "seller" }, points: 30, why: "sells" }] },
    },
    source: { price: { amount: 25, currency: "EUR" } },
  });
  const answer = await answered(post(ports, { ...erika, interest: "Verkauf", postalCode: "01067" }));
  expect(answer).toMatchObject({
    verdict: "accepted",
    status: "offered",
    score: 80,
    temperature: "hot",
    price: { amount: 25, currency: "EUR" },
    offer: { agentId: "anna", expiresAt: new Date(ports.clock.now() + 5 * 60_000).toISOString() },
    decision: { ruleId: "all", chosen: ["anna"], summary: expect.stringContaining("anna") },
  });
  expect(await bodyOf(ports, answer.leadId)).toMatchObject({
    facts: { phone: "+491713920012", interest: "seller", postalCode: "01067" },
    score: {
      parts: [
        { points: 50, why: "base" },
        { points: 30, why: "sells" },
      ],
    },
  });
  expect(await ports.leads.state(answer.leadId)).toMatchObject({ status: "offered", version: 2 });
  expect(await heldBy(ports)).toEqual({ anna: [answer.leadId] });
});

test("a verdict source does not learn who got the lead", async () => {
  const ports = await openDesk({ source: { answer: "verdict" } });
  const answer = await answered(post(ports, erika));
  expect(Object.keys(answer).sort()).toEqual(["leadId", "score", "status", "temperature", "verdict"]);
});

test("a known person inside the window is a duplicate, linked to the first lead; the rotation does not move", async () => {
  const ports = await openDesk();
  await addSource(ports, "website");
  const first = await answered(post(ports, erika));
  const byPhone = await answered(
    post(ports, { phone: "+49 171 3920012", email: "other@example.com" }, { sourceId: "website" }),
  );
  const byOther = await answered(post(ports, { email: "OTHER@example.com" }));
  for (const again of [byPhone, byOther]) {
    expect(again).toMatchObject({
      verdict: "duplicate",
      status: "duplicate",
      duplicateOf: first.leadId,
      ownerId: "anna",
    });
    expect((await ports.leads.state(again.leadId))?.events).toMatchObject([
      { type: "lead.received" },
      { type: "lead.duplicate", leadId: first.leadId, agentId: "anna" },
    ]);
  }
  expect((await answered(post(ports, person(1)))).offer?.agentId).toBe("ben");
});

test("a known person outside the window is a new lead for the owner; the rotation does not move", async () => {
  const ports = await openDesk();
  const first = await answered(post(ports, erika));
  const state = await ports.leads.state(first.leadId);
  if (!state) throw new Error("no state");
  const { offer, ...rest } = state;
  const owned = {
    ...rest,
    status: "accepted",
    ownerId: "anna",
    assignedAt: state.since,
    version: 3,
    commitId: "c",
  } as const;
  await ports.leads.commit(state.version, owned);
  ports.clock.advance(91 * 86_400_000);
  const second = await answered(post(ports, erika));
  expect(second).toMatchObject({ verdict: "accepted", offer: { agentId: "anna" } });
  expect(second.decision?.ticket).toBeUndefined();
  expect((await answered(post(ports, person(1)))).offer?.agentId).toBe("ben");
});

test("after the resting period the person belongs to nobody", async () => {
  const ports = await openDesk({ plan: { continuity: { restingPeriod: "P30D" } } });
  const first = await answered(post(ports, erika));
  const state = await ports.leads.state(first.leadId);
  if (!state) throw new Error("no state");
  await ports.leads.commit(state.version, { ...state, status: "lost", ownerId: "anna", version: 3, commitId: "c" });
  ports.clock.advance(91 * 86_400_000);
  expect((await answered(post(ports, erika))).offer?.agentId).toBe("ben");
});

test("a lead of a known company goes to the agent who has the company", async () => {
  const ports = await openDesk({ plan: { continuity: { account: true } } });
  const first = await answered(post(ports, { ...person(1), company: { domain: "https://www.Acme.example/team" } }));
  const state = await ports.leads.state(first.leadId);
  if (!state) throw new Error("no state");
  await ports.leads.commit(state.version, { ...state, status: "accepted", ownerId: "anna", version: 3, commitId: "c" });
  const subsidiary = await answered(
    post(ports, { ...person(2), company: { domain: "sub.example", parent: "acme.example" } }),
  );
  expect(subsidiary.offer?.agentId).toBe("anna");
  expect((await answered(post(ports, person(3)))).offer?.agentId).toBe("ben");
});

test("an outbound lead stays with whoever made the first contact", async () => {
  const ports = await openDesk();
  const answer = await answered(post(ports, { ...erika, channel: "outbound", firstContactBy: "cem" }));
  expect(answer).toMatchObject({ verdict: "accepted", status: "accepted", ownerId: "cem" });
  expect(answer.offer).toBeUndefined();
  expect(await ports.leads.state(answer.leadId)).toMatchObject({
    ownerId: "cem",
    deadlines: { contact: expect.any(Number) },
  });
  expect(await heldBy(ports)).toEqual({ cem: [answer.leadId] });
});

test("a test lead touches neither marks nor rotation", async () => {
  const ports = await openDesk();
  const tried = await post(ports, { ...erika, test: true });
  expect(tried).toMatchObject({ answer: { verdict: "test", status: "test" } });
  expect((await answered(post(ports, erika))).verdict).toBe("accepted");
});

test("a robot's lead is kept 30 days and marks nobody", async () => {
  const ports = await openDesk();
  const answer = await answered(post(ports, { ...erika, firstName: "Win http://spam.example" }));
  expect(answer).toMatchObject({ verdict: "rejected", reason: "spam", status: "rejected" });
  const days = ((await bodyOf(ports, answer.leadId)).expiresAt ?? 0) / 86_400 - ports.clock.now() / 86_400_000;
  expect(days).toBeCloseTo(30);
  expect((await answered(post(ports, erika))).verdict).toBe("accepted");
});

test("over the day's cap a source's lead is rejected, until the tenant's midnight; duplicates do not count", async () => {
  const ports = await openDesk({ source: { dailyCap: 2 } });
  await answered(post(ports, person(1)));
  expect((await answered(post(ports, person(1)))).verdict).toBe("duplicate");
  await answered(post(ports, person(2)));
  const over = await answered(post(ports, person(3)));
  expect(over).toMatchObject({ verdict: "rejected", reason: "cap" });
  expect(over.price).toBeUndefined();
  await addSource(ports, "website");
  expect((await answered(post(ports, person(3), { sourceId: "website" }))).verdict).toBe("accepted");
  ports.clock.set(Date.parse("2026-11-23T22:59:59Z"));
  expect((await answered(post(ports, person(4)))).verdict).toBe("rejected");
  ports.clock.set(Date.parse("2026-11-23T23:00:01Z"));
  expect((await answered(post(ports, person(4)))).verdict).toBe("accepted");
});

test("a source over its rate is told when to come again", async () => {
  const ports = await openDesk({ source: { rateLimit: 1 } });
  ports.clock.set(Date.parse("2026-11-23T09:00:20Z"));
  await answered(post(ports, person(1)));
  expect(await post(ports, person(2))).toEqual({ outcome: "tooMany", limit: 1, retryAfterSeconds: 40 });
  ports.clock.advance(40_000);
  await answered(post(ports, person(2)));
});

test("below the handover threshold a lead stays with marketing", async () => {
  const ports = await openDesk({ plan: { scoring: { base: 10, handoverAt: 40 } } });
  const answer = await answered(post(ports, erika));
  expect(answer).toMatchObject({ verdict: "accepted", status: "nurture", decision: { outcome: "nurture" } });
  expect(answer.decision?.summary).toMatch(/too few points/);
});

test("without a plan a lead waits, and nothing is lost", async () => {
  const ports = await openDesk({ plan: null, source: { country: "DE" } });
  expect(await answered(post(ports, erika))).toMatchObject({ verdict: "queued", status: "queued", reason: "noPlan" });
});

test("with nobody to take it a lead is queued and accepted", async () => {
  const ports = await openDesk({ agents: [], plan: { fallback: { type: "roundRobin" } } });
  expect(await answered(post(ports, erika))).toMatchObject({ verdict: "accepted", status: "queued" });
});

test.each([
  [{ firstName: "Erika" }, "misfit"],
  [{ ...erika, colour: "red" }, "misfit"],
  [{ ...erika, budget: "much" }, "misfit"],
  ["text", "misfit"],
  [{ phone: "12" }, "invalid"],
  [{ email: "erika@" }, "invalid"],
])("%j is refused as %s before anything is written", async (json, outcome) => {
  const ports = await openDesk();
  expect((await post(ports, json)).outcome).toBe(outcome);
  expect(ports.commits).toHaveLength(0);
});

test("the source's defaults fill what the sender left out", async () => {
  const ports = await openDesk({ source: { defaults: { interest: "seller", "company.industry": "IT", portal: "x" } } });
  const { leadId } = await answered(post(ports, { ...erika, interest: "buyer" }));
  expect((await bodyOf(ports, leadId)).facts).toMatchObject({
    interest: "buyer",
    company: { industry: "software" },
    custom: { portal: "x" },
  });
});

test("the sender's temperature wins over the source's, that over the score", async () => {
  const ports = await openDesk({ source: { quality: "cold" }, plan: { scoring: { base: 90 } } });
  expect((await answered(post(ports, person(1)))).temperature).toBe("cold");
  expect((await answered(post(ports, { ...person(2), temperature: "warm" }))).temperature).toBe("warm");
});
