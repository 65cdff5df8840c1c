import { describe, expect, test } from "vitest";
import { day, hour, type LeadDesk, minute, openDesk, reached, won } from "./lead-desk.ts";

/** A hot lead that anna accepted at once. */
async function acceptedByAnna(plan: object = {}, seed = 1): Promise<{ desk: LeadDesk; leadId: string }> {
  const desk = await openDesk(plan, seed);
  const leadId = await desk.lead();
  await desk.act("anna", leadId, "accept");
  return { desk, leadId };
}

const transitions = async (desk: LeadDesk, leadId: string): Promise<number> =>
  (await desk.executions(leadId)).reduce((sum, { billedTransitions }) => sum + billedTransitions, 0);

describe("a hot lead that nobody contacts (D2)", () => {
  test("the leader hears at fifteen minutes, a backup has it at thirty", async () => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.pass(15 * minute - 1);
    expect(await desk.history(leadId)).not.toContain("lead.escalated");
    await desk.pass(1000);
    expect(await desk.history(leadId)).toContain("lead.escalated");
    expect(await desk.told(leadId, "city")).toEqual(["waiting"]);
    await desk.pass(15 * minute - 2000);
    expect((await desk.state(leadId)).ownerId).toBe("anna");
    await desk.pass(3000);
    expect(await desk.state(leadId)).toMatchObject({
      ownerId: "ben",
      status: "accepted",
      escalated: true,
      tried: ["anna"],
    });
    expect(await desk.told(leadId, "ben")).toEqual(["assigned"]);
    expect(await desk.told(leadId, "anna")).toEqual(["offer", "takenBack"]);
    await desk.pass(2 * hour);
    expect((await desk.history(leadId)).filter((type) => type === "lead.escalated")).toHaveLength(1);
    await desk.check();
  });
  test("a contact by the owner after the leader was told costs one transition more", async () => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.pass(20 * minute);
    await desk.act("anna", leadId, "contact", reached);
    await desk.act("anna", leadId, "convert", won);
    expect(await transitions(desk, leadId)).toBeLessThanOrEqual(6);
    await desk.check();
  });
  test("a contact by the backup two more", async () => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.pass(40 * minute);
    await desk.act("ben", leadId, "contact", reached);
    await desk.act("ben", leadId, "convert", won);
    expect(await transitions(desk, leadId)).toBeLessThanOrEqual(7);
    await desk.check();
  });
  test("the first backup who is there and has room takes it", async () => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.agent("ben", { status: "paused" });
    await desk.pass(31 * minute);
    expect((await desk.state(leadId)).ownerId).toBe("cem");
    await desk.check();
  });
  test("without a backup the team's leader does", async () => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.agent("anna", { backups: [] });
    await desk.pass(31 * minute);
    expect((await desk.state(leadId)).ownerId).toBe("lena");
  });
  test("without anybody it stays, the leader hears that too, and it is taken back on time all the same", async () => {
    const { desk, leadId } = await acceptedByAnna();
    for (const agentId of ["ben", "cem", "lena"] as const) await desk.agent(agentId, { capacity: 0 });
    await desk.pass(31 * minute);
    expect((await desk.state(leadId)).ownerId).toBe("anna");
    expect(await desk.told(leadId, "city")).toEqual(["waiting", "waiting"]);
    await desk.pass(71 * hour);
    expect((await desk.state(leadId)).ownerId).toBe("anna");
    await desk.pass(30 * minute);
    expect((await desk.state(leadId)).status).toBe("pooled");
    expect(await desk.history(leadId)).toContain("lead.reclaimed");
    await desk.check();
  });
  test("a warm lead escalates to nobody: it is taken back after 72 hours", async () => {
    const desk = await openDesk();
    const leadId = await desk.lead({ temperature: "warm" });
    await desk.act("anna", leadId, "accept");
    await desk.pass(72 * hour - 1000);
    expect(await desk.history(leadId)).not.toContain("lead.escalated");
    await desk.pass(2000);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", cycle: 2, tried: ["anna"] });
    await desk.check();
  });
  test("a plan may tell the leader without naming a backup", async () => {
    const hot = { acceptWithin: "PT5M", contactWithin: "PT15M", notifyLeaderAfter: "PT20M" };
    const { desk, leadId } = await acceptedByAnna({ sla: { hot } });
    await desk.pass(20 * minute + 1000);
    expect(await desk.told(leadId, "city")).toEqual(["waiting"]);
    await desk.pass(72 * hour - 20 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", cycle: 2 });
    await desk.check();
  });
  test("or name a backup without telling the leader", async () => {
    const hot = { acceptWithin: "PT5M", contactWithin: "PT15M", reassignAfter: "PT20M" };
    const { desk, leadId } = await acceptedByAnna({ sla: { hot } });
    await desk.pass(20 * minute + 1000);
    expect(await desk.state(leadId)).toMatchObject({ ownerId: "ben" });
    expect(await desk.history(leadId)).not.toContain("lead.escalated");
    await desk.pass(71 * hour);
    expect((await desk.state(leadId)).ownerId).toBe("ben");
    await desk.pass(hour + 2000);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", cycle: 2 });
    await desk.check();
  });
});

