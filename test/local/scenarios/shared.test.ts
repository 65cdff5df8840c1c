import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { deliveryPayload } from "../../../shared/schemas/buyer.ts";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import { hour, type LocalTenant, minute, reached } from "../../support/world/local-tenant.ts";
import { openStaffed } from "./staff.ts";

const view = z.looseObject({
  status: z.string(),
  shares: z.array(
    z.looseObject({
      shareId: z.string(),
      status: z.string(),
      recipient: z.looseObject({ agentId: z.string().optional(), buyerId: z.string().optional() }).optional(),
      firstContactAt: z.string().optional(),
    }),
  ),
});
const chosen = z.looseObject({ decision: z.looseObject({ chosen: z.array(z.string()) }) });
const sharedRule = (method: object) => ({
  rules: [{ id: "shared", method: { type: "shared", ...method }, overflow: "queue" }],
});

interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A buyer's own server on this machine. */
async function openBuyersServer() {
  const received: Received[] = [];
  let status = 200;
  let answer: object = {};
  const server: Server = createServer(async (request, response) => {
    const body = await text(request);
    received.push({
      headers: Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)])),
      body,
    });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/leads`,
    answers(nextStatus: number, nextAnswer: object = {}) {
      status = nextStatus;
      answer = nextAnswer;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("shared leads", () => {
  let world: LocalProduct;
  let tenant: LocalTenant;
  let server: Awaited<ReturnType<typeof openBuyersServer>>;
  beforeAll(async () => {
    [world, server] = await Promise.all([startLocalProduct({ schedules: false }), openBuyersServer()]);
    tenant = await openStaffed(world);
  });
  afterAll(async () => {
    await server.close();
    await world.stop();
  });
  afterEach(async () => expect(await tenant.violations()).toEqual([]));

  const plan = async (method: object) => {
    await tenant.plan(sharedRule(method));
    await world.settle();
  };
  const seen = async (leadId: string, person = "root") =>
    view.parse((await tenant.ask(person, "GET", `/v1/leads/${leadId}`)).body);

  it("16: shared with 5 shares but 3 eligible: 3 distinct recipients; then an exclusive one: 1", async () => {
    await plan({ shares: 5 });
    const shared = await tenant.post({ exclusivity: "shared", shares: 5 });
    expect(shared).toMatchObject({ status: 201, body: { verdict: "accepted", status: "offered" } });
    const { chosen: recipients } = chosen.parse(shared.body).decision;
    expect(recipients.toSorted()).toEqual(["anna", "ben", "cem"]);
    await world.settle();
    const { leadId } = z.looseObject({ leadId: z.string() }).parse(shared.body);
    expect((await seen(leadId)).shares.map(({ recipient }) => recipient?.agentId)).toEqual(recipients);
    const exclusive = await tenant.lead({ exclusivity: "exclusive" });
    expect(chosen.parse(exclusive).decision.chosen).toEqual(["anna"]);
    expect(exclusive.offer?.agentId).toBe("anna");
    expect(await tenant.transitions(exclusive.leadId)).toBe(2);
  });

  it("each recipient has an own offer, link and SMS that say how many have the lead, and sees a first contact", async () => {
    await plan({ shares: 2 });
    const { leadId } = await tenant.lead({ temperature: "hot", phone: "+49302319001" });
    const [first, second] = (await seen(leadId)).shares.map(({ recipient }) => recipient?.agentId ?? "");
    const offers = (await world.outbox()).filter(
      (item) => item.leadId?.startsWith(leadId.slice(0, 13)) && item.kind === "offer",
    );
    const mine = offers.filter((item) => item.leadId === shareLeadId(leadId, 1));
    expect(mine).toMatchObject([{ agentId: first, text: expect.stringContaining("shared, 2 recipients") }]);
    const page = await world.ask("GET", mine[0]?.link ?? "");
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("shared, 2 recipients") });
    const body = "action=accept";
    const tapped = await world.ask("POST", mine[0]?.link ?? "", {
      body,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(tapped.status).toBe(303);
    await world.settle();
    expect((await tenant.act(first ?? "", leadId, "contact", reached)).body).toMatchObject({
      leadId,
      status: "contacted",
    });
    expect((await seen(leadId, second)).shares[0]?.firstContactAt).toBeDefined();
    const accepted = await tenant.act(second ?? "", leadId, "accept");
    expect(accepted).toMatchObject({
      status: 200,
      body: { leadId, shareId: "2", recipients: 2, phone: "+49302319001" },
    });
    for (const n of [1, 2]) {
      expect(await world.executions(shareLeadId(leadId, n))).toMatchObject([{ status: "RUNNING" }]);
    }
    expect(await seen(leadId)).toMatchObject({ status: "contacted" });
  });

  it("a declined share goes to who has none, one that nobody answers stays unsold", async () => {
    await plan({ shares: 2 });
    const { leadId } = await tenant.lead({ temperature: "hot" });
    const [first] = (await seen(leadId)).shares.map(({ recipient }) => recipient?.agentId ?? "");
    await tenant.act(first ?? "", leadId, "decline", { reason: "no time" });
    const now = (await seen(leadId)).shares.map(({ recipient }) => recipient?.agentId);
    expect(new Set([first, ...now]).size).toBe(3);
    await world.advance(20 * minute);
    expect(await seen(leadId)).toMatchObject({ status: "lost", shares: [{ reason: "unsold" }, { reason: "unsold" }] });
  });

  it("a buyer is called with a signature, refuses, comes back after failures, and returns by link", async () => {
    const buyer = {
      name: "Acme",
      delivery: { type: "webhook", url: server.url },
      price: { amount: 35, currency: "EUR" },
    };
    const saved = await world.ask("PUT", "/v1/buyers/acme", { as: { person: "root", groups: ["admin"] }, body: buyer });
    const { secret } = z.looseObject({ secret: z.string() }).parse(saved.body);
    await plan({ buyers: ["acme"], pool: { agents: ["anna"] }, shares: 2 });

    const { leadId } = await tenant.lead();
    const [call] = server.received;
    const { headers = {}, body = "" } = call ?? {};
    const { data } = deliveryPayload.parse(JSON.parse(body));
    expect(data).toMatchObject({ exclusivity: "shared", recipients: 2, price: buyer.price });
    const signed = new Webhook(secret).sign(
      headers["webhook-id"] ?? "",
      new Date(Number(headers["webhook-timestamp"]) * 1000),
      body,
    );
    expect(headers["webhook-signature"]).toBe(signed);
    expect((await seen(leadId)).shares).toContainEqual(
      expect.objectContaining({ recipient: { buyerId: "acme" }, status: "accepted", charged: true }),
    );

    const path = new URL(data.answerUrl).pathname;
    expect((await world.ask("GET", path)).body).toContain("shared, 2 recipients");
    const back = await world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
    expect(back).toMatchObject({ status: 200, body: { status: "returned" } });
    await world.settle();
    expect((await seen(leadId)).shares).toContainEqual(expect.objectContaining({ status: "returned", charged: false }));

    server.answers(200, { accepted: false, reason: "known" });
    const refused = await tenant.lead();
    expect((await seen(refused.leadId)).shares.map(({ status }) => status).toSorted()).toEqual(["lost", "offered"]);

    server.answers(503);
    const delayed = await tenant.lead();
    await world.advance(5 * minute);
    server.answers(200);
    await world.advance(hour);
    expect((await seen(delayed.leadId)).shares).toContainEqual(
      expect.objectContaining({ recipient: { buyerId: "acme" }, status: "accepted" }),
    );
  });

  it("a buyer who never confirmed the address is sent and charged nothing, and the admin sees it", async () => {
    const as = { person: "root", groups: ["admin"] };
    const buyer = (address: string) => ({
      name: "Shop",
      delivery: { type: "email", address },
      price: { amount: 35, currency: "EUR" },
    });
    const put = (id: string, address: string) => world.ask("PUT", `/v1/buyers/${id}`, { as, body: buyer(address) });
    expect((await put("silent", "shop@unconfirmed.example")).status).toBe(201);
    expect((await put("awake", "shop@awake.example")).status).toBe(201);
    const pointed = { status: 422, body: { errors: [{ pointer: "/delivery/address" }] } };
    expect(await put("third", "shop@awake.example")).toMatchObject(pointed);
    await plan({ buyers: ["silent", "awake"], shares: 1 });
    const told = async (id: string) => (await world.ask("GET", `/v1/buyers/${id}`, { as })).body;
    expect(await told("silent")).toMatchObject({ addressConfirmed: false });
    expect(await told("awake")).toMatchObject({ addressConfirmed: true });
    const { leadId } = await tenant.lead();
    expect((await seen(leadId)).shares).toMatchObject([
      { recipient: { buyerId: "awake" }, status: "accepted", charged: true },
    ]);
    const mails = (await world.outbox()).filter(({ to }) => to.startsWith("shop@"));
    expect(mails.map(({ to }) => to)).toEqual(["shop@awake.example"]);
    const history = await tenant.ask("root", "GET", `/v1/leads/${leadId}/history`);
    const passed = { type: "lead.offerExpired", buyerId: "silent", reason: "addressUnconfirmed" };
    expect(history.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(passed)]) });
  });
});
