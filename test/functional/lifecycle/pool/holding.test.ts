import { describe, expect, test } from "vitest";
import { type LeadDesk, minute, openDesk, reached } from "../lead-desk.ts";

const second = 1000;
/** Posted to be picked, for everybody or those of `method`. */
const pickable = (method: object = {}, cherryPick: object = {}) => ({
  cherryPick,
  rules: [{ id: "pick", method: { type: "cherryPick", ...method } }],
});
const problem = (reason: string) => ({ status: 409, body: { type: expect.stringMatching(/guard-rail$/), reason } });

async function transitions(desk: LeadDesk, leadId: string): Promise<number> {
  return (await desk.executions(leadId)).reduce((sum, { billedTransitions }) => sum + billedTransitions, 0);
}

describe("a lead whose details are open (E2)", () => {
  test("is held for three minutes: its agent sees more, but no way to reach the person; others are told until when", async () => {
    const desk = await openDesk(pickable());
    const leadId = await desk.lead({
      phone: "+4930230125900",
      jobTitle: "Head of Sales",
      company: { name: "Muster GmbH", size: 120, domain: "muster.example" },
      message: "Please call me on 030 230125900",
    });
    const until = new Date(desk.world.now() + 3 * minute).toISOString();
    const opened = await desk.act("anna", leadId, "open");
    expect(opened).toMatchObject({
      status: 200,
      body: { status: "held", jobTitle: "Head of Sales", company: { name: "Muster GmbH" }, deadlines: { hold: until } },
    });
    expect(JSON.stringify(opened.body)).not.toMatch(/230125900|p1@example|muster\.example/);
    for (const action of ["open", "claim"]) {
      expect(await desk.act("ben", leadId, action)).toMatchObject({ ...problem("held"), body: { until } });
    }
    expect(JSON.stringify((await desk.ask("ben", "GET", `/v1/leads/${leadId}`)).body)).not.toMatch(/Head of Sales/);
    expect(await desk.executions(leadId)).toMatchObject([{ status: "RUNNING", currentState: "AwaitClaim" }]);
    await desk.check();
    expect(await desk.act("anna", leadId, "claim")).toMatchObject({ status: 200, body: { phone: "+4930230125900" } });
    await desk.world.settle();
    expect(await desk.history(leadId)).toEqual(["lead.received", "lead.pooled", "lead.opened", "lead.claimed"]);
    await desk.check();
  });

  test("goes back to its place by itself; the agent cools down for half a minute", async () => {
    const desk = await openDesk(pickable({ claimWithin: "PT1H", recycleAfter: "P2D" }));
    const leadId = await desk.lead();
    const before = await desk.state(leadId);
    await desk.act("anna", leadId, "open");
    await desk.pass(3 * minute + second);
    const after = await desk.state(leadId);
    expect(after).toMatchObject({ status: "pooled", deadlines: before.deadlines, posted: before.posted });
    expect([after.since, after.cycle, after.held]).toEqual([before.since, before.cycle, undefined]);
    expect(await desk.history(leadId)).toEqual(["lead.received", "lead.pooled", "lead.opened", "lead.holdExpired"]);
    expect(await desk.executions(leadId)).toMatchObject([{ status: "RUNNING", currentState: "AwaitClaim" }]);
    expect(await desk.act("anna", leadId, "open")).toMatchObject(problem("cooldown"));
    await desk.check();
    await desk.pass(30 * second);
    expect((await desk.act("anna", leadId, "open")).status).toBe(200);
    await desk.check();
  });

  test("that lay in the pool without a timer has one only while it is open", async () => {
    const desk = await openDesk(pickable());
    const leadId = await desk.lead();
    expect(await desk.executions(leadId)).toEqual([]);
    for (const person of ["anna", "ben"] as const) {
      await desk.act(person, leadId, "open");
      await desk.check();
      await desk.pass(4 * minute);
      await desk.check();
    }
    const executions = await desk.executions(leadId);
    expect(executions.map(({ name, status }) => [name.slice(leadId.length), status])).toEqual([
      ["-1", "SUCCEEDED"],
      ["-2", "SUCCEEDED"],
    ]);
    // Start, the wait that is stale from the start, the window, the task at its end, closed.
    expect(await transitions(desk, leadId)).toBe(2 * 5);
  });

  test("and claimed costs as many transitions as an accepted one, and two more for the window", async () => {
    const desk = await openDesk(pickable());
    const leadId = await desk.lead({ temperature: "warm" });
    await desk.act("anna", leadId, "open");
    await desk.act("anna", leadId, "claim");
    await desk.act("anna", leadId, "contact", reached);
    await desk.act("anna", leadId, "lose", { reason: "bought elsewhere" });
    expect(await transitions(desk, leadId)).toBe(5);
    const other = await desk.lead({ temperature: "warm" });
    await desk.act("ben", other, "claim");
    await desk.act("ben", other, "contact", reached);
    await desk.act("ben", other, "lose", { reason: "bought elsewhere" });
    expect(await transitions(desk, other)).toBe(4);
    await desk.check();
  });

  test("is one at a time: opening another gives the first back, without a cool-down", async () => {
    const desk = await openDesk(pickable());
    const [first, second] = [await desk.lead(), await desk.lead()];
    await desk.act("anna", first, "open");
    expect((await desk.act("anna", second, "open")).status).toBe(200);
    expect([(await desk.state(first)).status, (await desk.state(second)).status]).toEqual(["pooled", "held"]);
    expect((await desk.history(first)).at(-1)).toBe("lead.holdExpired");
    expect((await desk.act("ben", first, "claim")).status).toBe(200);
    expect((await desk.act("anna", second, "claim")).status).toBe(200);
    await desk.check();
  });

  test("opened twice at once by one agent is one of them", async () => {
    const desk = await openDesk(pickable());
    const leadIds = [await desk.lead(), await desk.lead(), await desk.lead()];
    await Promise.all(leadIds.map((leadId) => desk.act("anna", leadId, "open")));
    const states = await Promise.all(leadIds.map((leadId) => desk.state(leadId)));
    expect(states.filter(({ status }) => status === "held")).toHaveLength(1);
    await desk.check();
  });

  test("is nobody else's before its end, and anybody's after it, whether the timer has fired or not", async () => {
    const desk = await openDesk(pickable());
    const leadId = await desk.lead();
    await Promise.all([desk.act("anna", leadId, "open"), desk.act("ben", leadId, "open")]);
    const holder = (await desk.state(leadId)).held?.agentId === "anna" ? "anna" : "ben";
    const other = holder === "anna" ? "ben" : "anna";
    await desk.act(holder, leadId, "open");
    expect((await desk.state(leadId)).version).toBe(3);
    await desk.pass(3 * minute - second);
    expect(await desk.act(other, leadId, "claim")).toMatchObject(problem("held"));
    await desk.pass(2 * second);
    expect((await desk.act(other, leadId, "claim")).status).toBe(200);
    await desk.check();
  });

  test("belongs to those of its group only; a leader may still give it to somebody", async () => {
    const desk = await openDesk(pickable({ pool: { agents: ["anna", "ben"] } }));
    const leadId = await desk.lead();
    expect((await desk.act("cem", leadId, "open")).status).toBe(404);
    await desk.act("anna", leadId, "open");
    expect((await desk.act("cem", leadId, "open")).status).toBe(404);
    await desk.act("lena", leadId, "assign", { agentId: "cem", reason: "knows the street" });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "cem" });
    expect((await desk.state(leadId)).held).toBeUndefined();
    expect(await desk.act("anna", leadId, "claim")).toMatchObject({ status: 404 });
    await desk.check();
  });

  test("without windows nobody is kept off, and a lead that is not to be picked has none", async () => {
    const desk = await openDesk(pickable({}, { windows: false }));
    const leadId = await desk.lead();
    expect(await desk.act("anna", leadId, "open")).toMatchObject({ status: 200, body: { status: "pooled" } });
    expect((await desk.act("ben", leadId, "claim")).status).toBe(200);
    const plain = await openDesk({ rules: [{ id: "all", method: { type: "pool" } }] });
    expect(await plain.act("anna", await plain.lead(), "open")).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/not-to-pick$/) },
    });
  });
});
