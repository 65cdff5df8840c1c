import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const considered = z.array(
  z.looseObject({ agentId: z.string(), eligible: z.boolean(), reason: z.string().optional() }),
);
const shown = z.looseObject({
  decision: z.looseObject({
    considered,
    others: z.record(z.string(), z.number()).optional(),
    summary: z.string(),
    outcome: z.string(),
    gone: z.array(z.looseObject({ agentId: z.string(), reason: z.string() })).optional(),
  }),
});
const sellers = { filter: { field: "interest", op: "eq", value: "seller" } };

let desk: LeadDesk;
const put = async (buyerId: string, changes: object = {}) => {
  const delivery = { type: "webhook", url: `https://${buyerId}.example.com/leads` };
  const price = { amount: 35, currency: "EUR" };
  const answer = await desk.ask("root", "PUT", `/v1/buyers/${buyerId}`, { name: buyerId, delivery, price, ...changes });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};
const plan = async (buyers: readonly string[], shares: number, changes: object = {}) => {
  const current = z.looseObject({}).parse((await desk.ask("root", "GET", "/v1/plan")).body);
  const method = { type: "shared", buyers, shares, ...changes };
  const answer = await desk.ask("root", "PUT", "/v1/plan", {
    ...current,
    rules: [{ id: "sold", method, overflow: "queue" }],
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};
const preview = async (lead: object, language = "en") => {
  const answer = await desk.world.ask("POST", "/v1/plan/preview", {
    as: { person: "root", groups: ["admin"] },
    headers: { "accept-language": language },
    body: { lead: { email: "p@example.com", temperature: "hot", ...lead } },
  });
  return z
    .looseObject(shown.shape.decision.shape)
    .parse("decision" in z.looseObject({}).parse(answer.body) ? shown.parse(answer.body).decision : answer.body);
};
const stored = async (leadId: string) =>
  shown.parse((await desk.ask("root", "GET", `/v1/leads/${leadId}`)).body).decision;
const reasonOf = (entries: z.infer<typeof considered>, id: string) => entries.find(({ agentId }) => agentId === id);

beforeEach(async () => {
  desk = await openDesk();
  await put("acme", sellers);
  await put("best");
  await put("corp", { status: "paused" });
  await plan(["acme", "best", "corp"], 2);
});
afterEach(() => desk.check());

test("a buyer whose filter does not fit is considered and told as unfit, a paused one as paused (F6)", async () => {
  const leadId = await desk.lead({ interest: "buyer" });
  for (const decision of [await preview({ interest: "buyer" }), await stored(leadId)]) {
    expect(reasonOf(decision.considered, "best")).toMatchObject({ eligible: true });
    expect(reasonOf(decision.considered, "acme")).toEqual({ agentId: "acme", eligible: false, reason: "unfit" });
    expect(reasonOf(decision.considered, "corp")).toEqual({ agentId: "corp", eligible: false, reason: "paused" });
    expect(decision.summary).toContain("acme does not take such leads");
  }
  expect((await preview({ interest: "buyer" }, "de")).summary).toContain("acme nimmt solche Leads nicht");
  const fits = await preview({ interest: "seller" });
  expect(reasonOf(fits.considered, "acme")).toMatchObject({ eligible: true });
});

test("when there are too many to name, the others are counted", async () => {
  const many = ["d1", "d2", "d3", "d4", "d5"];
  for (const id of many) await put(id, sellers);
  await plan([...many, "acme", "best", "corp"], 1);
  const decision = await stored(await desk.lead({ interest: "buyer" }));
  const named = decision.considered.filter(({ reason }) => reason === "unfit").length;
  expect(decision.considered.some(({ reason }) => reason === "paused")).toBe(true);
  expect(named).toBeGreaterThan(0);
  expect(named + (decision.others?.unfit ?? 0)).toBe(6);
});

test("a buyer who has had the leads of the day has used the quota, and is not at capacity", async () => {
  await put("acme", { dailyCap: 1 });
  await put("best", { dailyCap: 1 });
  await plan(["acme", "best"], 2);
  await desk.lead();
  const waiting = await stored(await desk.lead());
  expect(waiting.outcome).toBe("queued");
  for (const id of ["acme", "best"]) {
    expect(reasonOf(waiting.considered, id)).toEqual({ agentId: id, eligible: false, reason: "quota" });
  }
  expect(waiting.summary).toContain("acme has reached the daily limit");
  expect((await preview({}, "de")).summary).toContain("acme hat das Tageslimit erreicht");
  await put("best", { dailyCap: 5 });
  const passed = await stored(await desk.lead());
  expect(reasonOf(passed.considered, "acme")).toEqual({ agentId: "acme", eligible: false, reason: "quota" });
  expect(passed.gone?.map(({ reason }) => reason) ?? []).not.toContain("capacity");
});
