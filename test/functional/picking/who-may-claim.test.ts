import { describe, expect, test } from "vitest";
import * as z from "zod";
import { hour, openDesk } from "../lifecycle/lead-desk.ts";
import { picking, plainPool, pool, portsOf, refusal } from "./pick-desk.ts";

const texts = z.array(z.looseObject({ agentId: z.string().optional(), text: z.string() }));

describe("who is told of a lead to pick", () => {
  test("is whoever may pick it, nobody without quota; whose tier picks later is told from when on, whose never does is not", async () => {
    const desk = await openDesk(picking({ quotas: { perHour: 1, perDay: false, perWeek: false } }, { notify: "all" }));
    const first = await desk.lead();
    expect(await desk.told(first, "anna")).toEqual(["posted"]);
    await desk.act("anna", first, "claim");
    const next = await desk.lead();
    expect([await desk.told(next, "anna"), await desk.told(next, "ben")]).toEqual([[], ["posted"]]);
    const tiered = await openDesk(picking({ access: {} }));
    const access = { tier: 1 as const, at: tiered.world.now() };
    await portsOf(tiered).picks.replacePicks(0, { agentId: "anna", revision: 1, claims: [], misses: [], access });
    const hot = await tiered.lead();
    expect([await tiered.told(hot, "anna"), await tiered.told(hot, "ben")]).toEqual([["posted"], ["posted"]]);
    const said = async (agentId: string) =>
      texts.parse(await tiered.world.notices()).find((n) => n.agentId === agentId);
    expect((await said("anna"))?.text).toContain("Jetzt zugreifen");
    expect((await said("ben"))?.text).toMatch(/Für Sie ab \d\d:\d\d:/);
    const assignedOnly = await openDesk(picking({ access: { second: "assignedOnly" } }));
    expect(await assignedOnly.told(await assignedOnly.lead(), "ben")).toEqual([]);
  });
});

describe("who is not there takes nothing from the pool (D4)", () => {
  test.each([
    ["plain", plainPool],
    ["to be picked", picking()],
  ])("a pool that is %s", async (_what, plan) => {
    const desk = await openDesk(plan);
    const leadId = await desk.lead();
    await desk.agent("anna", { status: "paused" });
    expect(await refusal(desk, leadId)).toMatchObject({
      status: 409,
      type: expect.stringMatching(/\/agent-unavailable$/),
      reason: "paused",
      title: "You are paused",
    });
    expect((await pool(desk)).items).toMatchObject([{ leadId, obstacle: { reason: "paused" } }]);
    await desk.agent("anna", { status: "active" });
    const to = new Date(desk.world.now() + hour).toISOString();
    const off = { from: new Date(desk.world.now()).toISOString(), to };
    expect((await desk.ask("root", "POST", "/v1/agents/anna/time-off", off)).status).toBeLessThan(300);
    expect(await refusal(desk, leadId)).toMatchObject({ status: 409, reason: "away", until: to });
    await desk.pass(hour);
    // Out of working hours, and welcome.
    await desk.agent("anna", { workingHours: { sun: ["10:00-11:00"] } });
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.check();
  });
});
