import { describe, expect, test } from "vitest";
import { day, hour, minute, openDesk, reached, won } from "./lead-desk.ts";

describe("the good path (D1, D2, D5)", () => {
  test("accepted, contacted and won in time: one execution of at most five billed transitions", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "anna" } });
    expect(await desk.told(leadId, "anna")).toEqual(["offer"]);
    await desk.pass(minute);
    const accepted = await desk.act("anna", leadId, "accept");
    expect(accepted).toMatchObject({ status: 200, body: { leadId, status: "accepted", ownerId: "anna", version: 3 } });
    await desk.pass(5 * minute);
    await desk.act("anna", leadId, "contact", reached);
    await desk.pass(3 * day);
    expect((await desk.act("anna", leadId, "convert", won)).body).toMatchObject({ status: "converted" });
    await desk.pass(60 * day);
    const executions = await desk.executions(leadId);
    expect(executions).toMatchObject([{ name: `${leadId}-1`, status: "SUCCEEDED" }]);
    expect(executions[0]?.billedTransitions).toBeLessThanOrEqual(5);
    expect(await desk.history(leadId)).toEqual([
      "lead.received",
      "lead.offered",
      "lead.accepted",
      "lead.contacted",
      "lead.converted",
    ]);
    await desk.check();
  });
});

describe("nobody answers (D1)", () => {
  test("each offer lasts five minutes; the third that runs out puts a hot lead into the pool", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const seen: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) {
      const { offer } = await desk.state(leadId);
      seen.push(offer?.agentId);
      expect((offer?.expiresAt ?? 0) - (offer?.at ?? 0)).toBe(5 * minute);
      await desk.pass((offer?.expiresAt ?? 0) - 1 - desk.world.now());
      expect((await desk.state(leadId)).offer).toEqual(offer);
      await desk.pass(1000);
    }
    expect(new Set(seen)).toEqual(new Set(["anna", "ben", "cem"]));
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", reason: "timedOut", cycle: 2 });
    expect(await desk.history(leadId)).toEqual([
      "lead.received",
      "lead.offered",
      ...["lead.offerExpired", "lead.offered", "lead.offerExpired", "lead.offered"],
      ...["lead.offerExpired", "lead.pooled"],
    ]);
    const [execution] = await desk.executions(leadId);
    expect(execution).toMatchObject({ status: "SUCCEEDED" });
    await desk.check();
  });
  test("each later offer is one more transition", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.pass(10 * minute + 2000);
    const third = (await desk.state(leadId)).offer?.agentId;
    await desk.act(third as "cem", leadId, "accept");
    await desk.act(third as "cem", leadId, "contact", reached);
    await desk.act(third as "cem", leadId, "convert", won);
    expect((await desk.executions(leadId))[0]?.billedTransitions).toBeLessThanOrEqual(5 + 2);
    await desk.check();
  });
  test("or the manager gets it, as the plan says, without being asked", async () => {
    const desk = await openDesk({ offers: { max: 2, then: "manager", managerId: "mia" } });
    const leadId = await desk.lead();
    await desk.pass(10 * minute + 3000);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "mia", escalated: true, cycle: 1 });
    expect(await desk.told(leadId, "mia")).toEqual(["assigned"]);
    await desk.check();
  });
  test("a full manager is not filled beyond capacity: the pool has the lead", async () => {
    const desk = await openDesk({ offers: { max: 1, then: "manager", managerId: "mia" } });
    await desk.agent("mia", { capacity: 0 });
    const leadId = await desk.lead();
    await desk.pass(5 * minute + 2000);
    expect((await desk.state(leadId)).status).toBe("pooled");
    await desk.check();
  });
  test("in opening time the night does not count", async () => {
    // Monday 09:00 in Berlin; open on Tuesdays only.
    const desk = await openDesk({ businessHours: { tue: ["09:00-18:00"] }, sla: { clock: "businessHours" } });
    const leadId = await desk.lead();
    await desk.pass(24 * hour);
    expect((await desk.state(leadId)).offer?.agentId).toBe("anna");
    await desk.pass(5 * minute + 1000);
    expect((await desk.state(leadId)).tried).toEqual(["anna"]);
    await desk.check();
  });
});