describe("a leader's assignment in the middle of an escalation", () => {
  test.each([10, 20, 40, 71 * 60])("after %i minutes starts the clocks anew", async (minutes) => {
    const { desk, leadId } = await acceptedByAnna();
    await desk.pass(minutes * minute);
    await desk.act("lena", leadId, "assign", { agentId: "cem", reason: "knows the street" });
    const { assignedAt = 0 } = await desk.state(leadId);
    await desk.pass(15 * minute - 1000);
    const before = (await desk.history(leadId)).filter((type) => type === "lead.escalated").length;
    await desk.pass(2000);
    const after = (await desk.history(leadId)).filter((type) => type === "lead.escalated").length;
    expect(after).toBe(before + 1);
    expect((await desk.state(leadId)).assignedAt).toBe(assignedAt);
    await desk.pass(15 * minute);
    expect((await desk.state(leadId)).ownerId).not.toBe("cem");
    await desk.check();
  });
});

test("after 72 hours without contact, then success: at most eight transitions in all", async () => {
  const desk = await openDesk();
  const leadId = await desk.lead({ temperature: "cold" });
  await desk.act("anna", leadId, "accept");
  await desk.pass(3 * day + 1000);
  const { offer } = await desk.state(leadId);
  const next = offer?.agentId === "ben" ? "ben" : "cem";
  await desk.act(next, leadId, "accept");
  await desk.act(next, leadId, "contact", reached);
  await desk.act(next, leadId, "convert", won);
  expect((await desk.state(leadId)).status).toBe("converted");
  expect(await transitions(desk, leadId)).toBeLessThanOrEqual(8);
  await desk.check();
});

describe("a hot lead that nobody contacts for 72 hours, then success", () => {
  test.each([
    ["with a backup", ["ben", "cem"], 30 * minute],
    ["with nobody to back up", [], 0],
  ])(
    "%s: eight transitions, one for the leader who was told, at most two for the backup",
    async (_, backups, after) => {
      const { desk, leadId } = await acceptedByAnna();
      await desk.agent("anna", { backups });
      if (backups.length === 0) await desk.agent("lena", { capacity: 0 });
      await desk.pass(after + 72 * hour + 2000);
      const { offer, status } = await desk.state(leadId);
      expect(status).toBe("offered");
      const next = offer?.agentId === "ben" ? "ben" : "cem";
      await desk.act(next, leadId, "accept");
      await desk.act(next, leadId, "contact", reached);
      await desk.act(next, leadId, "convert", won);
      expect(await transitions(desk, leadId)).toBeLessThanOrEqual(8 + 1 + 2);
      await desk.check();
    },
  );
});
