import { beforeEach, describe, expect, it } from "vitest";
import { hour, type LeadDesk, minute, openDesk } from "./lead-desk.ts";

let desk: LeadDesk;
let startedAt: number;

const toCem = { id: "cem", method: { type: "agent", agentId: "cem" } };

/** The next version of the plan: everything to Cem, with these blocks. */
async function change(blocks: object = {}, rules: readonly object[] = [toCem]): Promise<void> {
  const plan = { timezone: "Europe/Berlin", defaultCountry: "DE", rules, fallback: { type: "pool" }, ...blocks };
  const { status } = await desk.ask("root", "PUT", "/v1/plan", plan);
  expect(status).toBe(200);
  await desk.world.settle();
}

const quick = { acceptWithin: "PT1M", contactWithin: "PT2M", notifyLeaderAfter: "PT2M", reassignAfter: "PT4M" };
const slow = { acceptWithin: "PT1H", contactWithin: "PT2H", notifyLeaderAfter: "PT2H", reassignAfter: "PT4H" };

beforeEach(async () => {
  desk = await openDesk();
  startedAt = desk.world.now();
});

describe("a plan that changes while a lead is offered", () => {
  it("leaves the offer its deadline, shorter or longer, and counts from the acceptance on", async () => {
    const [first, second] = [await desk.lead(), await desk.lead()];
    await change({ sla: { hot: quick } });
    await desk.pass(4 * minute);
    expect(await desk.state(first)).toMatchObject({
      status: "offered",
      planVersion: 1,
      offer: { agentId: "anna", expiresAt: startedAt + 5 * minute },
    });
    expect((await desk.act("anna", first, "accept")).status).toBe(200);
    const acceptedAt = startedAt + 4 * minute;
    expect(await desk.state(first)).toMatchObject({
      planVersion: 2,
      deadlines: { contact: acceptedAt + 2 * minute, backup: acceptedAt + 4 * minute },
    });
    await change({ sla: { hot: slow } });
    await desk.pass(minute);
    expect((await desk.state(second)).offer?.agentId).not.toBe("ben");
    await desk.check();
  });

  it("offers again by the new plan when the old deadline has passed", async () => {
    const leadId = await desk.lead();
    await change({ sla: { hot: slow } });
    await desk.pass(5 * minute);
    expect(await desk.state(leadId)).toMatchObject({
      status: "offered",
      planVersion: 2,
      offer: { agentId: "cem", expiresAt: startedAt + 5 * minute + hour },
      offers: { since: startedAt, made: 2 },
    });
    expect(await desk.history(leadId)).toContain("lead.offerExpired");
    await desk.check();
  });

  it("and when it is declined; a rule that is gone is not missed", async () => {
    const leadId = await desk.lead();
    await change({}, []);
    await desk.act("anna", leadId, "decline", { reason: "busy" });
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", planVersion: 2 });
    await desk.check();
  });
});

describe("a plan that changes after a lead was accepted", () => {
  it("leaves escalation and backup where they were", async () => {
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "accept");
    await change({ sla: { hot: slow } });
    await desk.pass(15 * minute);
    expect(await desk.told(leadId, "lena")).toEqual(["waiting"]);
    await desk.pass(15 * minute);
    const state = await desk.state(leadId);
    expect(state).toMatchObject({ status: "accepted", escalated: true, planVersion: 2 });
    expect(state.ownerId).not.toBe("anna");
    // What the backup gets is a new assignment: by the new plan.
    expect(state.deadlines.contact).toBe(startedAt + 30 * minute + 2 * hour);
    await desk.check();
  });

  it("leaves the 72 hours, and distributes what is taken back by the new plan", async () => {
    const leadId = await desk.lead({ temperature: "cold" });
    await desk.act("anna", leadId, "accept");
    await change({ reclaim: { noContactAfter: "PT24H" } });
    await desk.pass(71 * hour);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna", planVersion: 1 });
    await desk.pass(hour);
    expect(await desk.state(leadId)).toMatchObject({
      status: "offered",
      offer: { agentId: "cem" },
      planVersion: 2,
      cycle: 2,
    });
    await desk.check();
  });
});

describe("a plan that changes while leads come in", () => {
  it("is never half in force: each lead is decided by one version from its score to its deadline", async () => {
    const version = (n: number) => ({
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      scoring: { base: n },
      sla: { hot: { acceptWithin: `PT${n}M`, contactWithin: "PT1H" } },
      rules: [{ id: `v${n}`, method: { type: "roundRobin" } }],
      fallback: { type: "pool" },
    });
    const leads: Promise<string>[] = [];
    for (let n = 2; n <= 7; n++) {
      for (let i = 0; i < 5; i++) leads.push(desk.lead({ email: `n${n}-${i}@example.com` }));
      leads.push(desk.ask("root", "PUT", "/v1/plan", version(n)).then(() => ""));
      // Some of the leads are half taken in when the next ones come.
      for (let turn = 0; turn < 25; turn++) await Promise.resolve();
    }
    const leadIds = (await Promise.all(leads)).filter((leadId) => leadId !== "");
    const seen = new Set<number>();
    for (const leadId of leadIds) {
      const body = await desk.world.ports.leads.body(leadId);
      const by = body?.decision?.planVersion ?? 0;
      seen.add(by);
      expect(body?.first.planVersion).toBe(by);
      if (by === 1) continue;
      expect(body).toMatchObject({ score: { total: by }, decision: { ruleId: `v${by}` } });
      expect(body?.first.deadlines.accept).toBe((body?.receivedAt ?? 0) + by * minute);
    }
    expect(seen.size).toBeGreaterThan(2);
  });
});
