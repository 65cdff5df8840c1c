import { beforeEach, describe, expect, it } from "vitest";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

let desk: AdminDesk;

const plan = (rules: readonly object[], given: object = {}) => ({
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  rules,
  fallback: { type: "pool" },
  ...given,
});
const everyone = { id: "all", name: "Alle", method: { type: "roundRobin" } };
const toBen = {
  id: "sellers",
  name: "Verkäufer",
  when: { field: "interest", op: "eq", value: "seller" },
  method: { type: "agent", agentId: "ben" },
};
const lead = (minutes: number, interest: string, more: object = {}) => ({
  interest,
  receivedAt: new Date(Date.parse("2026-11-20T09:00:00Z") + minutes * 60_000).toISOString(),
  ...more,
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
// biome-ignore lint/suspicious/noExplicitAny: a test looks at what it was answered.
type Anything = any;

async function simulate(body: object, headers = {}): Promise<Answer & { readonly told: Anything }> {
  const answer = await desk.call("POST /v1/plan/simulate", { body, headers });
  return { ...answer, told: answer.body };
}

beforeEach(async () => {
  desk = createAdminDesk();
  await desk.agent("anna", { order: 1, tier: "A" });
  await desk.agent("ben", { order: 2, tier: "B" });
  await desk.put("areas", "mitte", { name: "Mitte", postalCodes: ["101*"] });
  await desk.plan();
});

describe("POST /v1/plan/simulate with given leads", () => {
  it("shows who would have received what, beside the present plan", async () => {
    const leads = [lead(0, "seller", { postalCode: "10115" }), lead(1, "seller"), lead(2, "buyer"), lead(3, "Verkauf")];
    const { status, told } = await simulate({ plan: plan([toBen, everyone]), leads });
    expect(status).toBe(200);
    expect(told).toMatchObject({ leads: 4, leftOut: 0, openFor: "P14D", compared: ["present", "changed"] });
    expect(told.tables.agent).toEqual([
      { key: "anna", leads: { present: 2, changed: 1 }, share: { present: 0.5, changed: 0.25 } },
      { key: "ben", leads: { present: 2, changed: 3 }, share: { present: 0.5, changed: 0.75 } },
    ]);
    expect(told.tables.rule).toEqual([
      { key: "all", leads: { present: 4, changed: 1 }, share: { present: 1, changed: 0.25 } },
      { key: "sellers", leads: { present: 0, changed: 3 }, share: { present: 0, changed: 0.75 } },
    ]);
    expect(told.tables.tier.map(({ key }: { key: string }) => key)).toEqual(["A", "B"]);
    expect(told.tables.area.map(({ key, leads: { changed } }: Anything) => [key, changed])).toEqual([
      ["mitte", 1],
      ["–", 3],
    ]);
    expect(told.changed).toMatchObject({
      count: 1,
      items: [
        {
          lead: "/leads/0",
          receivedAt: "2026-11-20T09:00:00.000Z",
          from: { outcome: "agent", agentId: "anna", ruleId: "all" },
          to: { outcome: "agent", agentId: "ben", ruleId: "sellers" },
          why: "Rule “Verkäufer” instead of “Alle”.",
        },
      ],
    });
    expect(told.turns).toEqual([
      {
        agentId: "anna",
        turns: { present: 2, changed: 1 },
        due: { present: 2, changed: 0.5 },
        deviation: { present: 0, changed: 0.5 },
      },
      expect.objectContaining({ agentId: "ben", turns: { present: 2, changed: 0 } }),
    ]);
  });

  it("replays in order of arrival, whatever order they are given in, and leaves no trace", async () => {
    const leads = [lead(9, "buyer", { email: "b@example.com" }), lead(0, "buyer", { email: "a@example.com" })];
    const { told } = await simulate({ plan: plan([everyone]), leads, trace: true });
    expect(told.changed.count).toBe(0);
    const moved = await simulate({ plan: plan([{ ...toBen, when: undefined }]), leads, trace: true });
    expect(moved.told.changed.items).toMatchObject([
      {
        lead: "/leads/1",
        to: { agentId: "ben" },
        decision: { chosen: ["ben"], summary: expect.stringContaining("Agent ben") },
      },
    ]);
    expect(await desk.ports.rotation.sequence("all")).toBeUndefined();
    expect(await desk.ports.loads.held(["anna", "ben"])).toEqual(new Map());
    expect(desk.ports.commits).toEqual([]);
  });

  it("knows people who write again: duplicates inside the window, their agent after it", async () => {
    const again = { email: "Mia@Example.com" };
    const leads = [
      lead(0, "buyer", again),
      lead(5, "buyer"),
      lead(10, "buyer", again),
      lead(60 * 24 * 3, "buyer", again),
    ];
    const { told } = await simulate({ plan: plan([everyone], { duplicates: { window: "P1D" } }), leads });
    expect(told.tables.outcome).toMatchObject([{ key: "agent" }, { key: "duplicate", leads: { changed: 1 } }]);
    expect(told.tables.rule).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: "continuity", leads: { present: 0, changed: 1 } })]),
    );
  });

  it("fills people up, lets leads wait and be taken, by how long a lead stays open", async () => {
    await desk.agent("anna", { order: 1, capacity: 1 });
    const leads = [0, 10, 20, 200].map((minutes) => lead(minutes, "buyer"));
    const waiting = plan([{ ...everyone, method: { type: "agent", agentId: "anna" }, overflow: "queue" }]);
    const { told } = await simulate({ plan: waiting, leads, openFor: "PT1H" });
    expect(told.waited).toMatchObject({ leads: { changed: 2 }, longest: { changed: "PT1H40M" } });
    expect(told.tables.outcome).toEqual([expect.objectContaining({ key: "agent", leads: { present: 4, changed: 4 } })]);
    const full = await simulate({ plan: waiting, leads });
    expect(full.told.tables.outcome).toMatchObject([
      { key: "agent", leads: { changed: 1 } },
      { key: "waiting", leads: { changed: 3 } },
    ]);
    expect(full.told.changed.items[0]).toMatchObject({ to: { outcome: "waiting" }, why: expect.any(String) });
  });

  it("keeps to hours and time off at the time of each arrival", async () => {
    await desk.agent("anna", { order: 1, workingHours: { fri: ["10:00-11:00"] }, timezone: "UTC" });
    await desk.call("POST /v1/agents/{id}/time-off", {
      params: { id: "ben" },
      body: { from: "2026-11-20T10:30:00Z", to: "2026-11-20T12:00:00Z" },
    });
    const leads = [0, 61, 91, 119, 181].map((minutes) => lead(minutes, "buyer"));
    const { told } = await simulate({ plan: plan([everyone]), leads });
    expect(told.tables.agent).toMatchObject([
      { key: "anna", leads: { changed: 3 } },
      { key: "ben", leads: { changed: 2 } },
    ]);
  });

  it("names what is wrong with the place", async () => {
    const bad = (body: object) => simulate({ plan: plan([everyone]), ...body });
    const email = await bad({ leads: [lead(0, "buyer"), lead(1, "buyer", { email: "nobody" })] });
    expect(email).toMatchObject({ status: 422, body: { errors: [{ pointer: "/leads/1/email" }] } });
    expect(await bad({ leads: [lead(0, "buyer", { source: "nowhere" })] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/leads/0/source", detail: "there is no source nowhere" }] },
    });
    expect(await bad({ leads: [{ receivedAt: "yesterday" }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/leads/0/receivedAt" }] },
    });
    const many = await bad({ leads: Array.from({ length: 5001 }, () => ({})) });
    expect(many).toMatchObject({
      status: 422,
      body: { errors: [{ detail: expect.stringContaining("npx fairlead") }] },
    });
    expect(await bad({ sourceId: "nowhere" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/sourceId" }] },
    });
    const backwards = { from: "2026-11-02T00:00:00Z", to: "2026-11-01T00:00:00Z" };
    expect(await bad(backwards)).toMatchObject({ status: 422, body: { errors: [{ pointer: "/to" }] } });
    expect((await simulate({ leads: [] })).status).toBe(422);
  });

  it("is not for agents", async () => {
    const as = { username: "anna", groups: ["agent"] as const };
    expect((await desk.call("POST /v1/plan/simulate", { body: { plan: plan([]) }, as })).status).toBe(403);
  });
});
