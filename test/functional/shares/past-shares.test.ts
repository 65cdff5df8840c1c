import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { deliveryPayload } from "../../../shared/schemas/buyer.ts";
import type { WebhookReply } from "../../../shared/usecases/ports/webhook-port.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { day, hour, type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const price = { amount: 35, currency: "EUR" };
const answered = (status: number, body: unknown = {}): WebhookReply => ({
  outcome: "answered",
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** Buyers at `https://<id>.example.com`, who take part in one rule. */
async function openMarket(buyers: readonly string[], method: object = {}) {
  const desk = await openDesk();
  const ports = desk.world.ports as MemoryPorts;
  for (const name of buyers) {
    const delivery = { type: "webhook", url: `https://${name}.example.com/leads` };
    await desk.ask("root", "PUT", `/v1/buyers/${name}`, { name, delivery, price });
  }
  const { body } = await desk.ask("root", "GET", "/v1/plan");
  const rules = [{ id: "sold", method: { type: "shared", buyers, shares: 1, ...method }, overflow: "queue" }];
  const saved = await desk.ask("root", "PUT", "/v1/plan", { ...(body as object), rules });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  const sentTo = (buyerId: string) => ports.buyersServers.calls.filter(({ url }) => url.includes(`//${buyerId}.`));
  const linkOf = (buyerId: string) =>
    new URL(deliveryPayload.parse(JSON.parse(sentTo(buyerId)[0]?.body ?? "{}")).data.answerUrl).pathname;
  const says = (buyerId: string, body: unknown) => desk.world.ask("POST", linkOf(buyerId), { body });
  return { desk, ports, sentTo, linkOf, says };
}

const bad = { action: "return", reason: "wrongData" };
const form = (body: string) => ({ body, headers: { "content-type": "application/x-www-form-urlencoded" } });

describe("a buyer whose share it is not any more", () => {
  let market: Awaited<ReturnType<typeof openMarket>>;
  let desk: LeadDesk;
  beforeEach(async () => {
    market = await openMarket(["acme", "best", "corp"], { resale: true });
    ({ desk } = market);
  });
  afterEach(() => desk.check());

  it("is told that the seller took it back, and can still rate it", async () => {
    const leadId = await desk.lead();
    await desk.act("mia", leadId, "return?share=1", { reason: "asked by phone" });
    const told = { status: 409, body: { currentStatus: "returned", reason: "takenBack" } };
    expect(await market.says("acme", bad)).toMatchObject(told);
    expect(await market.says("acme", { action: "accept" })).toMatchObject(told);
    expect(await market.says("acme", { action: "rate", rating: 2 })).toMatchObject({ status: 200 });
    await desk.world.settle();
    const page = await desk.world.ask("GET", market.linkOf("acme"));
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("Taken back by the seller") });
    expect(page.body).not.toContain("0 recipients");
  });

  it("is told that it was passed over or declined, not who has it now", async () => {
    market.ports.buyersServers.answerWith(({ url }) => {
      if (url.includes("//acme.")) return { outcome: "unreachable", reason: "timeout" };
      return answered(200, { accepted: !url.includes("//best.") });
    });
    const leadId = await desk.lead();
    await desk.pass(3 * hour);
    expect(await desk.state(shareLeadId(leadId, 1))).toMatchObject({ share: { buyerId: "corp" }, status: "accepted" });
    for (const [buyerId, reason] of [
      ["acme", "passedOver"],
      ["best", "declined"],
    ] as const) {
      for (const action of [bad, { action: "accept" }, { action: "rate", rating: 1 }]) {
        const answer = await market.says(buyerId, action);
        expect(answer).toMatchObject({ status: 410, body: { type: expect.stringMatching(/share-gone$/), reason } });
        expect(JSON.stringify(answer.body)).not.toContain("corp");
      }
      expect((await desk.world.ask("GET", market.linkOf(buyerId))).status).toBe(410);
    }
  });

  it("hears after a return that it is returned, though it is offered to the next; so does the slower of two at once", async () => {
    await desk.lead();
    const both = await Promise.all([market.says("acme", bad), market.says("acme", { ...bad, reason: "duplicate" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [done, late] = both.toSorted((a, b) => a.status - b.status);
    expect(done?.body).toMatchObject({ status: "returned" });
    expect(late?.body).toMatchObject({ currentStatus: "returned", reason: "returned" });
    await desk.world.settle();
  });

  it("is told in words that fit a buyer when the time for returns is over", async () => {
    await desk.lead();
    await desk.pass(4 * day);
    const late = await market.says("acme", bad);
    expect(late).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/until Nov \d+, 2026, \d+:\d\d\s[AP]M\. Rate it/) },
    });
    const tapped = await desk.world.ask("POST", market.linkOf("acme"), form("action=return&reason=wrongData"));
    expect(tapped).toMatchObject({ status: 409, body: expect.stringContaining("The time for returns is over") });
  });
});

