import { describe, expect, test } from "vitest";
import { hour, type LeadDesk, minute, openDesk } from "./lead-desk.ts";

const office = ["09:00-18:00"];
const businessHours = { mon: office, tue: office, wed: office, thu: office, fri: office, holidays: "DE-BE" };
const rota = { agents: ["ben", "cem"], turn: "P7D", startsOn: "2026-11-02" };

/** Passes time until the local clock of Berlin (UTC+1 in winter) shows the hour next. */
async function until(desk: LeadDesk, localHour: number): Promise<void> {
  const now = desk.world.now();
  const midnight = Math.floor((now + hour) / (24 * hour)) * 24 * hour - hour;
  const at = midnight + localHour * hour;
  await desk.pass((at > now ? at : at + 24 * hour) - now);
}

describe("leads outside business hours (C17)", () => {
  test("are held and go out in order of arrival when the business opens, with deadlines from then", async () => {
    const desk = await openDesk({ businessHours, onCall: { outsideHours: "hold" } });
    await until(desk, 20);
    const leads: string[] = [];
    for (let i = 0; i < 4; i++) {
      leads.push(await desk.lead({ temperature: "warm" }));
      await desk.pass(minute);
    }
    await desk.world.reconcile();
    expect(await desk.state(leads[0] ?? "")).toMatchObject({ status: "queued", reason: "hours" });
    expect(await desk.executions(leads[0] ?? "")).toEqual([]);
    await until(desk, 8.75);
    await desk.world.reconcile();
    const offers = await Promise.all(leads.map(async (leadId) => (await desk.state(leadId)).offer));
    expect(offers.map((offer) => offer?.agentId)).toEqual(["anna", "ben", "cem", "anna"]);
    for (const offer of offers) expect((offer?.expiresAt ?? 0) - (offer?.at ?? 0)).toBe(30 * minute);
    expect(await desk.told(leads[0] ?? "", "city")).toEqual([]);
    await desk.check();
  });

  test("that somebody was asked about wait too, and begin anew in the morning", async () => {
    const desk = await openDesk({ businessHours, onCall: { outsideHours: "hold" } });
    await until(desk, 17);
    await desk.pass(57 * minute);
    const leadId = await desk.lead({ temperature: "warm" });
    expect((await desk.state(leadId)).offer?.agentId).toBe("anna");
    await desk.pass(31 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "queued", reason: "hours", tried: ["anna"] });
    await until(desk, 8.75);
    await desk.world.reconcile();
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offers: { made: 1 } });
    expect((await desk.state(leadId)).offer?.agentId).not.toBe("anna");
    await desk.check();
  });

  test("may leave hot ones out; weekends and holidays are closed", async () => {
    const desk = await openDesk({ businessHours, onCall: { outsideHours: "hold", holdHot: false } });
    await desk.pass(Date.parse("2026-12-25T09:00:00Z") - desk.world.now());
    const onHoliday = await desk.lead({ temperature: "warm" });
    const { body } = await desk.ask("mia", "GET", `/v1/leads/${onHoliday}`);
    expect(JSON.stringify(body)).toContain('"summary":"Public holiday (Christmas Day): the lead waits until');
    await until(desk, 20);
    const warm = await desk.lead({ temperature: "warm" });
    const hot = await desk.lead({ temperature: "hot" });
    expect((await desk.state(hot)).status).toBe("offered");
    expect((await desk.state(warm)).status).toBe("queued");
    await desk.check();
  });

  test("go to whoever is on call, working hours or not, then to the next of the rota; the rotation does not move", async () => {
    const desk = await openDesk({ businessHours, onCall: { outsideHours: "onCall", rota } });
    await desk.agent("ben", { workingHours: { mon: office } });
    await until(desk, 20);
    const now = await desk.ask("anna", "GET", "/v1/on-call");
    expect(now).toMatchObject({
      status: 200,
      body: { open: false, outsideHours: "onCall", onDuty: { available: true } },
    });
    const { onDuty, standIns, next } = now.body as { onDuty: { agentId: string }; standIns: string[]; next: object[] };
    expect([onDuty.agentId, ...standIns].toSorted()).toEqual(["ben", "cem"]);
    expect(next).toHaveLength(5);
    const first = await desk.lead();
    expect((await desk.state(first)).offer?.agentId).toBe(onDuty.agentId);
    await desk.agent(onDuty.agentId === "ben" ? "ben" : "cem", { status: "paused" });
    const second = await desk.lead();
    expect((await desk.state(second)).offer?.agentId).toBe(standIns[0]);
    const again = await desk.ask("anna", "GET", "/v1/on-call");
    expect(again.body).toMatchObject({ onDuty: { available: false, reason: "paused" } });
    const shown = await desk.ask("mia", "GET", `/v1/leads/${second}`);
    expect(JSON.stringify(shown.body)).toContain("business hours");
    await desk.agent(standIns[0] === "ben" ? "ben" : "cem", { status: "paused" });
    const third = await desk.lead();
    expect((await desk.state(third)).offer?.agentId).toBe("anna");
    const pools = await desk.ask("anna", "GET", "/v1/pools");
    expect(pools.body).toMatchObject({ items: [{ poolId: "all", members: [{ received: 1 }] }] });
    await desk.check();
  });
});

