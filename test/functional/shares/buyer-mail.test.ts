import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { type Buyer, buyerInput } from "../../../shared/schemas/buyer.ts";
import { sourceInput } from "../../../shared/schemas/source.ts";
import { handleBuyerChange } from "../../../shared/usecases/stream/handle-buyer-change.ts";
import { handleSourceChange } from "../../../shared/usecases/stream/handle-source-change.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const price = { amount: 35, currency: "EUR" };
const buyer = (address: string, changes: object = {}) => ({
  name: "Shop",
  delivery: { type: "email", address },
  price,
  ...changes,
});
const agent = (email: string) => ({ name: "Dora", email, team: "city" });
const taken = (pointer: string, detail: string) => ({ status: 422, body: { errors: [{ pointer, detail }] } });

let desk: LeadDesk;
let ports: MemoryPorts;
const put = async (path: string, body: object) => {
  const answer = await desk.ask("root", "PUT", `/v1/${path}`, body);
  await desk.world.settle();
  return answer;
};
const read = async (buyerId: string) => (await desk.ask("root", "GET", `/v1/buyers/${buyerId}`)).body;

beforeEach(async () => {
  desk = await openDesk();
  ports = desk.world.ports as MemoryPorts;
  for (const id of ["acme", "best"]) await put(`buyers/${id}`, buyer(`${id}@shop.example`));
  const plan = z.looseObject({}).parse((await desk.ask("root", "GET", "/v1/plan")).body);
  const method = { type: "shared", buyers: ["acme", "best"], shares: 1 };
  await put("plan", { ...plan, rules: [{ id: "sold", method, overflow: "queue" }] });
});
afterEach(() => desk.check());

describe("an e-mail address is one recipient's alone", () => {
  it("is refused for a buyer when another buyer or an agent has it, however it is written", async () => {
    const words = (who: string) => `${who} has this address already: give each buyer one of their own`;
    expect(await put("buyers/next", buyer("ACME@shop.example"))).toMatchObject(
      taken("/delivery/address", words("acme")),
    );
    expect(await put("buyers/best", buyer("acme@shop.example"))).toMatchObject(
      taken("/delivery/address", words("acme")),
    );
    await put("agents/dora", agent("dora@team.example"));
    expect(await put("buyers/next", buyer("Dora@team.example"))).toMatchObject(
      taken("/delivery/address", words("dora")),
    );
    expect((await put("buyers/acme", buyer("acme@shop.example", { name: "Same" }))).status).toBe(200);
  });

  it("is refused for an agent when a buyer has it, new or changed", async () => {
    const words = "acme has this address already: give each agent one of their own";
    expect(await put("agents/dora", agent("Acme@shop.example"))).toMatchObject(taken("/email", words));
    await put("agents/dora", agent("dora@team.example"));
    expect(await put("agents/dora", agent("acme@shop.example"))).toMatchObject(taken("/email", words));
  });

  it("is told in German", async () => {
    const answer = await desk.world.ask("PUT", "/v1/buyers/next", {
      as: { person: "root", groups: ["admin"] },
      headers: { "accept-language": "de" },
      body: buyer("acme@shop.example"),
    });
    const words = "acme hat diese Adresse schon: Jeder Abnehmer braucht eine eigene";
    expect(answer).toMatchObject(taken("/delivery/address", words));
  });

  it("stays subscribed while somebody else needs it, and is given up with the last", async () => {
    const memory = createMemoryPorts();
    const input = (address: string) => buyerInput.parse(buyer(address));
    const save = (id: string, address: string) => memory.config.saveBuyer(id, input(address), "salt", undefined);
    const stored = (id: string, address: string): Buyer => ({
      ...input(address),
      buyerId: id,
      version: 1,
      salt: "salt",
    });
    const portal = (contact: string) => ({
      ...sourceInput.parse({ name: "P", returns: { within: "P7D", contact } }),
      sourceId: "portal",
      version: 1,
    });
    const subscribed = () => [...memory.subscriptions.values()].map(({ email }) => email);
    const [shared, own] = ["both@shop.example", "acme@shop.example"];
    await save("acme", shared);
    await save("best", shared);
    for (const id of ["acme", "best"]) await handleBuyerChange(memory, undefined, stored(id, shared));
    await memory.config.deleteBuyer("best");
    await handleBuyerChange(memory, stored("best", shared), undefined);
    expect(subscribed()).toEqual([shared]);

    await handleSourceChange(memory, portal(shared), undefined);
    expect(subscribed()).toEqual([shared]);
    await memory.config.saveSource("portal", portal(shared), undefined);
    await memory.config.deleteBuyer("acme");
    await save("acme", own);
    await handleBuyerChange(memory, stored("acme", shared), stored("acme", own));
    expect(subscribed()).toEqual([shared, own]);
    await memory.config.deleteBuyer("acme");
    await handleBuyerChange(memory, stored("acme", own), undefined);
    expect(subscribed()).toEqual([shared]);
  });
});

describe("a buyer who has not confirmed the address", () => {
  beforeEach(() => ports.buyersServers.confirm("acme@shop.example", false));

  it("is sent and charged nothing: the next recipient gets the share, and the history says why", async () => {
    const leadId = await desk.lead();
    const { mails } = ports.buyersServers;
    expect(mails.map(({ address }) => address)).toEqual(["best@shop.example"]);
    expect(await desk.state(shareLeadId(leadId, 1))).toMatchObject({ status: "accepted", share: { buyerId: "best" } });
    const history = await desk.ask("root", "GET", `/v1/leads/${leadId}/history`);
    const passed = { type: "lead.offerExpired", buyerId: "acme", reason: "addressUnconfirmed", shareId: "1" };
    expect(history.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining(passed)]) });
  });

  it("is charged for nothing when nobody else is left", async () => {
    ports.buyersServers.confirm("best@shop.example", false);
    const leadId = await desk.lead();
    const view = await desk.ask("root", "GET", `/v1/leads/${leadId}`);
    expect(view.body).toMatchObject({ status: "lost", shares: [{ status: "lost", reason: "unsold" }] });
    expect(JSON.stringify(view.body)).not.toContain('"charged":true');
    expect(ports.buyersServers.mails).toEqual([]);
  });

  it("is shown to the admin until it is confirmed, alone and in the list", async () => {
    expect(await read("acme")).toMatchObject({ addressConfirmed: false });
    expect((await desk.ask("root", "GET", "/v1/buyers")).body).toMatchObject({
      items: [{ addressConfirmed: false }, { addressConfirmed: true }],
    });
    const shown = z.looseObject({}).parse(await read("acme"));
    const saved = await put("buyers/acme", shown);
    expect(saved).toMatchObject({ status: 200, body: { addressConfirmed: false } });
    ports.buyersServers.confirm("acme@shop.example", true);
    expect(await read("acme")).toMatchObject({ addressConfirmed: true });
    await put("buyers/hook", { name: "H", delivery: { type: "webhook", url: "https://h.example.com/" }, price });
    expect(await read("hook")).not.toHaveProperty("addressConfirmed");
  });
});
