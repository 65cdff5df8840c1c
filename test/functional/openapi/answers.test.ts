import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { openApiRoute } from "../../../functions/admin-api/resources/openapi.ts";
import { postEngagement } from "../../../functions/intake/engagement.ts";
import { getForm, postForm } from "../../../functions/intake/forms.ts";
import type { Group } from "../../../shared/contract/groups.ts";
import { routes } from "../../../shared/contract/routes.ts";
import { decisionAnswer } from "../../../shared/openapi/answers/decision.ts";
import { openApiText } from "../../../shared/openapi/open-api-file.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { figuresOf, proposalOf } from "../../store/contract/figures.ts";
import { caller } from "../../support/call-function.ts";
import { undocumented } from "../../support/documented.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { createMemoryWorld } from "../../support/world/memory-world.ts";
import type { Asker } from "../../support/world/world.ts";

const world = createMemoryWorld(1);
const visited = new Set<string>();
const person = (name: string, ...groups: Group[]): Asker => ({ person: name, groups });
const admin = person("admin", "admin");
const manager = person("manu", "manager");
const anna = person("anna", "agent");

/** Calls a route with values for its parameters; whatever the answer is, it has to be as described. */
async function call(route: string, as: Asker, body?: unknown, values: readonly string[] = []) {
  const [method = "", pattern = ""] = route.split(" ");
  const rest = [...values];
  const path = pattern.replace(/\{\w+\}/g, () => rest.shift() ?? "");
  const [query = ""] = rest;
  const answer = await world.ask(method, `${path}${query}`, { as, ...(body !== undefined && { body }) });
  expect(undocumented(route, answer), `${route} → ${answer.status}`).toEqual([]);
  visited.add(route);
  await world.settle();
  return answer;
}

const keyOf = z.object({ key: z.string() });
const leadOf = z.object({ leadId: z.string(), status: z.string() });
let source: Asker = { stranger: true };

async function newLead(number: number, more: object = {}) {
  const { body } = await call("POST /v1/leads", source, { email: `erika.${number}@example.com`, ...more });
  return leadOf.parse(body);
}

const act = (as: Asker, leadId: string, action: string, body?: unknown) =>
  call(`POST /v1/leads/{id}/${action}`, as, body, [leadId]);

beforeAll(async () => {
  const plan = {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    scoring: { rules: [{ when: { field: "interest", op: "eq", value: "seller" }, points: 20, why: "sells" }] },
    rules: [
      { id: "pool", when: { field: "interest", op: "eq", value: "renter" }, method: { type: "pool" } },
      { id: "pick", when: { field: "interest", op: "eq", value: "investor" }, method: { type: "cherryPick" } },
      { id: "anna", method: { type: "agent", agentId: "anna" } },
    ],
    fallback: { type: "roundRobin" },
  };
  for (const [id, role] of [["anna"], ["ben"], ["isa", "isa"], ["manu", "manager"]]) {
    const agent = { name: `${id} Muster`, email: `${id}@example.com`, team: "berlin", ...(role && { role }) };
    expect((await call("PUT /v1/agents/{id}", admin, agent, [id ?? ""])).status).toBe(201);
  }
  expect((await call("PUT /v1/plan", admin, plan)).status).toBe(201);
  const { body } = await call("PUT /v1/sources/{id}", admin, { name: "Website" }, ["website"]);
  source = { key: keyOf.parse(body).key };
});

