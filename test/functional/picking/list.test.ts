import { describe, expect, test } from "vitest";
import { minute, openDesk } from "../lifecycle/lead-desk.ts";
import { inMs, leads, picking, pool, portsOf, refusal, second } from "./pick-desk.ts";

describe("the time to choose (E2)", () => {
  test("begins with the first look, is not prolonged by another, and a cool-down follows", async () => {
    const desk = await openDesk(picking({ quotas: false }));
    const ids = await leads(desk, 4);
    const first = await pool(desk);
    expect(inMs(desk, (first.picking as { window: { until: string } }).window.until)).toBe(60 * second);
    await desk.pass(50 * second);
    await pool(desk);
    await desk.pass(9 * second);
    expect((await desk.act("anna", ids[0] ?? "", "claim")).status).toBe(200);
    // The claim was in time and ended the look; the next one begins another.
    await pool(desk);
    await desk.pass(60 * second);
    const late = await refusal(desk, ids[1] ?? "");
    expect(late).toMatchObject({ status: 409, reason: "cooldown", title: "The time to choose is over" });
    expect(inMs(desk, late.until)).toBe(30 * second);
    expect((await pool(desk)).items[0]).toMatchObject({ obstacle: { reason: "cooldown" }, claimableAt: late.until });
    await desk.pass(30 * second);
    expect((await pool(desk)).picking).toMatchObject({ window: { until: expect.any(String) } });
    expect((await desk.act("anna", ids[1] ?? "", "claim")).status).toBe(200);
  });

  test("does not run for those who claim from a message, nor where the plan has no windows", async () => {
    const desk = await openDesk(picking({ quotas: false }));
    const ids = await leads(desk, 3);
    await desk.pass(10 * minute);
    expect((await desk.act("anna", ids[0] ?? "", "claim")).status).toBe(200);
    const free = await openDesk(picking({ quotas: false, windows: false }));
    const leadId = await free.lead();
    await pool(free);
    await free.pass(70 * second);
    expect((await free.act("anna", leadId, "claim")).status).toBe(200);
  });
});

describe("what is to be taken along (E4)", () => {
  test("after two hot ones a warm one, unless there is none", async () => {
    const desk = await openDesk(picking({ quotas: false, ratios: { agedOf: false } }));
    const hot = await leads(desk, 4);
    for (const n of [0, 1, 2]) expect((await desk.act("anna", hot[n] ?? "", "claim")).status).toBe(200);
    const warm = await desk.lead({ temperature: "warm" });
    expect(await refusal(desk, hot[3] ?? "")).toMatchObject({ status: 409, reason: "ratio", kind: "mild", of: 2 });
    const { items, picking: told } = await pool(desk);
    expect(told).toMatchObject({ owed: ["mild"] });
    expect(items.find(({ leadId }) => leadId === hot[3])).toMatchObject({ obstacle: { reason: "ratio" } });
    expect(items.find(({ leadId }) => leadId === hot[3])?.claimableAt).toBeUndefined();
    expect((await desk.act("anna", warm, "claim")).status).toBe(200);
    expect((await desk.act("anna", hot[3] ?? "", "claim")).status).toBe(200);
  });
});

describe("the list (E1)", () => {
  const given = {
    company: { name: "Muster GmbH", size: "51-200", industry: "logistics" },
    jobTitle: "CFO",
    budget: { max: 450_000, currency: "EUR" },
    timeline: "3m",
    authority: "decides",
    message: "Rufen Sie mich an: 0171 2345678 oder p1@example.com, ich suche 3 Zimmer.",
    phone: "+491712345678",
  };

  test("shows what helps to choose within seconds, and no way to reach the person", async () => {
    const desk = await openDesk(picking());
    const leadId = await desk.lead(given);
    await desk.pass(42 * minute);
    const { items, picking: told } = await pool(desk);
    const [row = { leadId: "" }] = items;
    expect(row).toMatchObject({
      ...{ leadId, pick: true, status: "pooled", temperature: "hot", sourceId: "website", score: expect.any(Number) },
      ...{ firstName: "Erika", lastName: "Mustermann", jobTitle: "CFO", timeInQueue: "PT42M" },
      ...{ budget: given.budget, timeline: "3m", authority: "decides" },
      company: { name: "Muster GmbH", size: "51-200" },
    });
    expect(JSON.stringify(row)).not.toMatch(/2345678|p1@|logistics|Zimmer|decision|consent/);
    expect(told).toMatchObject({
      quotas: {
        hour: { limit: 3, used: 0, remaining: 3 },
        day: { limit: 10, remaining: 10, resetsAt: "2026-11-23T23:00:00.000Z" },
        week: { limit: 40, resetsAt: "2026-11-29T23:00:00.000Z" },
      },
    });
    const me = await desk.ask("anna", "GET", "/v1/me");
    expect(me.body).toMatchObject({ picking: { quotas: { hour: { remaining: 3 } } } });
  });

  test("in full: the company, the message without addresses, the score's reasons", async () => {
    const desk = await openDesk(picking({ transparency: "full" }));
    await desk.lead(given);
    const [row] = (await pool(desk)).items;
    expect(row).toMatchObject({
      company: { industry: "logistics" },
      message: "Rufen Sie mich an: … oder …, ich suche 3 Zimmer.",
      scoreParts: expect.any(Array),
    });
    expect(JSON.stringify(row)).not.toMatch(/2345678|p1@/);
  });

  test("keeps who may pick later waiting, and says until when (E5)", async () => {
    const desk = await openDesk(picking({ access: {} }));
    const leadId = await desk.lead();
    const posted = desk.world.now();
    const [row] = (await pool(desk)).items;
    expect(row).toMatchObject({ obstacle: { reason: "accessDelay", tier: 2 } });
    expect(row?.claimableAt).toBe(new Date(posted + 15 * minute).toISOString());
    expect(await refusal(desk, leadId)).toMatchObject({ reason: "accessDelay", until: row?.claimableAt });
    // Nothing to pick yet: no time to choose runs.
    expect((await portsOf(desk).picks.picksOf("anna")).revision).toBe(0);
    await desk.pass(15 * minute);
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  });

  test("shows nobody a lead in nobody's territory: it is assigned (E7)", async () => {
    const desk = await openDesk({
      rules: [
        { id: "pick", method: { type: "cherryPick", pool: { areas: "match" } } },
        { id: "others", method: { type: "agent", agentId: "ben" } },
      ],
    });
    for (const [id, code] of [
      ["mitte", "10115"],
      ["west", "14050"],
    ] as const) {
      await desk.ask("root", "PUT", `/v1/areas/${id}`, { name: id, postalCodes: [code] });
    }
    await desk.agent("anna", { territories: ["mitte"] });
    const inside = await desk.lead({ postalCode: "10115", country: "DE" });
    const outside = await desk.lead({ postalCode: "14050", country: "DE" });
    expect((await desk.state(inside)).status).toBe("pooled");
    expect(await desk.state(outside)).toMatchObject({ status: "offered", offer: { agentId: "ben" } });
    expect((await pool(desk, "anna")).items).toMatchObject([{ leadId: inside }]);
    expect((await pool(desk, "ben")).items).toEqual([]);
  });
});
