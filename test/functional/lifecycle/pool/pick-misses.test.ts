import { describe, expect, test } from "vitest";
import * as z from "zod";
import { day, hour, type LeadDesk, minute, noAnswer, openDesk, type Person, reached } from "../lead-desk.ts";

const second = 1000;
const pickable = (method: object = {}, cherryPick: object = {}) => ({
  cherryPick: { ratios: false, ...cherryPick },
  rules: [{ id: "pick", method: { type: "cherryPick", ...method } }],
});
const picksOf = (desk: LeadDesk, agentId: string) => desk.world.ports.picks.picksOf(agentId);

async function claimed(desk: LeadDesk, person: Person, given: object = { temperature: "warm" }): Promise<string> {
  const leadId = await desk.lead({ ...given });
  expect((await desk.act(person, leadId, "claim")).status).toBe(200);
  return leadId;
}

/** The texts sent to an agent or to a team's leaders. */
async function texts(desk: LeadDesk, to: string): Promise<readonly { kind: string; text: string }[]> {
  const all = z
    .array(z.looseObject({ kind: z.string(), to: z.string(), text: z.string() }))
    .parse(await desk.world.notices());
  return all.filter((notice) => notice.agentId === to || notice.to === to);
}

describe("a picked lead without contact (E3)", () => {
  test("is taken back after two hours, offered to another, and posted again without whoever missed it, once", async () => {
    const desk = await openDesk(pickable({ notify: "all" }));
    const leadId = await claimed(desk, "anna");
    const { deadlines, assignedAt = 0 } = await desk.state(leadId);
    expect(deadlines).toEqual({ contact: assignedAt + 2 * hour, reclaim: assignedAt + 2 * hour });
    await desk.pass(2 * hour - second);
    expect((await desk.state(leadId)).status).toBe("accepted");
    await desk.pass(2 * second);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "ben" }, tried: ["anna"] });
    const events = (await desk.world.ports.leads.history(leadId)).flatMap((item) => item.events);
    expect(events.slice(-2)).toMatchObject([
      { type: "lead.reclaimed", agentId: "anna", reason: "pickMissed", actor: "timer" },
      { type: "lead.offered", agentId: "ben" },
    ]);
    expect((await picksOf(desk, "anna")).misses).toMatchObject([{ leadId }]);
    expect(await desk.told(leadId, "anna")).toContain("pickMissed");
    expect(await desk.told(leadId, "ben")).toEqual(["posted", "offer"]);
    expect((await texts(desk, "anna")).find(({ kind }) => kind === "pickMissed")?.text).toMatch(
      /in der Frist nicht erreicht.*kein Versuch.*Heute 1 Lead weniger zum Aussuchen/,
    );
    await desk.check();
    await desk.pass(hour);
    expect(await desk.state(leadId)).toMatchObject({
      status: "pooled",
      posted: { pick: true },
      tried: ["anna", "ben"],
    });
    expect(await desk.act("anna", leadId, "claim")).toMatchObject({ status: 409, body: { reason: "missed" } });
    expect((await desk.act("ben", leadId, "claim")).status).toBe(200);
    await desk.check();
  });

  test("is offered to the next by a rule that assigns first, and never to whoever missed it", async () => {
    const assignFirst = { for: "PT30M", method: { type: "roundRobin", pool: { agents: ["anna", "ben"] } } };
    const desk = await openDesk(pickable({ assignFirst }));
    const leadId = await desk.lead({ temperature: "warm" });
    await desk.pass(31 * minute);
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.pass(2 * hour + second);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "ben" } });
    await desk.pass(31 * minute);
    // Both were asked by now: it is there to be picked by the others.
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { pick: true } });
    expect(await desk.act("anna", leadId, "claim")).toMatchObject({ status: 409, body: { reason: "missed" } });
    await desk.check();
  });

  test("attempts do not keep it; contact does, and the usual limits follow", async () => {
    const desk = await openDesk(pickable());
    const [tried, kept] = [await claimed(desk, "anna"), await claimed(desk, "ben")];
    for (const _ of [1, 2, 3]) await desk.act("anna", tried, "contact", noAnswer);
    await desk.act("ben", kept, "contact", reached);
    await desk.pass(2 * hour + second);
    expect((await desk.state(tried)).status).toBe("offered");
    expect(await desk.state(kept)).toMatchObject({ status: "contacted", ownerId: "ben", picked: true });
    expect((await picksOf(desk, "ben")).misses).toEqual([]);
    await desk.pass(14 * day + second);
    expect(await desk.history(kept)).toContain("lead.reclaimed");
    expect((await picksOf(desk, "ben")).misses).toEqual([]);
    await desk.check();
  });

  test("of a hot one the leader is told, but no backup spares the agent the miss", async () => {
    const desk = await openDesk(pickable());
    const leadId = await claimed(desk, "anna", { temperature: "hot" });
    await desk.pass(15 * minute + second);
    expect(await desk.told(leadId, "city")).toEqual(["waiting"]);
    await desk.pass(hour);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
    await desk.pass(hour);
    expect((await picksOf(desk, "anna")).misses).toMatchObject([{ leadId }]);
    await desk.check();
  });

  test("the third in a week suspends from picking for a week; the agent and the leader are told, and may still be given leads", async () => {
    const desk = await openDesk(pickable({}, { contactWithin: "PT1H" }));
    for (const wait of [day, 2 * day, 0]) {
      await claimed(desk, "anna");
      await desk.pass(hour + second);
      await desk.pass(wait);
    }
    const { suspension, misses } = await picksOf(desk, "anna");
    expect(misses).toHaveLength(3);
    expect(suspension).toMatchObject({ from: misses[2]?.at, until: (misses[2]?.at ?? 0) + 7 * day, reason: "misses" });
    const [told] = (await texts(desk, "anna")).filter(({ kind }) => kind === "suspended");
    expect(told?.text).toMatch(/^Bis Do 3\.12\. .* keine Leads aussuchen: .*niemanden rechtzeitig erreicht/);
    const [leaders] = (await texts(desk, "city")).filter(({ kind }) => kind === "agentSuspended");
    expect(leaders?.text).toMatch(/^anna kann bis .* keine Leads aussuchen/);
    const next = await desk.lead({ temperature: "warm" });
    for (const action of ["claim", "open"]) {
      expect(await desk.act("anna", next, action)).toMatchObject({ status: 409, body: { reason: "suspended" } });
    }
    await desk.act("lena", next, "assign", { agentId: "anna", reason: "knows the street" });
    expect((await desk.state(next)).ownerId).toBe("anna");
    await desk.pass(7 * day);
    await claimed(desk, "anna");
    await desk.check();
  });

  test("three that were missed at the same moment are told once each, and suspend once", async () => {
    const desk = await openDesk(pickable({}, { quotas: false, windows: false }));
    const leadIds: string[] = [];
    for (const _ of [1, 2, 3]) leadIds.push(await desk.lead({ temperature: "warm" }));
    await Promise.all(leadIds.map((leadId) => desk.act("anna", leadId, "claim")));
    await desk.pass(2 * hour + second);
    expect((await picksOf(desk, "anna")).misses.map(({ leadId }) => leadId).toSorted()).toEqual(leadIds.toSorted());
    expect((await texts(desk, "anna")).filter(({ kind }) => kind === "suspended")).toHaveLength(1);
    await desk.check();
  });

  test.each(["lose", "unqualify"])(
    "cannot be closed by %s before somebody has tried: the miss stays",
    async (action) => {
      const desk = await openDesk(pickable());
      const leadId = await claimed(desk, "anna");
      expect(await desk.act("anna", leadId, action, { reason: "wrongData" })).toMatchObject({
        status: 409,
        body: { type: expect.stringMatching(/contact-first$/), detail: expect.stringMatching(/log what came of it/) },
      });
      expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
      expect((await desk.act("anna", leadId, "return", { reason: "no such number" })).status).toBe(200);
      await desk.pass(2 * hour + second);
      expect((await picksOf(desk, "anna")).misses).toMatchObject([{ leadId }]);
      await desk.check();
    },
  );

  test("can be closed after an attempt, won at once, closed by a leader, and by anybody where misses are off", async () => {
    const desk = await openDesk(pickable());
    const tried = await claimed(desk, "anna");
    await desk.act("anna", tried, "contact", { ...noAnswer, outcome: "wrongNumber" });
    expect((await desk.act("anna", tried, "unqualify", { reason: "wrongData" })).status).toBe(200);
    const won = await claimed(desk, "anna");
    expect((await desk.act("anna", won, "convert", { value: { amount: 1, currency: "EUR" } })).status).toBe(200);
    const byLeader = await claimed(desk, "anna");
    expect((await desk.act("lena", byLeader, "unqualify", { reason: "spam" })).status).toBe(200);
    await desk.check();
    const lenient = await openDesk(pickable({}, { misses: false }));
    const leadId = await claimed(lenient, "anna");
    expect((await lenient.act("anna", leadId, "lose", { reason: "noBudget" })).status).toBe(200);
  });

  test("has no way back to the pool by whoever picked it", async () => {
    const desk = await openDesk(pickable());
    const leadId = await claimed(desk, "anna");
    const tries: readonly (readonly [string, object])[] = [
      ["decline", { reason: "busy" }],
      ["handover", {}],
      ["assign", { agentId: "ben", reason: "busy" }],
      ["open", {}],
    ];
    for (const [action, body] of tries) {
      expect((await desk.act("anna", leadId, action, body)).status).toBeGreaterThanOrEqual(400);
      expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
    }
    await desk.agent("anna", { status: "paused" });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
    await desk.check();
  });
});
