import { describe, expect, test } from "vitest";
import { day, hour, type LeadDesk, minute, noAnswer, openDesk, reached } from "./lead-desk.ts";

async function ownedByAnna(temperature: "hot" | "warm" | "cold" = "warm"): Promise<{ desk: LeadDesk; leadId: string }> {
  const desk = await openDesk();
  const leadId = await desk.lead({ temperature });
  await desk.act("anna", leadId, "accept");
  return { desk, leadId };
}

const owner = async (desk: LeadDesk, leadId: string) => (await desk.state(leadId)).ownerId;

/** Passes time until just before and just after an instant, and answers whether anna had the lead then. */
async function aroundReclaim(desk: LeadDesk, leadId: string, instant: number): Promise<readonly boolean[]> {
  await desk.pass(instant - 1000 - desk.world.now());
  const before = (await owner(desk, leadId)) === "anna";
  await desk.pass(2500);
  return [before, (await owner(desk, leadId)) === "anna"];
}

describe("without contact (D3)", () => {
  test("one attempt: 72 hours after it", async () => {
    const { desk, leadId } = await ownedByAnna();
    await desk.pass(30 * hour);
    const attempt = desk.world.now();
    await desk.act("anna", leadId, "contact", noAnswer);
    expect(await aroundReclaim(desk, leadId, attempt + 72 * hour)).toEqual([true, false]);
    await desk.check();
  });
  test("two attempts: five days after the first", async () => {
    const { desk, leadId } = await ownedByAnna();
    const first = desk.world.now();
    await desk.act("anna", leadId, "contact", noAnswer);
    await desk.pass(day);
    await desk.act("anna", leadId, "contact", { channel: "sms", outcome: "leftMessage" });
    expect(await aroundReclaim(desk, leadId, first + 5 * day)).toEqual([true, false]);
    await desk.check();
  });
  test("an attempt on the last day gives that day", async () => {
    const { desk, leadId } = await ownedByAnna();
    await desk.act("anna", leadId, "contact", noAnswer);
    await desk.pass(2 * day);
    await desk.act("anna", leadId, "contact", noAnswer);
    await desk.pass(2.5 * day);
    const last = desk.world.now();
    await desk.act("anna", leadId, "contact", noAnswer);
    expect(await aroundReclaim(desk, leadId, last + day)).toEqual([true, false]);
    await desk.check();
  });
});

describe("with contact (D3)", () => {
  test("14 days without progress", async () => {
    const { desk, leadId } = await ownedByAnna();
    const contact = desk.world.now();
    await desk.act("anna", leadId, "contact", reached);
    expect(await aroundReclaim(desk, leadId, contact + 14 * day)).toEqual([true, false]);
    expect(await desk.told(leadId, "anna")).toEqual(["offer", "takenBack"]);
    await desk.check();
  });
  test("progress restarts the 14 days, an attempt does not; it costs no transition", async () => {
    const { desk, leadId } = await ownedByAnna();
    await desk.act("anna", leadId, "contact", reached);
    const before = (await desk.executions(leadId))[0]?.billedTransitions;
    await desk.pass(10 * day);
    const progress = desk.world.now();
    await desk.act("anna", leadId, "qualify", { checklist: { incomeVerified: true, preApproval: false } });
    await desk.pass(3 * day);
    await desk.act("anna", leadId, "contact", noAnswer);
    expect((await desk.executions(leadId))[0]?.billedTransitions).toBe(before);
    expect(await aroundReclaim(desk, leadId, progress + 14 * day)).toEqual([true, false]);
    await desk.check();
  });
  test.each([
    ["hot", 30],
    ["warm", 45],
    ["cold", 60],
  ] as const)("a %s lead's ownership ends after %i days, whatever was logged", async (temperature, days) => {
    const { desk, leadId } = await ownedByAnna(temperature);
    const assigned = desk.world.now();
    await desk.act("anna", leadId, "contact", reached);
    for (let passed = 0; passed + 10 < days; passed += 10) {
      await desk.pass(10 * day);
      await desk.act("anna", leadId, "contact", reached);
    }
    expect(await aroundReclaim(desk, leadId, assigned + days * day)).toEqual([true, false]);
    await desk.check();
  });
  test("an appointment ahead holds the lead until then", async () => {
    const { desk, leadId } = await ownedByAnna("hot");
    await desk.act("anna", leadId, "contact", reached);
    const meeting = desk.world.now() + 40 * day;
    await desk.act("anna", leadId, "appointment", { at: new Date(meeting).toISOString() });
    expect(await aroundReclaim(desk, leadId, meeting)).toEqual([true, false]);
    await desk.check();
  });
  test("one that is moved forward does not", async () => {
    const { desk, leadId } = await ownedByAnna("hot");
    const assigned = desk.world.now();
    await desk.act("anna", leadId, "contact", reached);
    for (const inDays of [40, 3]) {
      const at = new Date(desk.world.now() + inDays * day).toISOString();
      expect((await desk.act("anna", leadId, "appointment", { at })).status).toBe(200);
    }
    for (const _ of [1, 2]) {
      await desk.pass(12 * day);
      await desk.act("anna", leadId, "contact", reached);
    }
    expect(await aroundReclaim(desk, leadId, assigned + 30 * day)).toEqual([true, false]);
    await desk.check();
  });
});