describe("conditions on hours", () => {
  test("open and holiday are facts", async () => {
    const rules = [
      { id: "closed", when: { field: "open", op: "eq", value: false }, method: { type: "agent", agentId: "mia" } },
      { id: "open", method: { type: "agent", agentId: "anna" } },
    ];
    const desk = await openDesk({ businessHours, rules });
    await until(desk, 10);
    expect((await desk.state(await desk.lead())).offer?.agentId).toBe("anna");
    await until(desk, 20);
    expect((await desk.state(await desk.lead())).offer?.agentId).toBe("mia");
  });
});

describe("exceptions to rules for a period (D4)", () => {
  test("suspend a rule or give its leads to others, then it is as before", async () => {
    const desk = await openDesk();
    const now = desk.world.now();
    const iso = (ms: number) => new Date(now + ms).toISOString();
    const plan = (exception: object) => ({
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [{ id: "all", method: { type: "roundRobin" }, overflow: "queue" }],
      fallback: { type: "agent", agentId: "mia" },
      exceptions: [{ ruleId: "all", from: iso(0), to: iso(hour), ...exception }],
    });
    await desk.ask("root", "PUT", "/v1/plan", plan({ method: { type: "roundRobin", pool: { agents: ["cem"] } } }));
    const there = await desk.lead();
    expect((await desk.state(there)).offer?.agentId).toBe("cem");
    const { body } = await desk.ask("root", "GET", `/v1/leads/${there}`);
    expect(body).toMatchObject({ decision: { rules: [{ why: expect.stringContaining("an exception of the plan") }] } });
    await desk.ask("root", "PUT", "/v1/plan", plan({ disabled: true }));
    expect((await desk.state(await desk.lead())).offer?.agentId).toBe("mia");
    await desk.pass(hour);
    const after = await desk.lead();
    expect((await desk.state(after)).offer?.agentId).toBe("anna");
    expect(JSON.stringify((await desk.ask("root", "GET", `/v1/leads/${after}`)).body)).not.toContain("exception");
    await desk.check();
  });

  test("and bad ones are refused with their place", async () => {
    const desk = await openDesk();
    const plan = {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [{ id: "all", method: { type: "onCall" } }],
      fallback: { type: "pool" },
    };
    const errors = async (given: object) =>
      ((await desk.ask("root", "PUT", "/v1/plan", { ...plan, ...given })).body as { errors: object[] }).errors;
    expect(await errors({})).toEqual([
      {
        pointer: "/rules/0/method/type",
        detail: "needs onCall.rota: the agents on call and the day their turns begin",
      },
    ]);
    const ruled = { rules: [{ id: "all", method: { type: "roundRobin" } }] };
    expect(await errors({ ...ruled, onCall: { outsideHours: "hold" } })).toEqual([
      { pointer: "/onCall/outsideHours", detail: "needs businessHours" },
    ]);
    expect(await errors({ ...ruled, onCall: { outsideHours: "hold" }, businessHours: { mon: [] } })).toEqual([
      { pointer: "/businessHours", detail: "the business never opens: name at least one span" },
    ]);
    expect(await errors({ ...ruled, onCall: { rota: { ...rota, agents: ["nobody"] } } })).toEqual([
      { pointer: "/onCall/rota/agents/0", detail: "there is no agent nobody" },
    ]);
    const [from, to] = ["2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z"];
    expect(await errors({ ...ruled, exceptions: [{ ruleId: "other", from, to, disabled: true }] })).toEqual([
      { pointer: "/exceptions/0/ruleId", detail: "the plan has no rule other" },
    ]);
    expect(await errors({ ...ruled, exceptions: [{ ruleId: "all", from: to, to: from, disabled: true }] })).toEqual([
      { pointer: "/exceptions/0/to", detail: "must come after from" },
    ]);
    expect(await errors({ ...ruled, exceptions: [{ ruleId: "all", from, to }] })).toEqual([
      { pointer: "/exceptions/0/method", detail: "name another method, or say disabled: true" },
    ]);
  });
});
