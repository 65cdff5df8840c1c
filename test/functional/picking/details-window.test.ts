import { describe, expect, test } from "vitest";
import { minute, openDesk, type Person } from "../lifecycle/lead-desk.ts";
import { inMs, leads, picking, pool, portsOf, second } from "./pick-desk.ts";

const free = { quotas: false };
const rail = (reason: string) => ({ status: 409, body: { reason } });

describe("the window for a lead's details (E2)", () => {
  test("is one for each lead and agent: opened again it goes on, and then comes the cool-down", async () => {
    const desk = await openDesk(picking(free));
    const [first = "", other = ""] = await leads(desk, 2);
    await desk.act("anna", first, "open");
    const { hold } = (await desk.state(first)).deadlines;
    await desk.pass(minute);
    await desk.act("anna", other, "open");
    await desk.pass(minute);
    expect((await desk.act("anna", first, "open")).status).toBe(200);
    expect((await desk.state(first)).deadlines.hold).toBe(hold);
    await desk.check();
    await desk.act("anna", other, "open");
    await desk.pass(minute + second);
    // Given back before its end, and over all the same: opening and claiming wait for the cool-down.
    for (const action of ["open", "claim"]) {
      const refused = await desk.act("anna", first, action);
      expect(refused).toMatchObject(rail("cooldown"));
      expect(inMs(desk, (refused.body as { until: string }).until)).toBe(29 * second);
    }
    // The other one's window still runs.
    expect((await desk.state(other)).status).toBe("held");
    await desk.check();
    await desk.pass(30 * second);
    expect((await desk.act("anna", first, "open")).status).toBe(200);
    expect(inMs(desk, new Date((await desk.state(first)).deadlines.hold ?? 0).toISOString())).toBe(3 * minute);
    await desk.check();
  });

  test("has no window for the list beside it", async () => {
    const desk = await openDesk(picking(free));
    const [leadId = "", other = ""] = await leads(desk, 2);
    await desk.act("anna", leadId, "open");
    expect((await pool(desk)).picking).not.toHaveProperty("window");
    await desk.pass(2 * minute);
    // Nothing has run out meanwhile.
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    expect((await desk.act("anna", other, "open")).status).toBe(200);
  });

  test("is for agents: who is none blocks nothing", async () => {
    const desk = await openDesk(picking(free));
    const leadId = await desk.lead();
    for (const windows of [true, false]) {
      for (const as of [
        { person: "root", groups: ["admin"] },
        { person: "ghost", groups: ["agent"] },
        { person: "nobody", groups: ["leader"] },
      ]) {
        for (const action of ["open", "claim"]) {
          const answer = await desk.world.ask("POST", `/v1/leads/${leadId}/${action}`, { as, body: {} });
          expect(answer, `${as.person} ${action}`).toMatchObject({
            status: 409,
            body: { type: expect.stringMatching(/\/agent-unavailable$/) },
          });
        }
      }
      expect((await desk.state(leadId)).status).toBe("pooled");
      if (windows) {
        const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } };
        const plan = { ...usual, ...picking({ windows: false }) };
        expect((await desk.ask("root", "PUT", "/v1/plan", plan)).status).toBeLessThan(300);
        await desk.world.settle();
      }
    }
    await desk.check();
  });

  test("opened at once by one agent: who lost it is told so", async () => {
    const desk = await openDesk(picking(free));
    const held = { status: "held" };
    const another = { type: expect.stringMatching(/\/opened-another$/), title: "You have opened another lead" };
    for (let round = 0; round < 5; round++) {
      const ids = await leads(desk, 3);
      const as = { person: "anna", groups: ["agent"] };
      const answers = await Promise.all(
        ids.map((leadId) => desk.world.ask("POST", `/v1/leads/${leadId}/open`, { as, body: {} })),
      );
      await desk.world.settle();
      const open = await Promise.all(ids.map(async (leadId) => (await desk.state(leadId)).status === "held"));
      expect(open.filter(Boolean)).toHaveLength(1);
      const told = answers.map(({ status, body }) => (status === 200 ? body : status));
      // Who was answered before the others came had it open then.
      expect(told.filter((each) => each !== 409)).toMatchObject(told.flatMap((each) => (each === 409 ? [] : [held])));
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject(another);
      expect(told[open.indexOf(true)]).toMatchObject(held);
      await desk.check();
      await desk.pass(4 * minute);
    }
  });

  test("where there is none, a look asks the same as a claim", async () => {
    const desk = await openDesk(picking({ ...free, windows: false, access: {} }));
    const leadId = await desk.lead();
    expect(await desk.act("anna", leadId, "open")).toMatchObject(rail("accessDelay"));
    const first = { tier: 1 as const, at: desk.world.now() };
    for (const agentId of ["anna", "ben"] satisfies Person[]) {
      const picks = { agentId, revision: 1, claims: [], misses: [], access: first };
      await portsOf(desk).picks.replacePicks(0, picks);
    }
    expect(await desk.act("anna", leadId, "open")).toMatchObject({ status: 200, body: { status: "pooled" } });
    await desk.agent("ben", { capacity: 0 });
    expect(await desk.act("ben", leadId, "open")).toMatchObject(rail("capacity"));
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.check();
  });
});
