import { describe, expect, test } from "vitest";
import { day, hour, type LeadDesk, minute, openDesk, reached } from "../lifecycle/lead-desk.ts";
import { inMs, leads, picking, pool, portsOf, refusal, second } from "./pick-desk.ts";

test("whoever missed a lead may pick it again where misses have no consequences (E3)", async () => {
  const nobodyElse = { pool: { agents: ["anna"] } };
  const desk = await openDesk(picking({ misses: false, quotas: false }, nobodyElse));
  const [leadId = ""] = await leads(desk, 1);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.pass(2 * hour + second);
  expect((await portsOf(desk).picks.picksOf("anna")).misses).toMatchObject([{ leadId }]);
  const [row] = (await pool(desk)).items;
  expect([row?.leadId, row?.obstacle]).toEqual([leadId, undefined]);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.check();
});

test("else it is for others until the miss is forgotten, a week later, as the refusal says (E3)", async () => {
  const desk = await openDesk(picking({ quotas: false }, { pool: { agents: ["anna"] } }));
  const [leadId = ""] = await leads(desk, 1);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.pass(2 * hour + second);
  const refused = await refusal(desk, leadId);
  expect(refused).toMatchObject({ reason: "missed", detail: expect.stringMatching(/^You did not reach .* Until /) });
  expect(inMs(desk, refused.until)).toBeGreaterThan(7 * day - 10 * second);
  await desk.pass(7 * day);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
});

describe("a lead whose contact was missed goes to the next (E3)", () => {
  const third = { temperature: "warm" };
  const missed = async (method: object = {}) => {
    const desk = await openDesk(picking({ quotas: false }, method));
    const leadId = await desk.lead(third);
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.pass(2 * hour + second);
    return { desk, leadId };
  };
  const events = async (desk: LeadDesk, leadId: string) =>
    (await portsOf(desk).leads.history(leadId)).flatMap((item) => item.events).slice(3);

  test("of those who may pick it: an offer in turn, and back to the pool when it is not accepted", async () => {
    const { desk, leadId } = await missed({ pool: { agents: ["anna", "ben", "cem"] }, notify: "all" });
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "ben" }, tried: ["anna"] });
    expect(await events(desk, leadId)).toMatchObject([
      { type: "lead.reclaimed", agentId: "anna", reason: "pickMissed" },
      { type: "lead.offered", agentId: "ben", method: "roundRobin", ruleId: "pick" },
    ]);
    await desk.check();
    await desk.pass(hour + second);
    expect(await desk.state(leadId)).toMatchObject({
      status: "pooled",
      posted: { pick: true },
      tried: ["anna", "ben"],
    });
    expect(await desk.told(leadId, "cem")).toEqual(["posted"]);
    expect((await desk.act("cem", leadId, "claim")).status).toBe(200);
    await desk.check();
  });

  test("accepted it is an assigned lead; turns go on from one missed lead to the next", async () => {
    const { desk, leadId } = await missed();
    expect((await desk.act("ben", leadId, "accept")).status).toBe(200);
    const state = await desk.state(leadId);
    expect([state.ownerId, state.picked, state.posted]).toEqual(["ben", undefined, undefined]);
    await desk.act("ben", leadId, "contact", reached);
    const next = await desk.lead(third);
    expect((await desk.act("ben", next, "claim")).status).toBe(200);
    await desk.pass(2 * hour + second);
    // Ben's turn passes to whoever comes next.
    expect(await desk.state(next)).toMatchObject({ status: "offered", offer: { agentId: "cem" } });
    await desk.check();
  });

  test("by the method that assigns first, where the rule has one", async () => {
    const assignFirst = { for: "PT30M", method: { type: "leastLoaded", pool: { agents: ["cem"] } } };
    const { desk, leadId } = await missed();
    expect((await desk.state(leadId)).offer?.agentId).toBe("ben");
    const first = await openDesk(picking({ quotas: false }, { assignFirst }));
    await first.agent("cem", { status: "paused" });
    const other = await first.lead(third);
    await first.agent("cem", { status: "active" });
    await first.act("anna", other, "claim");
    await first.pass(2 * hour + second);
    expect(await first.state(other)).toMatchObject({ status: "offered", offer: { agentId: "cem" } });
    await first.pass(30 * minute + second);
    expect(await first.state(other)).toMatchObject({ status: "pooled", posted: { pick: true } });
    await first.check();
  });

  test("nobody can take it: it is posted again", async () => {
    const { desk, leadId } = await missed({ pool: { agents: ["anna"] } });
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { pick: true } });
    expect(await events(desk, leadId)).toMatchObject([
      { type: "lead.reclaimed", reason: "pickMissed" },
      { type: "lead.pooled", reason: "pickMissed" },
    ]);
    await desk.check();
  });
});