describe("what the API answers is as its description says", () => {
  test("configuration", async () => {
    await call("PUT /v1/teams/{id}", admin, { name: "Berlin", leaderId: "manu" }, ["berlin"]);
    await call("PUT /v1/areas/{id}", admin, { name: "Mitte", postalCodes: ["101*"] }, ["mitte"]);
    for (const [kind = "", id = ""] of [
      ["agents", "anna"],
      ["teams", "berlin"],
      ["areas", "mitte"],
      ["sources", "website"],
    ]) {
      expect((await call(`GET /v1/${kind}`, admin)).status).toBe(200);
      expect((await call(`GET /v1/${kind}/{id}`, admin, undefined, [id])).status).toBe(200);
      expect((await call(`PUT /v1/${kind}/{id}`, admin, { nome: "?" }, [id])).status).toBe(422);
      expect((await call(`PUT /v1/${kind}/{id}`, anna, {}, [id])).status).toBe(403);
      expect((await call(`GET /v1/${kind}/{id}`, admin, undefined, ["nobody"])).status).toBe(404);
    }
    const outline = [
      [13, 52],
      [14, 52],
      [14, 53],
      [13, 52],
    ];
    const drawn = { name: "Drawn", postalCodes: ["10115"], polygon: { type: "Polygon", coordinates: [outline] } };
    expect((await call("PUT /v1/areas/{id}", admin, drawn, ["drawn"])).status).toBe(201);
    expect((await call("GET /v1/areas/overlaps", admin)).body).toMatchObject({ items: [{ postalCodes: ["10115"] }] });
    expect((await call("GET /v1/areas/overview", admin, undefined, ["?days=7"])).status).toBe(200);
    expect((await call("GET /v1/areas/overview", admin, undefined, ["?days=94"])).status).toBe(422);
    expect((await call("GET /v1/postal-codes/{code}", admin, undefined, ["01067"])).status).toBe(200);
    expect((await call("DELETE /v1/areas/{id}", admin, undefined, ["drawn"])).status).toBe(204);
    expect((await call("DELETE /v1/teams/{id}", admin, undefined, ["berlin"])).status).toBe(409);
    expect((await call("DELETE /v1/areas/{id}", admin, undefined, ["mitte"])).status).toBe(204);
    expect((await call("POST /v1/sources/{id}/key", admin, undefined, ["website"])).status).toBe(201);
    const off = { from: "2026-12-21T00:00:00Z", to: "2026-12-23T00:00:00Z", reason: "vacation" };
    const { body } = await call("POST /v1/agents/{id}/time-off", anna, off, ["anna"]);
    const { timeOffId } = z.object({ timeOffId: z.string() }).parse(body);
    expect((await call("GET /v1/agents/{id}/time-off", anna, undefined, ["anna"])).status).toBe(200);
    const gone = await call("DELETE /v1/agents/{id}/time-off/{timeOffId}", anna, undefined, ["anna", timeOffId]);
    expect(gone.status).toBe(204);
  });

  test("plan and rotation", async () => {
    expect((await call("GET /v1/plan", admin)).status).toBe(200);
    expect((await call("GET /v1/plan/versions", admin)).status).toBe(200);
    expect((await call("GET /v1/plan/starters", manager)).body).toHaveProperty("items.2.plan.rules");
    expect((await call("POST /v1/plan/check", admin, {})).status).toBe(200);
    expect((await call("POST /v1/plan/preview", admin, { lead: { interest: "seller" } })).status).toBe(200);
    const other = { timezone: "UTC", defaultCountry: "DE", rules: [], fallback: { type: "pool" } };
    const tried = { plan: other, leads: [{ interest: "seller" }], trace: true };
    expect((await call("POST /v1/plan/simulate", admin, tried)).status).toBe(200);
    expect((await call("GET /v1/pools", anna)).status).toBe(200);
    expect((await call("GET /v1/on-call", anna)).status).toBe(200);
  });

  test("a lead from its arrival to the deal", async () => {
    const { leadId } = await newLead(1, { interest: "seller", postalCode: "10115", consent: { given: true } });
    expect((await newLead(1)).status).toBe("duplicate");
    expect((await call("POST /v1/leads", source, { email: "nobody" })).status).toBe(422);
    expect((await call("POST /v1/leads", { stranger: true }, { email: "a@example.com" })).status).toBe(401);
    for (const as of [anna, manager, person("fiona", "finance")]) {
      expect((await call("GET /v1/leads/{id}", as, undefined, [leadId])).status).toBe(200);
    }
    expect((await act(anna, leadId, "contact", { channel: "call", outcome: "reached" })).status).toBe(409);
    expect((await act(anna, leadId, "accept")).status).toBe(200);
    expect((await act(anna, leadId, "contact", { channel: "call", outcome: "reached", note: "nice" })).status).toBe(
      200,
    );
    expect((await act(anna, leadId, "qualify", { checklist: { valuation: 450000 } })).status).toBe(200);
    expect((await act(anna, leadId, "appointment", { at: "2026-12-01T10:00:00Z" })).status).toBe(200);
    expect((await act(anna, leadId, "feedback", { rating: 5 })).status).toBe(200);
    expect((await act(anna, leadId, "engagement", { type: "visit" })).status).toBe(200);
    expect((await call("PATCH /v1/leads/{id}", anna, { city: "Berlin" }, [leadId])).status).toBe(200);
    expect((await act(anna, leadId, "convert", { value: { amount: 9000, currency: "EUR" } })).status).toBe(200);
    const { body } = await call("GET /v1/leads/{id}/history", anna, undefined, [leadId]);
    const { items } = z
      .object({ items: z.array(z.object({ decision: decisionAnswer.schema.optional() })) })
      .parse(body);
    expect(items.some(({ decision }) => decision)).toBe(true);
    expect((await call("GET /v1/leads/{id}/export", manager, undefined, [leadId])).status).toBe(200);
    expect((await call("GET /v1/leads", manager, undefined, ["?limit=5"])).status).toBe(200);
    expect((await call("DELETE /v1/leads/{id}", manager, undefined, [leadId])).status).toBe(200);
  });

  test("the other ways of a lead", async () => {
    const first = await newLead(2);
    expect((await act(anna, first.leadId, "decline", { reason: "No time" })).status).toBe(200);
    expect((await act(manager, first.leadId, "assign", { agentId: "ben", reason: "knows them" })).status).toBe(200);
    expect((await act(person("ben", "agent"), first.leadId, "unqualify", { reason: "spam" })).status).toBe(200);
    const second = await newLead(3, { interest: "renter" });
    expect((await call("GET /v1/pool", anna)).status).toBe(200);
    expect((await act(anna, second.leadId, "claim")).status).toBe(200);
    expect((await act(person("ben", "agent"), second.leadId, "claim")).status).toBeGreaterThanOrEqual(400);
    expect((await act(manager, second.leadId, "handover", { to: "ben" })).status).toBe(409);
    const handover = { to: "ben", reason: "wants to sell this week" };
    expect((await act(manager, second.leadId, "handover", handover)).status).toBe(200);
    expect((await act(manager, second.leadId, "lose", { reason: "bought elsewhere" })).status).toBe(200);
    const picked = await newLead(24, { interest: "investor", message: "Two flats", company: { name: "Muster AG" } });
    expect((await act(anna, picked.leadId, "open")).status).toBe(200);
    expect((await act(person("ben", "agent"), picked.leadId, "open")).status).toBe(409);
    expect((await call("GET /v1/leads/{id}", manager, undefined, [picked.leadId])).status).toBe(200);
    expect((await call("GET /v1/pool", person("ben", "agent"))).status).toBe(200);
    expect((await act(anna, picked.leadId, "claim")).status).toBe(200);
    const report = await call("GET /v1/reports/conversion", manager, undefined, ["?by=agent"]);
    expect(report.status).toBe(200);
    expect((await call("GET /v1/reports/conversion", manager, undefined, ["?by=moon"])).status).toBe(422);
    for (const [format, status] of [
      ["json", 200],
      ["csv", 200],
      ["xml", 422],
    ] as const) {
      const picked = await call("GET /v1/reports/cherry-pick", manager, undefined, [`?format=${format}`]);
      expect(picked.status).toBe(status);
      const bought = await call("GET /v1/reports/buyers", manager, undefined, [`?format=${format}`]);
      expect(bought.status).toBe(status);
    }
    expect((await call("GET /v1/me", anna)).status).toBe(200);
    expect((await call("GET /v1/me", admin)).status).toBe(200);
    expect((await call("GET /v1/leads/{id}", anna, undefined, ["ld_none"])).status).toBe(404);
  });

  test("bad leads, figures and tiers", async () => {
    const { leadId } = await newLead(4);
    expect((await act(anna, leadId, "accept")).status).toBe(200);
    expect((await act(anna, leadId, "complain", { reason: "too far for me" })).body).toHaveProperty("complaint.next");
    expect((await act(anna, leadId, "complain", {})).status).toBe(422);
    expect((await act(anna, leadId, "return", { reason: "no such person" })).body).toHaveProperty("returnAsked");
    expect((await act(manager, leadId, "return", { reason: "checked" })).status).toBe(200);
    expect((await act(manager, leadId, "return", {})).status).toBe(422);

    const { figures } = world.ports as Ports;
    await figures.save(new Map([["anna", figuresOf("anna")]]));
    for (const agentId of ["anna", "ben"]) await figures.propose(proposalOf(agentId));
    const plan = (await call("GET /v1/plan", admin)).body as object;
    expect((await call("PUT /v1/plan", admin, { ...plan, tiers: { promoteAt: { B: 0.22 } } })).status).toBe(200);
    expect((await call("GET /v1/agents/{id}", manager, undefined, ["anna"])).body).toHaveProperty("figures.from");
    expect((await call("GET /v1/me", anna)).body).toHaveProperty("tierPath.next");
    expect((await call("GET /v1/sources/{id}", admin, undefined, ["website"])).body).toHaveProperty("figures");
    expect((await call("GET /v1/sources", admin)).status).toBe(200);
    expect((await call("GET /v1/tiers", anna)).body).toHaveProperty("own.place");
    expect((await call("GET /v1/tiers", manager)).body).not.toHaveProperty("own");
    expect((await call("GET /v1/tiers/proposals", manager, undefined, ["?status=open"])).status).toBe(200);
    const decide = (what: string, id: string) => call(`POST /v1/tiers/proposals/{id}/${what}`, manager, {}, [id]);
    expect((await decide("refuse", "2026-q3-ben")).status).toBe(200);
    expect((await decide("confirm", "2026-q3-ben")).status).toBe(409);
    expect((await decide("confirm", "2026-q3-anna")).status).toBe(409);
    expect((await decide("confirm", "2026-q3-nobody")).status).toBe(404);
  });

  test("buyers and shared leads", async () => {
    const delivery = { type: "webhook", url: "https://acme.example.com/leads" };
    const acme = { name: "Acme", delivery, price: { amount: 35, currency: "EUR" } };
    expect((await call("PUT /v1/buyers/{id}", admin, acme, ["acme"])).body).toHaveProperty("secret");
    expect((await call("PUT /v1/buyers/{id}", admin, { ...acme, price: 1 }, ["acme"])).status).toBe(422);
    const misspelt = { ...acme, filter: { field: "temperature", op: "eq", value: "hott" } };
    expect((await call("PUT /v1/buyers/{id}", admin, misspelt, ["acme"])).body).toHaveProperty("problems.0.fix");
    expect((await call("PUT /v1/buyers/{id}", admin, acme, ["acme"])).body).toHaveProperty("problems", []);
    expect((await call("POST /v1/buyers/{id}/secret", admin, {}, ["acme"])).status).toBe(201);
    expect((await call("GET /v1/buyers", manager)).status).toBe(200);
    expect((await call("GET /v1/buyers/{id}", manager, undefined, ["acme"])).status).toBe(200);
    const plan = (await call("GET /v1/plan", admin)).body as { readonly rules: readonly unknown[] };
    const when = { field: "product", op: "eq", value: "shared" };
    const method = { type: "shared", buyers: ["acme"], pool: { agents: ["anna"] }, shares: 2 };
    const rules = [{ id: "shared", when, method }, ...plan.rules];
    expect((await call("PUT /v1/plan", admin, { ...plan, rules })).status).toBe(200);

    const { body } = await call("POST /v1/leads", source, { email: "shared@example.com", product: "shared" });
    expect(body).toHaveProperty("shares.1.shareId");
    const { leadId } = leadOf.parse(body);
    for (const as of [anna, manager, person("finn", "finance")]) {
      expect((await call("GET /v1/leads/{id}", as, undefined, [leadId])).body).toHaveProperty("shares.1.status");
    }
    expect((await act(anna, leadId, "accept")).body).toHaveProperty("shareId");
    expect((await act(manager, leadId, "assign", { agentId: "anna", reason: "hers" })).status).toBe(422);
    expect((await call("GET /v1/leads/{id}/history", manager, undefined, [leadId])).status).toBe(200);
    expect((await call("GET /v1/leads/{id}/export", manager, undefined, [leadId])).body).toHaveProperty("shares");
    expect((await call("GET /v1/leads", manager)).status).toBe(200);

    const [sent] = (world.ports as MemoryPorts).buyersServers.calls;
    const { data } = JSON.parse(sent?.body ?? "{}") as { readonly data: { readonly answerUrl: string } };
    const token = new URL(data.answerUrl).pathname.slice("/b/".length);
    const answer = (words: object) => call("POST /b/{token}", { stranger: true }, words, [token]);
    expect((await answer({ action: "rate", rating: 4 })).status).toBe(200);
    expect((await answer({ action: "rate", rating: 9 })).status).toBe(422);
    expect((await answer({ action: "return", reason: "known" })).status).toBe(200);
    expect((await call("DELETE /v1/buyers/{id}", admin, undefined, ["acme"])).status).toBe(409);
    expect((await call("PUT /v1/plan", admin, { ...plan, rules: plan.rules })).status).toBe(200);
    expect((await call("DELETE /v1/buyers/{id}", admin, undefined, ["acme"])).status).toBe(204);
  });

  test("forms and engagement", async () => {
    const ports = createMemoryPorts();
    const open = {
      "GET /v1/forms/{formId}": getForm,
      "POST /v1/forms/{formId}": postForm,
      "POST /v1/engagement": postEngagement,
    };
    const ask = caller("intake", { open }, ports);
    const named = { name: "Form", form: { honeypot: "website" }, format: "fairlead", answer: "full" } as const;
    await ports.config.saveSource("contact", named, undefined);
    const params = { formId: "contact" };
    expect((await ask("GET /v1/forms/{formId}", { params })).status).toBe(200);
    expect((await ask("POST /v1/forms/{formId}", { params, body: { email: "a@example.com" } })).status).toBe(201);
    expect((await ask("POST /v1/forms/{formId}", { params, body: {} })).status).toBe(422);
    expect((await ask("POST /v1/engagement", { body: {} })).status).toBe(401);
    for (const route of Object.keys(open)) visited.add(route);
  });

  test("and the description is served as it is committed", async () => {
    const ask = caller("admin-api", { open: { "GET /v1/openapi.json": openApiRoute } }, createMemoryPorts());
    expect((await ask("GET /v1/openapi.json")).body).toEqual(JSON.parse(openApiText()));
    visited.add("GET /v1/openapi.json");
  });
});

afterAll(() => {
  const pages = /^(\w+ \/o\/|GET \/b\/|OPTIONS )/;
  const missed = routes.map(({ route }) => route).filter((route) => !visited.has(route) && !pages.test(route));
  expect(missed).toEqual(["DELETE /v1/agents/{id}", "DELETE /v1/sources/{id}"]);
});