describe("declining (D1)", () => {
  test("offers to the next at once, with a full new time to answer", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    await desk.pass(4 * minute);
    expect((await desk.act("anna", leadId, "decline", { reason: "no time" })).status).toBe(200);
    const next = await desk.state(leadId);
    expect(next.offer?.agentId).not.toBe("anna");
    await desk.pass(4 * minute);
    expect((await desk.state(leadId)).offer?.agentId).toBe(next.offer?.agentId);
    await desk.pass(minute + 1000);
    expect((await desk.state(leadId)).tried).toEqual(["anna", next.offer?.agentId]);
    await desk.check();
  });
  test("by everybody ends in the pool; nobody is asked twice", async () => {
    const desk = await openDesk({ offers: { max: 10 } });
    const leadId = await desk.lead();
    for (let asked = 0; asked < 3; asked++) {
      const { offer } = await desk.state(leadId);
      await desk.act(offer?.agentId as "anna", leadId, "decline", { reason: "no" });
    }
    const state = await desk.state(leadId);
    expect(state).toMatchObject({ status: "pooled", reason: "declined" });
    expect(new Set(state.tried)).toEqual(new Set(["anna", "ben", "cem"]));
    await desk.check();
  });
  test("needs a reason, and can be repeated", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    expect(await desk.act("anna", leadId, "decline")).toMatchObject({ status: 422 });
    await desk.act("anna", leadId, "decline", { reason: "no" });
    const { version } = await desk.state(leadId);
    expect((await desk.act("anna", leadId, "decline", { reason: "no" })).status).toBe(200);
    expect((await desk.state(leadId)).version).toBe(version);
  });
});

describe("answers that come too late or from the wrong one", () => {
  test("after the time is over, before the timer: 409 with the status", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const { offer } = await desk.state(leadId);
    await desk.pass((offer?.expiresAt ?? 0) - desk.world.now() - 1);
    expect((await desk.state(leadId)).offer?.agentId).toBe("anna");
    await desk.pass(6 * minute);
    const late = await desk.act("anna", leadId, "accept");
    expect(late).toMatchObject({ status: 409, body: { currentStatus: "offered", expired: true } });
    expect(late.body).toMatchObject({ type: expect.stringMatching(/\/wrong-state$/) });
  });
  test("a colleague's offer does not exist", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    for (const action of ["accept", "claim"]) {
      expect((await desk.act("ben", leadId, action)).status).toBe(404);
    }
    expect((await desk.act("anna", "ld_01JD0000000000000000000009", "accept")).status).toBe(404);
    expect((await desk.act("anna", "nonsense", "accept")).status).toBe(404);
  });
  test("accepting twice is one version", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead();
    const first = await desk.act("anna", leadId, "accept");
    const second = await desk.act("anna", leadId, "accept");
    expect(second).toEqual(first);
  });
});

describe("races", () => {
  test("accept, decline, assign and erase at once: every order leaves the lead whole", async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const desk = await openDesk({}, seed);
      const leadId = await desk.lead();
      const answers = await Promise.all([
        desk.act("anna", leadId, "accept"),
        desk.act("anna", leadId, "decline", { reason: "no" }),
        desk.act("lena", leadId, "assign", { agentId: "cem", reason: "knows the street" }),
        desk.act("anna", leadId, "accept"),
      ]);
      for (const { status } of answers) expect([200, 404, 409]).toContain(status);
      await desk.check();
    }
  });
  test("a lead that comes back to an agent before the consumer has seen it leave keeps its place there", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const desk = await openDesk({}, seed);
      const leadId = await desk.lead();
      const assign = (agentId: string) =>
        desk.ask("lena", "POST", `/v1/leads/${leadId}/assign`, { agentId, reason: "knows the street" });
      for (const agentId of ["ben", "cem", "ben"]) expect((await assign(agentId)).status).toBe(200);
      await desk.world.settle();
      expect((await desk.state(leadId)).ownerId).toBe("ben");
      await desk.check();
    }
  });
  test("two claims: one gets it, the other is told so", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const desk = await openDesk({ rules: [], fallback: { type: "pool" } }, seed);
      const leadId = await desk.lead();
      const answers = await Promise.all([desk.act("anna", leadId, "claim"), desk.act("ben", leadId, "claim")]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await desk.check();
    }
  });
});
