import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { type DeliveryPayload, deliveryPayload } from "../../../shared/schemas/buyer.ts";
import type { WebhookCall, WebhookReply } from "../../../shared/usecases/ports/webhook-port.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { day, hour, type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const price = { amount: 35, currency: "EUR" };
const webhook = (name: string, changes: object = {}) => ({
  name,
  delivery: { type: "webhook", url: `https://${name}.example.com/leads` },
  price,
  ...changes,
});
const rule = (method: object) => ({
  rules: [{ id: "sold", method: { type: "shared", ...method }, overflow: "queue" }],
});
const answered = (status: number, body: object = {}): WebhookReply => ({
  outcome: "answered",
  status,
  body: JSON.stringify(body),
});

describe("buyers", () => {
  let desk: LeadDesk;
  let ports: MemoryPorts;
  let secrets: Record<string, string>;
  const put = async (buyerId: string, body: object) => {
    const answer = await desk.ask("root", "PUT", `/v1/buyers/${buyerId}`, body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    const { secret } = z.looseObject({ secret: z.string().optional() }).parse(answer.body);
    if (secret !== undefined) secrets[buyerId] = secret;
    await desk.world.settle();
    return answer;
  };
  const plan = async (method: object) => {
    const current = z.looseObject({}).parse((await desk.ask("root", "GET", "/v1/plan")).body);
    const answer = await desk.ask("root", "PUT", "/v1/plan", { ...current, ...rule(method) });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  };
  const sent = (buyerId: string) => ports.buyersServers.calls.filter(({ url }) => url.includes(`//${buyerId}.`));
  const payloadOf = (call: WebhookCall | undefined): DeliveryPayload =>
    deliveryPayload.parse(JSON.parse(call?.body ?? "{}"));
  const state = (leadId: string, n = 1) => desk.state(shareLeadId(leadId, n));
  const link = (call: WebhookCall | undefined) => new URL(payloadOf(call).data.answerUrl).pathname;

  beforeEach(async () => {
    desk = await openDesk();
    ports = desk.world.ports as MemoryPorts;
    secrets = {};
    for (const buyerId of ["acme", "best", "corp"]) await put(buyerId, webhook(buyerId));
    await plan({ buyers: ["acme", "best", "corp"], shares: 2 });
  });
  afterEach(() => desk.check());

  it("get their shares by signed calls, with how many have the lead, and buy them by taking them", async () => {
    const leadId = await desk.lead({ phone: "+4930123456", consent: { given: true, text: "yes" } });
    expect([sent("acme").length, sent("best").length, sent("corp").length]).toEqual([1, 1, 0]);
    const [call] = sent("acme");
    const { type, data } = payloadOf(call);
    expect({ type, data }).toMatchObject({
      type: "lead.shared",
      data: {
        leadId: shareLeadId(leadId, 1),
        shareId: "1",
        exclusivity: "shared",
        recipients: 2,
        price,
        lead: { phone: "+4930123456" },
        consent: { given: true, text: "yes" },
      },
    });
    const { id = "", at = 0, body = "" } = call ?? {};
    expect(new Webhook(secrets.acme ?? "").sign(id, new Date(at), body)).toBe(
      new Webhook(call?.secret ?? "").sign(id, new Date(at), body),
    );
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "acme", price } });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted" });
    const view = await desk.ask("root", "GET", `/v1/leads/${leadId}`);
    expect(view.body).toMatchObject({
      shares: [
        { shareId: "1", recipient: { buyerId: "acme" }, status: "accepted", price, charged: true },
        { shareId: "2", recipient: { buyerId: "best" }, status: "accepted", price, charged: true },
      ],
    });
    const deliveries = await desk.executions(shareLeadId(leadId, 1));
    expect(deliveries).toMatchObject([{ status: "SUCCEEDED", billedTransitions: 2 }]);
  });

  it("take turns, also with agents in one rotation", async () => {
    await plan({ buyers: ["acme", "best"], pool: { agents: ["anna"] }, shares: 1 });
    const first: unknown[] = [];
    for (let n = 0; n < 6; n++) {
      const view = await desk.ask("root", "GET", `/v1/leads/${await desk.lead()}`);
      first.push(
        z.looseObject({ shares: z.array(z.looseObject({ recipient: z.unknown() })) }).parse(view.body).shares[0]
          ?.recipient,
      );
    }
    const round = [{ agentId: "anna" }, { buyerId: "acme" }, { buyerId: "best" }];
    expect(first).toEqual([...round, ...round]);
  });

  it("refuse a share in their answer: the next one has it, and nobody twice", async () => {
    ports.buyersServers.answerWith(({ url }) =>
      url.includes("//acme.") ? answered(200, { accepted: false, reason: "known already" }) : answered(204),
    );
    const leadId = await desk.lead();
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "corp" } });
    expect(await state(leadId, 2)).toMatchObject({ status: "accepted", share: { buyerId: "best" } });
    const history = await desk.ask("root", "GET", `/v1/leads/${leadId}/history`);
    expect(history.body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ type: "lead.declined", buyerId: "acme", reason: "known already", shareId: "1" }),
      ]),
    });
    expect(sent("acme")).toHaveLength(1);
  });

  it("that cannot be reached are tried again, then passed over, which an alarm counts", async () => {
    ports.buyersServers.answerWith(({ url }) => (url.includes("//best.") ? answered(503) : answered(200)));
    const leadId = await desk.lead();
    expect(await state(leadId, 2)).toMatchObject({ status: "offered", share: { buyerId: "best" } });
    await desk.pass(3 * hour);
    const calls = sent("best");
    expect(calls.length).toBeGreaterThanOrEqual(6);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
    expect(await state(leadId, 2)).toMatchObject({ status: "accepted", share: { buyerId: "corp" } });
    const events = (await ports.leads.history(shareLeadId(leadId, 2))).flatMap((item) => item.events);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "lead.offerExpired", buyerId: "best", reason: "undeliverable" }),
    );
  });

  it("recover in between: the share is theirs", async () => {
    let failures = 2;
    ports.buyersServers.answerWith(() =>
      failures-- > 0 ? { outcome: "unreachable", reason: "timeout" } : answered(200),
    );
    const leadId = await desk.lead();
    await desk.pass(hour);
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "acme" } });
    expect(await state(leadId, 2)).toMatchObject({ status: "accepted", share: { buyerId: "best" } });
  });

  it("stay unsold when nobody else is left", async () => {
    ports.buyersServers.answerWith(() => answered(200, { accepted: false }));
    const leadId = await desk.lead();
    expect(await state(leadId)).toMatchObject({ status: "lost", reason: "unsold" });
    expect(await state(leadId, 2)).toMatchObject({ status: "lost", reason: "unsold" });
    expect(ports.buyersServers.calls).toHaveLength(3);
    expect(await desk.state(leadId)).toMatchObject({ status: "lost", reason: "unsold" });
  });

  it("are asked only for leads their filter wants, up to their cap of the day", async () => {
    await put("acme", webhook("acme", { filter: { field: "interest", op: "eq", value: "seller" } }));
    await put("best", webhook("best", { dailyCap: 1 }));
    await desk.lead({ interest: "buyer" });
    expect([sent("acme").length, sent("best").length, sent("corp").length]).toEqual([0, 1, 1]);
    await desk.lead({ interest: "seller" });
    expect([sent("acme").length, sent("best").length, sent("corp").length]).toEqual([1, 1, 2]);
    await desk.pass(day);
    await desk.lead({ interest: "buyer" });
    expect([sent("acme").length, sent("best").length, sent("corp").length]).toEqual([1, 2, 3]);
  });

  it("have an exclusive lead alone, and are told so", async () => {
    const leadId = await desk.lead({ exclusivity: "exclusive" });
    expect(ports.buyersServers.calls).toHaveLength(1);
    expect(payloadOf(ports.buyersServers.calls[0]).data).toMatchObject({ exclusivity: "exclusive", recipients: 1 });
    expect(await desk.state(leadId)).toMatchObject({ shares: { given: [{}] } });
  });

  it("return a bad lead in time: it is not charged", async () => {
    const leadId = await desk.lead();
    const [call] = sent("acme");
    const path = link(call);
    expect((await desk.world.ask("GET", path)).status).toBe(200);
    const back = () => desk.world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
    expect(await back()).toMatchObject({ status: 200, body: { status: "returned" } });
    expect((await back()).status).toBe(200);
    await desk.world.settle();
    const view = await desk.ask("root", "GET", `/v1/leads/${leadId}`);
    expect(view.body).toMatchObject({
      status: "accepted",
      shares: [{ status: "returned", reason: "wrongData", charged: false }, { status: "accepted" }],
    });
    expect(
      (await desk.world.ask("POST", path, { body: { action: "rate", rating: 1, comment: "nobody there" } })).status,
    ).toBe(200);
    expect((await ports.leads.body(shareLeadId(leadId, 1)))?.notes).toMatchObject([
      { by: "acme", text: "nobody there" },
    ]);
    await desk.pass(4 * day);
    const late = await desk.world.ask("POST", link(sent("best")[0]), { body: { action: "return", reason: "late" } });
    expect(late).toMatchObject({ status: 409, body: { type: expect.stringMatching(/return-too-late$/) } });
  });

  it("once returned, a share cannot be taken by the link any more", async () => {
    await desk.lead();
    const answer = (body: object) => desk.world.ask("POST", link(sent("acme")[0]), { body });
    expect((await answer({ action: "accept" })).status).toBe(200);
    await answer({ action: "return", reason: "wrongData" });
    expect(await answer({ action: "accept" })).toMatchObject({ status: 409, body: { currentStatus: "returned" } });
    await desk.world.settle();
  });

  it("keep what they have, or are being asked about: nobody of the team works on it or gives it away", async () => {
    ports.buyersServers.answerWith(({ url }) => answered(url.includes("//best.") ? 503 : 200));
    const leadId = await desk.lead();
    const bodies = {
      ...{ contact: { channel: "call", outcome: "noAnswer" }, qualify: {}, claim: {}, handover: {} },
      ...{ appointment: { at: "2026-12-01T10:00:00Z" }, convert: { value: price }, lose: { reason: "elsewhere" } },
      ...{ unqualify: { reason: "spam" }, feedback: { rating: 1 }, assign: { agentId: "anna", reason: "knows him" } },
    };
    for (const n of [1, 2]) {
      const before = await state(leadId, n);
      for (const [action, body] of Object.entries(bodies)) {
        const refused = await desk.act("mia", leadId, `${action}?share=${n}`, body);
        expect(refused, action).toMatchObject({
          status: 409,
          body: { type: expect.stringMatching(/(with-buyer|wrong-state)$/) },
        });
      }
      expect(await state(leadId, n)).toEqual(before);
    }
    const back = await desk.act("mia", leadId, "return?share=1", { reason: "asked by phone" });
    expect(back).toMatchObject({ status: 200, body: { status: "returned" } });
  });

  it("sell a returned share again where the plan says so", async () => {
    await plan({ buyers: ["acme", "best", "corp"], shares: 2, resale: true });
    const leadId = await desk.lead();
    const path = link(sent("acme")[0]);
    await desk.world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
    await desk.world.settle();
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "corp" } });
    const again = await desk.world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
    expect(again).toMatchObject({
      status: 409,
      body: {
        type: expect.stringMatching(/wrong-state$/),
        currentStatus: "returned",
        detail: "You returned this lead already: it is not charged, and there is nothing left to do.",
      },
    });
    expect(JSON.stringify(again.body)).not.toContain("corp");
    const page = await desk.world.ask("GET", path);
    expect(page).toMatchObject({ status: 410, body: expect.stringContaining("You returned this lead already") });
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "corp" } });
  });

  it("by e-mail get it in words", async () => {
    await put("mail", { name: "Mail", delivery: { type: "email", address: "buyer@example.com" }, price });
    await plan({ buyers: ["mail"], shares: 1 });
    const leadId = await desk.lead({ lastName: "Muster" });
    const { mails } = ports.buyersServers;
    expect(mails).toMatchObject([{ address: "buyer@example.com", buyerId: "mail" }]);
    expect(mails[0]?.text).toContain("Erika Muster");
    expect(mails[0]?.text).toContain("35,00");
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "mail" } });
  });

  it("stay while a share is on its way or can still come back; a paused one gets it no more", async () => {
    const remove = () => desk.ask("root", "DELETE", "/v1/buyers/acme");
    ports.buyersServers.answerWith(() => answered(500));
    const leadId = await desk.lead();
    await plan({ buyers: ["best", "corp"], shares: 2 });
    const inUse = { status: 409, body: { detail: expect.stringContaining(shareLeadId(leadId, 1)) } };
    expect(await remove()).toMatchObject(inUse);
    await put("acme", webhook("acme", { status: "paused" }));
    ports.buyersServers.answerWith(() => answered(200));
    await desk.pass(hour);
    expect(await state(leadId)).toMatchObject({ status: "accepted", share: { buyerId: "corp" } });
    expect((await remove()).status).toBe(204);

    await plan({ pool: { role: "agent" } });
    const sold = () => desk.ask("root", "DELETE", "/v1/buyers/corp");
    expect((await sold()).status).toBe(409);
    await desk.pass(3 * day);
    expect((await sold()).status).toBe(204);
  });

  it("are set up with care", async () => {
    const refused = async (body: object, buyerId = "next") => {
      const answer = await desk.ask("root", "PUT", `/v1/buyers/${buyerId}`, body);
      expect(answer.status).toBe(422);
      return z.object({ errors: z.array(z.looseObject({ pointer: z.string() })) }).parse(answer.body).errors[0]
        ?.pointer;
    };
    const to = (url: string) => ({ ...webhook("next"), delivery: { type: "webhook", url } });
    expect(await refused(to("http://buyer.example.com/"))).toBe("/delivery/url");
    expect(await refused(to("https://user:pass@buyer.example.com/"))).toBe("/delivery/url");
    expect(await refused(to("http://localhost:3000/"))).toBe("/delivery/url");
    expect(await refused(webhook("next", { dailyCap: 0 }))).toBe("/dailyCap");
    expect(await refused(webhook("anna"), "anna")).toBe("/id");
    expect(
      (await desk.ask("root", "PUT", "/v1/agents/acme", { name: "A", email: "a@example.com", team: "city" })).status,
    ).toBe(422);
    expect((await desk.ask("root", "DELETE", "/v1/buyers/acme")).status).toBe(409);
    const unknown = await desk.ask("root", "PUT", "/v1/plan", {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      fallback: { type: "pool" },
      ...rule({ buyers: ["nobody"] }),
    });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: "/rules/0/method/buyers/0" }] } });
    const again = await put("acme", webhook("acme"));
    expect(again.body).not.toHaveProperty("secret");
    expect(again.body).not.toHaveProperty("salt");
    expect((await desk.ask("root", "GET", "/v1/buyers")).body).toMatchObject({ items: [{ buyerId: "acme" }, {}, {}] });
  });
});
