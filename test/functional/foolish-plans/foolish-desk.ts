import { expect } from "vitest";
import * as z from "zod";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

/** A plan as an admin sends it: what differs from a plain one that the check has nothing to say about. */
export type Foolish = Readonly<Record<string, unknown>>;

const refusal = z.looseObject({ errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string().min(8) })) });
const checked = z.strictObject({
  problems: z.array(
    z.strictObject({
      severity: z.enum(["error", "warning", "hint"]),
      ruleId: z.string().optional(),
      pointer: z.string(),
      code: z.string(),
      message: z.string().regex(/^[\p{L}\d„“].{15,}\.$/u),
      fix: z.string().regex(/^.{10,}[.?]$/u),
    }),
  ),
});

/** A small brokerage with one of everything that can go wrong. */
export async function openBrokerage(): Promise<AdminDesk> {
  const brokerage = createAdminDesk();
  const desk = { ...brokerage, put: made(brokerage.put), agent: made(brokerage.agent) };
  const buyer = (id: string) => ({
    ...{ name: id, delivery: { type: "email", address: `${id}@example.com` } },
    price: { amount: 10, currency: "EUR" },
  });
  await desk.put("areas", "nord", { name: "Nord", postalCodes: ["13*"] });
  await desk.put("areas", "leer", { name: "Leer" });
  await desk.put("sources", "website", { name: "Website" });
  await desk.put("buyers", "acme", { ...buyer("acme"), filter: { field: "hour", op: "gt", value: 24 } });
  await desk.put("buyers", "zed", { ...buyer("zed"), status: "paused" });
  await desk.put("teams", "empty", { name: "Empty" });
  await desk.agent("anna", { territories: ["nord"], skills: ["luxury"], tier: "A" });
  await desk.agent("ben", { tier: "A" });
  await desk.agent("paul", { status: "paused" });
  await desk.agent("gone", { status: "inactive", skills: ["polo"] });
  await desk.agent("full", { capacity: 0, skills: ["chess"] });
  await desk.agent("away", { skills: ["boats"] });
  const off = { from: "2020-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z" };
  await desk.call("POST /v1/agents/{id}/time-off", { params: { id: "away" }, body: off });
  await desk.agent("ida", { role: "isa", skills: ["seller"] });
  await desk.put("teams", "sales", { name: "Sales", leaderId: "anna" });
  return brokerage;
}

/** What the plans stand in front of must be there. */
function made<Given extends unknown[]>(ask: (...given: Given) => Promise<{ readonly status: number }>) {
  return async (...given: Given) => expect([200, 201]).toContain((await ask(...given)).status);
}

/** What becomes of the plan: `422 <place>` where it is refused, `<severity> <code> <rule> <place>` of each finding. */
export async function outcomeOf(desk: AdminDesk, foolish: Foolish): Promise<readonly string[]> {
  const plan = {
    ...{ timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" } },
    ...{ rules: [{ id: "all", method: { type: "roundRobin" } }], ...foolish },
  };
  const [english, german] = await Promise.all(
    ["en", "de"].map((language) =>
      desk.call("POST /v1/plan/check", { body: plan, headers: { "accept-language": language } }),
    ),
  );
  const saved = await desk.call("PUT /v1/plan", { body: plan });
  if (english?.status !== 200) {
    expect(saved.status).toBe(422);
    return refusal.parse(saved.body).errors.map(({ pointer, detail }) => `422 ${pointer} ${detail}`);
  }
  const { problems } = checked.parse(english.body);
  // Leads for people who do not exist would fall through unnoticed: such a plan is not saved.
  expect(saved.status === 422).toBe(problems.some(({ code }) => /^(unknown(Agent|Team|Buyer)|reservedId)$/.test(code)));
  const { problems: told } = checked.parse(german?.body);
  for (const [i, { message, fix }] of problems.entries()) {
    expect(told[i]?.message).not.toBe(message);
    expect(told[i]?.fix).not.toBe(fix);
    expect(`${message} ${fix} ${told[i]?.message} ${told[i]?.fix}`).not.toMatch(/undefined|\[object|NaN/);
  }
  return problems.map(({ severity, code, ruleId = "-", pointer }) => `${severity} ${code} ${ruleId} ${pointer}`);
}

/** One rule with this condition. */
export const when = (condition: object): Foolish => ({
  rules: [{ id: "x", when: condition, method: { type: "roundRobin" } }],
});
export const compare = (field: string, op: string, value: unknown): Foolish => when({ field, op, value });
/** One rule with this method. */
export const method = (given: object, rest: object = {}): Foolish => ({ rules: [{ id: "x", method: given, ...rest }] });
