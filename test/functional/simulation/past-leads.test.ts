import { beforeEach, describe, expect, it } from "vitest";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

let desk: LeadDesk;
let leadIds: string[];

// biome-ignore lint/suspicious/noExplicitAny: a test looks at what it was answered.
type Anything = any;

async function simulate(body: object): Promise<{ readonly status: number; readonly body: Anything }> {
  return desk.ask("root", "POST", "/v1/plan/simulate", { to: "2026-11-24T00:00:00Z", ...body });
}

const plan = (rules: readonly object[], given: object = {}) => ({
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  rules,
  fallback: { type: "pool" },
  ...given,
});
const all = { id: "all", method: { type: "roundRobin" } };

/** Six leads: the first is declined by Anna and passed on; the last person asks twice. */
beforeEach(async () => {
  desk = await openDesk();
  leadIds = [];
  for (let i = 0; i < 5; i++) leadIds.push(await desk.lead({ email: `p${i}@example.com` }));
  await desk.act("anna", leadIds[0] ?? "", "decline", { reason: "busy" });
  leadIds.push(await desk.lead({ email: "p4@example.com" }));
});

describe("POST /v1/plan/simulate with past leads", () => {
  it("counts leads to be picked as posted, and previews them in one sentence (C10)", async () => {
    const picked = plan([{ id: "pick", name: "Auswahl", method: { type: "cherryPick", claimWithin: "PT2H" } }]);
    const { status, body } = await simulate({ plan: picked });
    expect(status).toBe(200);
    expect(body.tables.outcome).toContainEqual(
      expect.objectContaining({ key: "pooled", leads: expect.objectContaining({ changed: 5 }) }),
    );
    const preview = await desk.ask("root", "POST", "/v1/plan/preview", {
      plan: picked,
      lead: { email: "new@example.com" },
    });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        outcome: "pooled",
        method: "cherryPick",
        summary: expect.stringContaining("the lead is there to be picked; whoever takes it has it at once"),
      },
    });
  });

  it("puts what was recorded beside both plans, without personal data", async () => {
    const { status, body } = await simulate({
      plan: plan([{ id: "carl", method: { type: "agent", agentId: "cem" } }]),
    });
    expect(status).toBe(200);
    expect(body.compared).toEqual(["recorded", "present", "changed"]);
    expect(body).toMatchObject({ leads: 6, leftOut: 0, openFor: "P14D", against: "present" });
    const outcome = body.tables.outcome;
    expect(outcome).toContainEqual(
      expect.objectContaining({ key: "duplicate", leads: { recorded: 1, present: 1, changed: 1 } }),
    );
    expect(body.tables.agent).toContainEqual(
      expect.objectContaining({ key: "cem", leads: expect.objectContaining({ changed: 5 }) }),
    );
    const recorded = body.tables.agent.map(({ key, leads }: Anything) => [key, leads.recorded]);
    const owners = await Promise.all(
      leadIds.slice(0, 5).map(async (leadId) => {
        const state = await desk.world.ports.leads.state(leadId);
        return state?.ownerId ?? state?.offer?.agentId;
      }),
    );
    for (const [agentId, count] of recorded) {
      expect(count).toBe(owners.filter((owner) => owner === agentId).length);
    }
    expect(body.changed.items[0].lead).toMatch(/^ld_/);
    expect(JSON.stringify(body)).not.toMatch(/Erika|Mustermann|example\.com/);
  });

  it("keeps duplicates of earlier leads, and known people with their agent, when the span begins after those", async () => {
    const last = await desk.world.ports.leads.body(leadIds[5] ?? "");
    const from = new Date(last?.receivedAt ?? 0).toISOString();
    const to = new Date((last?.receivedAt ?? 0) + 1).toISOString();
    const { body } = await simulate({ plan: plan([all]), from, to });
    const duplicates = body.tables.outcome.find(({ key }: Anything) => key === "duplicate");
    expect(duplicates.leads.changed).toBe(duplicates.leads.recorded);
  });

  it("scores them anew by the changed plan", async () => {
    const { body } = await simulate({ plan: plan([all], { scoring: { base: 90, hot: 80 } }) });
    const hot = body.tables.temperature.find(({ key }: Anything) => key === "hot");
    expect(hot.leads).toMatchObject({ changed: 6 });
    const nurtured = await simulate({ plan: plan([all], { scoring: { base: 10, handoverAt: 50 } }) });
    expect(nurtured.body.tables.outcome).toContainEqual(
      expect.objectContaining({ key: "nurture", leads: expect.objectContaining({ changed: 5 }) }),
    );
    expect(nurtured.body.changed.items[0].why).toMatch(/points instead of|counts as/);
  });

  it("finds none in another time or of another source, and refuses a source that does not exist", async () => {
    const { body } = await simulate({ plan: plan([all]), to: "2026-01-01T00:00:00Z" });
    expect(body).toMatchObject({ leads: 0, compared: ["present", "changed"], changed: { count: 0 } });
    expect(await simulate({ plan: plan([all]), sourceId: "gone" })).toMatchObject({ status: 422 });
  });
});
