import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { deliveryPayload } from "../../../shared/schemas/buyer.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const decision = z.looseObject({
  chosen: z.array(z.string()),
  summary: z.string(),
  considered: z.array(z.looseObject({ agentId: z.string(), eligible: z.boolean(), reason: z.string().optional() })),
  rules: z.array(z.looseObject({ ruleId: z.string(), matched: z.boolean(), why: z.string() })),
});
const entries = z.object({
  items: z.array(z.looseObject({ type: z.string(), shareId: z.string().optional(), decision: decision.optional() })),
});
let desk: LeadDesk;
let ports: MemoryPorts;

const plan = async (method: object, when?: object) => {
  const current = z.looseObject({}).parse((await desk.ask("root", "GET", "/v1/plan")).body);
  const rules = [{ id: "sold", when, method: { type: "shared", ...method }, overflow: "queue" }];
  const answer = await desk.ask("root", "PUT", "/v1/plan", { ...current, rules });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};
/** The decision of the offer that gave share 1 to somebody else. */
const reoffer = async (leadId: string) => {
  const { body } = await desk.ask("mia", "GET", `/v1/leads/${leadId}/history`);
  const offers = entries.parse(body).items.filter(({ type, shareId }) => type === "lead.offered" && shareId === "1");
  return offers.at(-1)?.decision;
};
const reasonOf = (told: z.infer<typeof decision> | undefined, id: string) =>
  told?.considered.find(({ agentId }) => agentId === id);

beforeEach(async () => {
  desk = await openDesk();
  ports = desk.world.ports as MemoryPorts;
  for (const name of ["acme", "best", "corp"]) {
    const delivery = { type: "webhook", url: `https://${name}.example.com/leads` };
    await desk.ask("root", "PUT", `/v1/buyers/${name}`, { name, delivery, price: { amount: 35, currency: "EUR" } });
  }
});
afterEach(() => desk.check());

test("who gets a share that an agent declined is explained like the first (F6)", async () => {
  await plan({ shares: 1 }, { field: "temperature", op: "eq", value: "hot" });
  const leadId = await desk.lead();
  const offer = (await desk.state(shareLeadId(leadId, 1))).offer?.agentId;
  const first = (["anna", "ben", "cem"] as const).find((id) => id === offer) ?? "anna";
  await desk.act(first, leadId, "decline?share=1", { reason: "no time" });
  const next = (await desk.state(shareLeadId(leadId, 1))).offer?.agentId ?? "";
  expect(next).not.toBe(first);
  const told = await reoffer(leadId);
  expect(told).toMatchObject({ ruleId: "sold", method: "shared", chosen: [next], outcome: "agent" });
  expect(reasonOf(told, first)).toMatchObject({ eligible: false, reason: "declined" });
  expect(reasonOf(told, next)).toMatchObject({ eligible: true });
  expect(told?.summary).toContain(`${first} was asked before`);
  expect(told?.rules).toMatchObject([{ ruleId: "sold", matched: true, why: expect.stringContaining("hot") }]);
  const shown = await desk.ask("mia", "GET", `/v1/leads/${shareLeadId(leadId, 1)}`);
  expect(shown.body).toMatchObject({ decision: { chosen: [next], summary: told?.summary } });
  const stored = await desk.world.ports.leads.history(shareLeadId(leadId, 1));
  expect(JSON.stringify(stored)).not.toContain("example.com");
});

test("so is who gets one that a buyer refused, or returned to be sold again", async () => {
  await plan({ buyers: ["acme", "best", "corp"], shares: 1, resale: true });
  ports.buyersServers.answerWith(({ url }) => ({
    outcome: "answered",
    status: 200,
    body: JSON.stringify(url.includes("//acme.") ? { accepted: false } : {}),
  }));
  const leadId = await desk.lead();
  expect(await reoffer(leadId)).toMatchObject({ chosen: ["best"], summary: expect.stringContaining("best") });
  expect(reasonOf(await reoffer(leadId), "acme")).toMatchObject({ eligible: false, reason: "declined" });

  const call = ports.buyersServers.calls.find(({ url }) => url.includes("//best."));
  const { data } = deliveryPayload.parse(JSON.parse(call?.body ?? ""));
  const back = { action: "return", reason: "wrongData" };
  expect((await desk.world.ask("POST", new URL(data.answerUrl).pathname, { body: back })).status).toBe(200);
  await desk.world.settle();
  expect(await desk.state(shareLeadId(leadId, 1))).toMatchObject({ share: { buyerId: "corp" } });
  const told = await reoffer(leadId);
  expect(told).toMatchObject({ chosen: ["corp"] });
  for (const id of ["acme", "best"]) expect(reasonOf(told, id)).toMatchObject({ eligible: false, reason: "declined" });
});