describe("what a buyer answers", () => {
  it.each([
    ["a reason that is too long", { accepted: false, reason: "x".repeat(600) }, "x".repeat(500)],
    ["a reason that is no text", { accepted: false, reason: 7 }, "declined"],
    ["an empty reason", { accepted: false, reason: " " }, "declined"],
    ["no reason", { accepted: false }, "declined"],
  ])("is a refusal with %s", async (_, body, reason) => {
    const { desk, ports } = await openMarket(["acme"]);
    ports.buyersServers.answerWith(() => answered(200, body));
    const leadId = await desk.lead();
    const share = await desk.state(shareLeadId(leadId, 1));
    expect(share).toMatchObject({ status: "lost", reason: "unsold", events: [{ type: "lead.declined", reason }, {}] });
  });

  it("is taken at its word when nothing is taken there any more: 410 is not tried again", async () => {
    const { desk, ports, sentTo } = await openMarket(["acme", "best"]);
    ports.buyersServers.answerWith(({ url }) => answered(url.includes("//acme.") ? 410 : 200));
    const leadId = await desk.lead();
    expect(sentTo("acme")).toHaveLength(1);
    const share = await desk.state(shareLeadId(leadId, 1));
    expect(share).toMatchObject({ status: "accepted", share: { buyerId: "best" } });
    expect(await desk.history(shareLeadId(leadId, 1))).toContain("lead.offerExpired");
  });
});

describe("a shared lead that is bad", () => {
  const returns = { within: "P9D", contact: "vendor@example.com" };

  it("goes back to its source once, with its last share, under the id the source knows", async () => {
    const { desk } = await openMarket(["acme", "best"], { shares: 2 });
    await desk.ask("root", "PUT", "/v1/sources/website", { name: "Website", returns });
    const leadId = await desk.lead();
    const toVendor = async () => {
      const ids = [leadId, shareLeadId(leadId, 1), shareLeadId(leadId, 2)];
      return Promise.all(ids.map((id) => desk.told(id, "vendor@example.com")));
    };
    await desk.act("mia", leadId, "return?share=1", { reason: "wrongData" });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted" });
    expect(await toVendor()).toEqual([[], [], []]);
    await desk.act("mia", leadId, "return?share=2", { reason: "wrongData" });
    expect(await desk.state(leadId)).toMatchObject({ status: "returned" });
    expect(await toVendor()).toEqual([["returnToSource"], [], []]);
    await desk.check();
  });

  it("is taken back from a buyer at any time, but does not go back to a source that takes it no more", async () => {
    const { desk } = await openMarket(["acme"]);
    await desk.ask("root", "PUT", "/v1/sources/website", { name: "Website", returns });
    const leadId = await desk.lead();
    await desk.pass(10 * day);
    const back = await desk.act("mia", leadId, "return?share=1", { reason: "asked by phone" });
    expect(back).toMatchObject({ status: 200, body: { status: "returned" } });
    expect(await desk.state(leadId)).toMatchObject({ status: "returned", events: [{ type: "lead.updated" }] });
    expect(await desk.told(leadId, "vendor@example.com")).toEqual([]);
    await desk.check();
  });

  it("is not the source's matter while only buyers have said so", async () => {
    const { desk, says } = await openMarket(["acme"]);
    await desk.ask("root", "PUT", "/v1/sources/website", { name: "Website", returns });
    const leadId = await desk.lead();
    await says("acme", bad);
    await desk.world.settle();
    expect(await desk.state(leadId)).toMatchObject({ status: "returned" });
    expect(await desk.told(leadId, "vendor@example.com")).toEqual([]);
  });
});

it("a first contact by another recipient is seen by a buyer too", async () => {
  const { desk, linkOf } = await openMarket(["acme"], { shares: 2, pool: { agents: ["anna"] } });
  const leadId = await desk.lead();
  const page = async () => String((await desk.world.ask("GET", linkOf("acme"))).body);
  expect(await page()).not.toContain("Another recipient");
  await desk.act("anna", leadId, "accept");
  await desk.act("anna", leadId, "contact", { channel: "call", outcome: "reached" });
  expect(await page()).toContain("Another recipient has reached the person already");
});
