import { beforeEach, describe, expect, it } from "vitest";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

let desk: LeadDesk;
beforeEach(async () => {
  desk = await openDesk();
});

const refusal = async (path: string) => {
  const { status, body } = await desk.ask("root", "DELETE", path);
  expect({ path, status }).toEqual({ path, status: 409 });
  return (body as { detail: string }).detail;
};
const put = async (path: string, body: object) => {
  const answer = await desk.ask("root", "PUT", path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
};

describe("a source with open leads", () => {
  it("is kept, and its leads are named, until they are closed", async () => {
    const leads = [await desk.lead(), await desk.lead(), await desk.lead(), await desk.lead()];
    const detail = await refusal("/v1/sources/website");
    expect(leads.filter((leadId) => detail.includes(leadId))).toHaveLength(3);
    expect(detail).toContain("and more");

    const last = leads.pop() ?? "";
    for (const leadId of leads) await desk.ask("root", "DELETE", `/v1/leads/${leadId}`);
    expect(await refusal("/v1/sources/website")).toContain(`open leads ${last}.`);
    await desk.ask("root", "DELETE", `/v1/leads/${last}`);
    expect((await desk.ask("root", "DELETE", "/v1/sources/website")).status).toBe(204);
  });

  it("is not kept by leads that are only nurtured, nor by those of other sources", async () => {
    await put("/v1/sources/portal", { name: "Portal" });
    await desk.lead();
    expect((await desk.ask("root", "DELETE", "/v1/sources/portal")).status).toBe(204);

    desk = await openDesk({ scoring: { handoverAt: 1000 } });
    const leadId = await desk.lead({ temperature: undefined });
    expect(await desk.state(leadId)).toMatchObject({ status: "nurture" });
    expect((await desk.ask("root", "DELETE", "/v1/sources/website")).status).toBe(204);
  });
});

describe("everything that names an agent, team, area, source or buyer", () => {
  const price = { amount: 35, currency: "EUR" };
  const buyer = (filter?: object) => ({
    name: "B",
    delivery: { type: "webhook", url: "https://b.example.com/leads" },
    price,
    ...(filter && { filter }),
  });
  const field = (name: string, value: unknown) => ({ field: name, op: "eq", value });

  it("is named when it would be deleted", async () => {
    await put("/v1/areas/mitte", { name: "Mitte" });
    await put("/v1/sources/portal", { name: "Portal", defaults: { area: "mitte", firstContactBy: "cem" } });
    for (const id of ["acme", "best"]) await put(`/v1/buyers/${id}`, buyer());
    await put("/v1/buyers/corp", buyer({ any: [field("area", "mitte"), field("source", "portal")] }));
    const mixed = [
      { percent: 50, method: { type: "shared", buyers: ["acme"], pool: { team: "inside" } } },
      { percent: 50, method: { type: "pool", claimWithin: "PT1H", then: ["ben"], managerId: "mia" } },
    ];
    const off = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    await put("/v1/plan", {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      scoring: { rules: [{ when: field("source", "website"), points: 5, why: "own" }] },
      onCall: { rota: { agents: ["cem"], startsOn: "2026-11-02" } },
      progressive: [{ id: "later", when: field("area", "mitte"), pool: { agents: ["ben"] } }],
      rules: [{ id: "mixed", method: { type: "mix", parts: mixed } }],
      exceptions: [{ ruleId: "mixed", ...off, method: { type: "shared", buyers: ["best"] } }],
      fallback: { type: "pool" },
    });

    expect(await refusal("/v1/buyers/acme")).toContain("rule mixed");
    expect(await refusal("/v1/buyers/best")).toContain("rule mixed");
    expect(await refusal("/v1/teams/inside")).toContain("rule mixed");
    for (const use of ["rule later", "filter of buyer corp", "defaults.area of source portal"]) {
      expect(await refusal("/v1/areas/mitte")).toContain(use);
    }
    expect(await refusal("/v1/sources/portal")).toContain("filter of buyer corp");
    expect(await refusal("/v1/sources/website")).toContain("/scoring/rules/0/when");
    for (const use of ["rule mixed", "rule later", "backup of anna"]) {
      expect(await refusal("/v1/agents/ben")).toContain(use);
    }
    for (const use of ["/onCall/rota/agents/0", "defaults.firstContactBy of source portal"]) {
      expect(await refusal("/v1/agents/cem")).toContain(use);
    }
    expect(await refusal("/v1/agents/mia")).toContain("rule mixed");
  });
});
