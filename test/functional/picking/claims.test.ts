import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { day, hour, type LeadDesk, minute, openDesk, type Person, reached } from "../lifecycle/lead-desk.ts";

const second = 1000;
const picking = (cherryPick: object = {}, method: object = {}) => ({
  rules: [{ id: "pick", method: { type: "cherryPick", ...method } }],
  cherryPick: { ratios: false, ...cherryPick },
});
const plainPool = { rules: [{ id: "pool", method: { type: "pool" } }] };

const portsOf = ({ world }: LeadDesk) => world.ports as MemoryPorts;
const picksOf = async (desk: LeadDesk, agentId: string) => (await portsOf(desk).picks.picksOf(agentId)).claims;

async function leads(
  desk: LeadDesk,
  count: number,
  given: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await desk.lead(given));
  return ids;
}

const page = z.looseObject({
  items: z.array(z.looseObject({ leadId: z.string(), claimableAt: z.string().optional() })),
  picking: z.looseObject({}).optional(),
});
const pool = async (desk: LeadDesk, person: Person = "anna") =>
  page.parse((await desk.ask(person, "GET", "/v1/pool")).body);

/** What a refused claim says. */
const refusal = async (desk: LeadDesk, leadId: string, person: Person = "anna") => {
  const { status, body } = await desk.act(person, leadId, "claim");
  return { status, ...(body as { reason?: string; until?: string; detail?: string; type: string; title: string }) };
};
const inMs = (desk: LeadDesk, until: string | undefined) => Date.parse(until ?? "") - desk.world.now();

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

describe("who is told of a lead to pick", () => {
  test("is whoever may pick it: nobody without quota, nobody whose tier picks later", async () => {
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
    expect([await tiered.told(hot, "anna"), await tiered.told(hot, "ben")]).toEqual([["posted"], []]);
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
      message: "Rufen Sie mich an: … oder … ich suche 3 Zimmer.",
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
