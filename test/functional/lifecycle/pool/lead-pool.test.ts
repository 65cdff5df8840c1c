import { describe, expect, test } from "vitest";
import { day, hour, minute, openDesk, story } from "../lead-desk.ts";

const group = { agents: ["anna", "ben", "cem"] };
const rules = (method: object) => ({ rules: [{ id: "posted", method: { type: "pool", ...method } }] });

describe("a lead posted to a claim group (C9, scenario 15)", () => {
  test("is shown to those who could take it; unclaimed, fallback 1, fallback 2 and the manager are asked, each traced", async () => {
    const desk = await openDesk(
      rules({ pool: group, claimWithin: "PT15M", then: ["lena", "ida"], managerId: "mia", notify: "all" }),
    );
    await desk.agent("ben", { status: "paused" });
    const leadId = await desk.lead();
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { rule: "posted" } });
    expect(await desk.executions(leadId)).toMatchObject([{ status: "RUNNING", currentState: "AwaitClaim" }]);
    expect([await desk.told(leadId, "anna"), await desk.told(leadId, "cem")]).toEqual([["posted"], ["posted"]]);
    expect([await desk.told(leadId, "ben"), await desk.told(leadId, "city")]).toEqual([[], []]);
    await desk.pass(15 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "lena" } });
    await desk.pass(5 * minute);
    await desk.act("ida", leadId, "decline", { reason: "busy" });
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "mia" } });
    await desk.check();
    await desk.pass(5 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", reason: "unclaimed", deadlines: {} });
    expect(await story(desk, leadId)).toEqual([
      "lead.pooled",
      "lead.offered lena (unclaimed)",
      "lead.offerExpired lena",
      "lead.offered ida (unclaimed)",
      "lead.declined ida (busy)",
      "lead.offered mia (unclaimed)",
      "lead.offerExpired mia",
      "lead.pooled (unclaimed)",
    ]);
    expect(await desk.told(leadId, "ben")).toEqual([]);
    expect(await desk.executions(leadId)).toMatchObject([{ status: "SUCCEEDED" }]);
    await desk.check();
  });

  test("goes to the first of two who claim at once; others of the team do not even see it", async () => {
    const desk = await openDesk(rules({ pool: { agents: ["anna", "ben"] }, claimWithin: "PT15M" }));
    const leadId = await desk.lead();
    expect((await desk.act("cem", leadId, "claim")).status).toBe(404);
    const rows = async (person: "anna" | "cem") =>
      ((await desk.ask(person, "GET", "/v1/pool")).body as { items: object[] }).items;
    expect(await rows("cem")).toEqual([]);
    expect(await rows("anna")).toMatchObject([{ leadId, deadlines: { claim: expect.any(String) } }]);
    const both = await Promise.all([desk.act("anna", leadId, "claim"), desk.act("ben", leadId, "claim")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", cycle: 1 });
    expect((await desk.state(leadId)).posted).toBeUndefined();
    await desk.world.settle();
    expect(await desk.executions(leadId)).toMatchObject([{ status: "RUNNING", currentState: "AwaitFirstContact" }]);
    await desk.check();
    await desk.pass(15 * minute);
    expect(await desk.history(leadId)).toContain("lead.escalated");
    await desk.check();
  });

  test("passes over backups who cannot take it, and says so", async () => {
    const desk = await openDesk(rules({ pool: group, claimWithin: "PT15M", then: ["lena", "ida"], managerId: "mia" }));
    await desk.agent("lena", { status: "paused" });
    await desk.agent("ida", { capacity: 0 });
    const leadId = await desk.lead({ temperature: "warm" });
    expect(await desk.told(leadId, "anna")).toEqual([]);
    await desk.pass(15 * minute);
    expect((await story(desk, leadId)).at(-1)).toBe("lead.offered mia (unclaimed (lena paused, ida capacity))");
    await desk.act("mia", leadId, "accept");
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "mia" });
    await desk.check();
  });

  test("without a window keeps having no execution; with one a leader's choice ends it", async () => {
    const plain = await openDesk(rules({}));
    const lying = await plain.lead();
    expect(await plain.executions(lying)).toEqual([]);
    const desk = await openDesk(rules({ claimWithin: "PT15M" }));
    const leadId = await desk.lead();
    await desk.act("lena", leadId, "assign", { agentId: "cem", reason: "knows the street" });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "cem", cycle: 1 });
    await desk.check();
  });
});

describe("leads that lie in the pool (C9)", () => {
  test("are routed again by the rules after a while, not forgotten; a rule may tell them apart", async () => {
    const desk = await openDesk({
      rules: [
        { id: "stale", when: { field: "recycled", op: "gte", value: 2 }, method: { type: "agent", agentId: "mia" } },
        { id: "posted", method: { type: "pool", pool: group, recycleAfter: "P2D" } },
      ],
    });
    const leadId = await desk.lead();
    expect(await desk.executions(leadId)).toMatchObject([{ currentState: "AwaitClaim" }]);
    await desk.pass(2 * day);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", posted: { recycled: 1 }, cycle: 2 });
    await desk.check();
    await desk.pass(2 * day);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "mia" } });
    expect(await story(desk, leadId)).toEqual(["lead.pooled", "lead.pooled (recycled)", "lead.offered mia (recycled)"]);
    expect(await desk.told(leadId, "anna")).toEqual(["posted", "posted"]);
    await desk.check();
  });

  test("after nobody of the backups took them too", async () => {
    const method = { pool: group, claimWithin: "PT15M", then: ["lena"], recycleAfter: "PT4H" };
    const desk = await openDesk(rules(method));
    const leadId = await desk.lead();
    await desk.pass(20 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", reason: "unclaimed", cycle: 2 });
    await desk.check();
    await desk.pass(4 * hour);
    expect((await desk.state(leadId)).posted).toMatchObject({ recycled: 1 });
    expect((await desk.state(leadId)).deadlines.claim).toBeGreaterThan(desk.world.now());
    await desk.check();
  });
});

describe("the method pool", () => {
  test("is refused with its place and what to do", async () => {
    const desk = await openDesk();
    const errors = async (method: object) => {
      const plan = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" }, ...rules(method) };
      return ((await desk.ask("root", "PUT", "/v1/plan", plan)).body as { errors?: object[] }).errors;
    };
    expect(await errors({ then: ["lena"] })).toEqual([
      { pointer: "/rules/0/method/then", detail: "needs claimWithin: after that time the backups are asked" },
    ]);
    expect(await errors({ claimWithin: "PT15M", then: ["nobody"], managerId: "none" })).toEqual([
      { pointer: "/rules/0/method/then/0", detail: "there is no agent nobody" },
      { pointer: "/rules/0/method/managerId", detail: "there is no agent none" },
    ]);
    expect(await errors({ claimWithin: "15m" })).toMatchObject([{ pointer: "/rules/0/method/claimWithin" }]);
    expect(await errors({ claimWithin: "PT15M", pool: { team: "mars" } })).toMatchObject([
      { pointer: "/rules/0/method/pool/team" },
    ]);
  });
});
