import { expect, it } from "vitest";
import * as z from "zod";
import { admin, type LocalTenant, minute } from "../../support/world/local-tenant.ts";
import { roomy } from "./scenario-pool.ts";

const counted = z.array(z.looseObject({ key: z.string(), leads: z.record(z.string(), z.number()) }));
const simulated = z.looseObject({
  leads: z.number(),
  compared: z.array(z.string()),
  tables: z.looseObject({ agent: counted }),
  changed: z.looseObject({ count: z.number(), items: z.array(z.looseObject({ lead: z.string(), why: z.string() })) }),
});
const checked = z.looseObject({ problems: z.array(z.looseObject({ code: z.string(), pointer: z.string() })) });

/** F9: a plan is checked, and tried on the tenant's own past leads, before it is saved. */
export function planTrialScenarios(tenant: () => LocalTenant): void {
  const other = (rules: readonly object[]) => ({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules,
    fallback: { type: "pool" },
  });
  const sellersToBen = {
    id: "sellers",
    name: "Sellers to Ben",
    when: { field: "interest", op: "eq", value: "seller" },
    method: { type: "agent", agentId: "ben" },
  };

  it("shows what past leads would have become, and leaves no trace", async () => {
    for (const [order, agentId] of ["anna", "ben"].entries()) await tenant().agent(agentId, { order, ...roomy });
    expect(await tenant().offered(3, { interest: "seller", language: "de" })).toEqual(["anna", "ben", "anna"]);
    await tenant().world.advance(minute);
    const before = await tenant().world.ports.rotation.sequence("all");

    const plan = other([sellersToBen, { id: "all", method: { type: "roundRobin" } }]);
    const { status, body } = await tenant().ask("mia", "POST", "/v1/plan/simulate", { plan, trace: true });
    expect(status).toBe(200);
    const found = simulated.parse(body);
    expect(found).toMatchObject({ leads: 3, compared: ["recorded", "present", "changed"] });
    expect(found.tables.agent).toEqual([
      expect.objectContaining({ key: "anna", leads: { recorded: 2, present: 2, changed: 0 } }),
      expect.objectContaining({ key: "ben", leads: { recorded: 1, present: 1, changed: 3 } }),
    ]);
    expect(found.changed).toMatchObject({
      count: 2,
      items: [{ why: "Rule “Sellers to Ben” instead of “all”." }, { lead: expect.stringMatching(/^ld_/) }],
    });
    expect(JSON.stringify(body)).not.toMatch(/@|\+49/);
    expect(await tenant().world.ports.rotation.sequence("all")).toEqual(before);
  });

  it("is checked first, and refused to those who are not in charge", async () => {
    const wall = { id: "everything", method: { type: "roundRobin" }, overflow: "queue" };
    const plan = other([
      wall,
      { ...sellersToBen, when: { field: "hour", op: "gte", value: 24 } },
      { ...wall, id: "later" },
    ]);
    const { problems } = checked.parse((await tenant().ask("mia", "POST", "/v1/plan/check", { plan })).body);
    expect(problems.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual(
      expect.arrayContaining(["/rules/1/when neverMatches", "/rules/2 neverReached"]),
    );
    expect((await tenant().ask("anna", "POST", "/v1/plan/simulate", { plan })).status).toBe(403);
    const bad = { plan, leads: [{ receivedAt: "soon" }] };
    expect(await tenant().ask("mia", "POST", "/v1/plan/simulate", bad)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/leads/0/receivedAt" }] },
    });
  });

  it("is saved whole or not at all, and leads in flight keep the version they were decided by", async () => {
    const versionOf = async (leadId: string) => {
      const { planVersion, offer } = await tenant().state(leadId);
      return { planVersion, expiresAt: offer?.expiresAt };
    };
    const inFlight = await tenant().lead({ interest: "seller" });
    const decided = await versionOf(inFlight.leadId);
    const before = await tenant().ask("root", "GET", "/v1/plan");
    const quick = { sla: { hot: { acceptWithin: "PT1M", contactWithin: "PT5M" } }, rules: [sellersToBen] };
    for (const mistake of [
      { offers: { then: "manager" } },
      { rules: [sellersToBen, { id: "zoe", method: { type: "agent", agentId: "zoe" } }] },
      { rules: [sellersToBen, sellersToBen] },
    ]) {
      const refused = await tenant().ask("root", "PUT", "/v1/plan", { ...other([]), ...quick, ...mistake });
      expect(refused.status).toBe(422);
    }
    const stale = { as: admin, body: { ...other([]), ...quick }, headers: { "if-match": '"99999"' } };
    expect((await tenant().world.ask("PUT", "/v1/plan", stale)).status).toBe(412);
    const after = await tenant().ask("root", "GET", "/v1/plan");
    expect([after.body, after.headers.etag]).toEqual([before.body, before.headers.etag]);
    const next = await tenant().lead({ interest: "seller" });
    expect((await versionOf(next.leadId)).planVersion).toBe(decided.planVersion);

    await tenant().plan(quick);
    expect(await versionOf(inFlight.leadId)).toEqual(decided);
    const later = await tenant().lead({ interest: "seller", temperature: "hot" });
    expect(later.offer?.agentId).toBe("ben");
    expect((await versionOf(later.leadId)).planVersion).toBe(decided.planVersion + 1);
  });
}
