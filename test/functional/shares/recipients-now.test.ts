import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { recipientsNow } from "../../../shared/domain/shares/recipients-now.ts";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { deliveryPayload } from "../../../shared/schemas/buyer.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { type LeadDesk, minute, openDesk } from "../lifecycle/lead-desk.ts";

let desk: LeadDesk;
const plan = async (method: object) => {
  const current = z.looseObject({}).parse((await desk.ask("root", "GET", "/v1/plan")).body);
  const rules = [{ id: "shared", method: { type: "shared", ...method }, overflow: "queue" }];
  const answer = await desk.ask("root", "PUT", "/v1/plan", { ...current, rules });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};
const told = async (person: "anna" | "ben" | "cem" | "mia", leadId: string) =>
  z
    .looseObject({ recipients: z.number().optional() })
    .parse((await desk.ask(person, "GET", `/v1/leads/${leadId}`)).body).recipients;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.check());

test("everybody is told how many have the lead now, not with how many it was shared (C11)", async () => {
  await plan({ shares: 3 });
  const leadId = await desk.lead();
  const shares = await Promise.all([1, 2, 3].map((n) => desk.state(shareLeadId(leadId, n))));
  const [first, second] = (["anna", "ben", "cem"] as const).toSorted((a, b) => place(a) - place(b));
  function place(id: string): number {
    return shares.findIndex(({ offer }) => offer?.agentId === id);
  }
  if (first === undefined || second === undefined) throw new Error("three agents");
  expect([await told("mia", leadId), await told(first, leadId)]).toEqual([3, 3]);
  await desk.act(first, leadId, "accept");
  await desk.act(second, leadId, "decline", { reason: "no time" });
  expect((await desk.state(shareLeadId(leadId, 2))).status).toBe("lost");
  expect([await told("mia", leadId), await told(first, leadId)]).toEqual([2, 2]);
  const listed = await desk.ask(first, "GET", "/v1/leads");
  expect(listed.body).toMatchObject({ items: [{ leadId: shareLeadId(leadId, 1), recipients: 2 }] });
  await desk.act(first, leadId, "contact", { channel: "call", outcome: "reached" });
  await desk.pass(30 * minute);
  expect([await told("mia", leadId), await told(first, leadId)]).toEqual([1, 1]);
});

test("a buyer who comes later is told the same, in the delivery and on the page", async () => {
  const ports = desk.world.ports as MemoryPorts;
  for (const name of ["acme", "best"]) {
    const delivery = { type: "webhook", url: `https://${name}.example.com/leads` };
    await desk.ask("root", "PUT", `/v1/buyers/${name}`, { name, delivery, price: { amount: 35, currency: "EUR" } });
  }
  ports.buyersServers.answerWith(({ url }) =>
    url.includes("//best.")
      ? { outcome: "unreachable", reason: "timeout" }
      : { outcome: "answered", status: 200, body: "" },
  );
  await plan({ buyers: ["acme", "best"], shares: 2 });
  await desk.lead();
  const paid = () =>
    ports.buyersServers.calls
      .filter(({ url }) => url.includes("//best."))
      .map(({ body }) => deliveryPayload.parse(JSON.parse(body)).data.recipients);
  const call = ports.buyersServers.calls.find(({ url }) => url.includes("//acme."));
  const path = new URL(deliveryPayload.parse(JSON.parse(call?.body ?? "")).data.answerUrl).pathname;
  expect(paid()).toEqual([2]);
  expect(await desk.world.ask("GET", path)).toMatchObject({ body: expect.stringContaining("shared, 2 recipients") });
  await desk.world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
  await desk.world.settle();
  await desk.pass(minute);
  expect(paid().at(-1)).toBe(1);
  expect(await desk.world.ask("GET", path)).toMatchObject({ body: expect.stringContaining("shared, 1 recipient") });
  ports.buyersServers.answerWith(() => ({ outcome: "answered", status: 200, body: "" }));
  await desk.pass(60 * minute);
});

test("counted are those who have it, had it to the end or are asked; a share that is not made yet is about to be", () => {
  expect(recipientsNow([], 3)).toBe(3);
  const all = (["offered", "accepted", "converted", "unqualified"] as const).map((status) => ({ status }));
  expect(recipientsNow([...all, { status: "lost", reason: "elsewhere" }], 5)).toBe(5);
  expect(recipientsNow([{ status: "lost", reason: "unsold" }, { status: "returned" }, { status: "offered" }], 3)).toBe(
    1,
  );
});