describe("after taking back", () => {
  test("the past owner is not asked, keeps no place, and the lead no longer exists for them", async () => {
    const { desk, leadId } = await ownedByAnna();
    await desk.pass(72 * hour + 1000);
    const { offer, cycle } = await desk.state(leadId);
    expect(offer?.agentId).not.toBe("anna");
    expect(cycle).toBe(2);
    expect((await desk.ask("anna", "GET", `/v1/leads/${leadId}`)).status).toBe(404);
    expect(await desk.executions(leadId)).toMatchObject([{ status: "SUCCEEDED" }, { status: "RUNNING" }]);
    await desk.check();
  });
  test("cycles go on until nobody is left, then the pool has it", async () => {
    const { desk, leadId } = await ownedByAnna();
    for (const _ of ["second", "third"]) {
      await desk.pass(72 * hour + 2000);
      const { offer } = await desk.state(leadId);
      await desk.act(offer?.agentId === "ben" ? "ben" : "cem", leadId, "accept");
    }
    await desk.pass(72 * hour + 2000);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", cycle: 4 });
    expect((await desk.executions(leadId)).every(({ status }) => status === "SUCCEEDED")).toBe(true);
    await desk.check();
  });
  test("a claim from the pool starts a new execution, straight at the contact", async () => {
    const { desk, leadId } = await ownedByAnna("hot");
    for (const agentId of ["ben", "cem", "lena"] as const) await desk.agent(agentId, { capacity: 0 });
    await desk.pass(73 * hour);
    await desk.agent("cem", {});
    expect((await desk.state(leadId)).status).toBe("pooled");
    expect((await desk.act("cem", leadId, "claim")).status).toBe(200);
    expect((await desk.executions(leadId)).at(-1)).toMatchObject({
      status: "RUNNING",
      currentState: "AwaitFirstContact",
    });
    await desk.pass(15 * minute + 1000);
    expect(await desk.history(leadId)).toContain("lead.claimed");
    expect((await desk.history(leadId)).at(-1)).toBe("lead.escalated");
    await desk.check();
  });
});

describe("a leader leaves the lead with its owner (D3)", () => {
  const toAnna = { agentId: "anna", reason: "Buys in the summer" };

  test("the days begin anew: also those without progress, and what is logged later does not take them back", async () => {
    const { desk, leadId } = await ownedByAnna("hot");
    await desk.act("anna", leadId, "contact", reached);
    for (const _ of [1, 2]) {
      await desk.pass(12 * day);
      await desk.act("anna", leadId, "qualify");
    }
    await desk.pass(5 * day);
    const prolonged = desk.world.now();
    expect((await desk.act("lena", leadId, "assign", toAnna)).status).toBe(200);
    expect((await desk.world.ports.leads.history(leadId)).at(-1)?.events[0]).toMatchObject({
      ...{ type: "lead.updated", outcome: "prolonged", actor: "agent:lena", reason: toAnna.reason },
    });
    await desk.pass(12 * day);
    await desk.act("anna", leadId, "qualify");
    await desk.pass(12 * day);
    await desk.act("anna", leadId, "qualify");
    expect(await aroundReclaim(desk, leadId, prolonged + 30 * day)).toEqual([true, false]);
    expect(await desk.state(leadId)).not.toHaveProperty("prolongedTo");
    await desk.check();
  });

  test("without progress it goes fourteen days after the leader's word; before the first contact nothing changes", async () => {
    const { desk, leadId } = await ownedByAnna("hot");
    const { version } = await desk.state(leadId);
    await desk.act("lena", leadId, "assign", toAnna);
    expect((await desk.state(leadId)).version).toBe(version);
    await desk.act("anna", leadId, "contact", reached);
    await desk.pass(10 * day);
    const prolonged = desk.world.now();
    await desk.act("lena", leadId, "assign", toAnna);
    expect(await aroundReclaim(desk, leadId, prolonged + 14 * day)).toEqual([true, false]);
    await desk.check();
  });
});
