import { describe, expect, test } from "vitest";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { day, hour, minute, openDesk, reached } from "../lifecycle/lead-desk.ts";
import { leads, picking, picksOf, pool, portsOf, refusal, second } from "./pick-desk.ts";

describe("claims between the guard rails", () => {
  test("of twenty at once by one agent exactly the quota passes (E6)", async () => {
    const desk = await openDesk(picking());
    const ids = await leads(desk, 20);
    const answers = await Promise.all(ids.map((id) => desk.ask("anna", "POST", `/v1/leads/${id}/claim`, {})));
    await desk.world.settle();
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(3).fill(200), ...Array(17).fill(409)]);
    for (const { status, body } of answers) {
      if (status === 409) expect(body).toMatchObject({ reason: "quota", window: "hour", limit: 3, used: 3 });
    }
    expect(await picksOf(desk, "anna")).toHaveLength(3);
    const states = await Promise.all(ids.map((id) => desk.state(id)));
    expect(states.filter(({ ownerId, picked }) => ownerId === "anna" && picked === true)).toHaveLength(3);
    expect(states.filter(({ status }) => status === "pooled")).toHaveLength(17);
    await desk.check();
    await desk.pass(hour);
    expect(
      (await desk.act("anna", states.find(({ status }) => status === "pooled")?.leadId ?? "", "claim")).status,
    ).toBe(200);
  });

  test("of two agents at once one has it, and the other's quota is as before", async () => {
    const desk = await openDesk(picking());
    const leadId = await desk.lead();
    const people = ["anna", "ben"] as const;
    const answers = await Promise.all(people.map((person) => desk.act(person, leadId, "claim")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? "anna" : "ben";
    expect((await desk.state(leadId)).ownerId).toBe(winner);
    expect(await picksOf(desk, winner)).toMatchObject([{ leadId }]);
    expect(await picksOf(desk, winner === "anna" ? "ben" : "anna")).toEqual([]);
    await desk.check();
  });

  test("a second tap on the same lead counts once, at once or later", async () => {
    const desk = await openDesk(picking());
    const leadId = await desk.lead();
    const taps = await Promise.all([desk.act("anna", leadId, "claim"), desk.act("anna", leadId, "claim")]);
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    expect(await picksOf(desk, "anna")).toHaveLength(1);
    await desk.check();
  });

  test.each([
    ["the pick was noted", (ports: MemoryPorts) => ports.failNext("loads", "reserve", "crash")],
    ["the place was reserved", (ports: MemoryPorts) => ports.failNext("leads", "commit", "crash")],
  ] as const)("a crash after %s leaves nothing that counts", async (_when, die) => {
    const desk = await openDesk(picking({ quotas: { perHour: 1, perDay: false, perWeek: false } }));
    const [first = "", second_ = ""] = await leads(desk, 2);
    die(portsOf(desk));
    expect((await desk.act("anna", first, "claim")).status).toBe(500);
    expect(await picksOf(desk, "anna")).toMatchObject([{ leadId: first, pending: true }]);
    // While it may still be on its way it counts.
    expect(await refusal(desk, second_)).toMatchObject({ status: 409, reason: "quota" });
    await desk.pass(31 * second);
    expect((await desk.act("anna", second_, "claim")).status).toBe(200);
    expect(await picksOf(desk, "anna")).toMatchObject([{ leadId: second_ }]);
    expect((await desk.act("ben", first, "claim")).status).toBe(200);
    await desk.world.reconcile();
    await desk.check();
  });

  test("an answer that was lost is asked for again: one pick, and it stays when it is looked for", async () => {
    const desk = await openDesk(picking({ quotas: { perHour: 2, perDay: false, perWeek: false } }));
    const [first = "", next = "", last = ""] = await leads(desk, 3);
    portsOf(desk).failNext("leads", "commit", "loseReply");
    expect((await desk.act("anna", first, "claim")).status).toBe(500);
    expect((await desk.act("anna", first, "claim")).status).toBe(200);
    await desk.act("anna", first, "contact", reached);
    await desk.pass(31 * second);
    expect((await desk.act("anna", next, "claim")).status).toBe(200);
    expect(await picksOf(desk, "anna")).toMatchObject([{ leadId: first }, { leadId: next, pending: true }]);
    expect((await picksOf(desk, "anna"))[0]?.pending).toBeUndefined();
    expect(await refusal(desk, last)).toMatchObject({ reason: "quota", window: "hour" });
    await desk.check();
  });

  test("a picked lead that a leader gave to somebody else still counts", async () => {
    const desk = await openDesk(picking({ quotas: { perHour: 1, perDay: false, perWeek: false } }));
    const [first = "", next = ""] = await leads(desk, 2);
    await desk.act("anna", first, "claim");
    await desk.act("lena", first, "assign", { agentId: "ben", reason: "knows the street" });
    await desk.pass(minute);
    expect(await refusal(desk, next)).toMatchObject({ reason: "quota" });
    expect(await picksOf(desk, "anna")).toHaveLength(1);
  });

  test("no room: refused with the reason, and the pick is taken out", async () => {
    const desk = await openDesk(picking());
    await desk.agent("anna", { capacity: 0 });
    const leadId = await desk.lead();
    expect(await refusal(desk, leadId)).toMatchObject({ status: 409, reason: "capacity", limit: 0 });
    expect(await picksOf(desk, "anna")).toEqual([]);
    expect((await pool(desk)).items).toMatchObject([{ leadId, obstacle: { reason: "capacity" } }]);
  });

  test("day and week by the tenant's clock, with until when in the reader's language", async () => {
    const desk = await openDesk(picking({ quotas: { perHour: false, perDay: 1, perWeek: 2 } }));
    const ids = await leads(desk, 4);
    const claim = (n: number) => desk.act("anna", ids[n] ?? "", "claim");
    expect((await claim(0)).status).toBe(200);
    const { body } = await desk.world.ask("POST", `/v1/leads/${ids[1]}/claim`, {
      as: { person: "anna", groups: ["agent"] },
      body: {},
      headers: { "accept-language": "de" },
    });
    // Monday 9 o'clock in Berlin: until midnight there.
    expect(body).toMatchObject({
      type: expect.stringMatching(/\/guard-rail$/),
      title: "Ihr Kontingent ist ausgeschöpft",
      detail:
        "Sie haben heute 1 von 1 Leads ausgesucht. Ab Di 00:00 geht es weiter. Zugeteilte Leads bekommen Sie weiterhin.",
      reason: "quota",
      window: "day",
      until: "2026-11-23T23:00:00.000Z",
    });
    await desk.pass(day);
    expect((await claim(1)).status).toBe(200);
    await desk.pass(day);
    expect(await refusal(desk, ids[2] ?? "")).toMatchObject({
      window: "week",
      until: "2026-11-29T23:00:00.000Z",
      detail: expect.stringContaining("You have picked 2 of 2 leads this week. You can go on from Mon 00:00."),
    });
  });
});
