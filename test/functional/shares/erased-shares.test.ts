import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { deliveryPayload, erasurePayload } from "../../../shared/schemas/buyer.ts";
import type { WebhookReply } from "../../../shared/usecases/ports/webhook-port.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import { tellErased } from "../../../shared/usecases/shares/afterwards/tell-erased.ts";
import { asShare } from "../../../shared/usecases/shares/next-recipient.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aBody } from "../../unit/lifecycle/lead-fixtures.ts";
import { hour, type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const price = { amount: 35, currency: "EUR" };
const mailbox = "buyer@example.com";

describe("the person of a sold lead wants to be forgotten", () => {
  let desk: LeadDesk;
  let ports: MemoryPorts;
  let leadId: string;
  const put = (name: string, delivery: object) =>
    desk.ask("root", "PUT", `/v1/buyers/${name}`, { name, delivery, price });
  const isErasure = (body: string) => JSON.parse(body).type === "lead.erased";
  const erasures = () => ports.buyersServers.calls.filter(({ body }) => isErasure(body));
  const share = shareLeadId;
  const told = async (outcome: string) => {
    const items = await Promise.all([1, 2, 3].map((n) => ports.leads.history(share(leadId, n))));
    const events = items.flat().flatMap((item) => item.events);
    return events.flatMap((event) => (event.outcome === outcome ? [event.buyerId] : [])).toSorted();
  };
  const answer = (from: (host: string, erasure: boolean) => number) =>
    ports.buyersServers.answerWith(({ url, body }): WebhookReply => {
      const host = new URL(url).hostname;
      const status = from(host, isErasure(body));
      return { outcome: "answered", status, body: JSON.stringify({ accepted: !host.startsWith("nay.") }) };
    });

  /** Sold to acme, by mail, and to best after nay had refused it; what was sent to `mute` nobody confirmed. */
  beforeEach(async () => {
    desk = await openDesk();
    ports = desk.world.ports as MemoryPorts;
    for (const name of ["acme", "nay", "best"]) {
      await put(name, { type: "webhook", url: `https://${name}.example.com/leads` });
    }
    await put("mail", { type: "email", address: mailbox });
    await put("mute", { type: "email", address: "mute@example.com" });
    ports.buyersServers.confirm("mute@example.com", false);
    const { body } = await desk.ask("root", "GET", "/v1/plan");
    const method = { type: "shared", buyers: ["acme", "mail", "nay", "mute", "best"], shares: 3 };
    await desk.ask("root", "PUT", "/v1/plan", { ...(body as object), rules: [{ id: "sold", method }] });
    answer(() => 200);
    leadId = await desk.lead({ phone: "+4930123456" });
  });
  afterEach(() => desk.check());

  const erase = async () => {
    await desk.ask("root", "DELETE", `/v1/leads/${leadId}`);
    await desk.world.settle();
  };

  it("everybody who was sent it is told once, without a word about the person, and it stands in the history", async () => {
    expect(erasures()).toEqual([]);
    await erase();
    await desk.pass(5 * hour);
    await erase();
    expect(erasures()).toHaveLength(3);
    expect(new Set(erasures().map(({ id }) => id)).size).toBe(3);
    for (const { url, body, id } of erasures()) {
      const sent = ports.buyersServers.calls.find((call) => call.url === url && !isErasure(call.body));
      const { data } = erasurePayload.parse(JSON.parse(body));
      expect(data.leadId).toBe(deliveryPayload.parse(JSON.parse(sent?.body ?? "{}")).data.leadId);
      expect(id).not.toBe(sent?.id);
      expect(body).not.toMatch(/Erika|4930123456|example\.com/);
    }
    const mails = ports.buyersServers.mails.filter(({ address }) => address === mailbox);
    expect(mails).toHaveLength(2);
    expect(mails[1]).toMatchObject({ link: mails[0]?.link, text: expect.stringContaining(mails[0]?.link ?? "-") });
    expect(mails[1]?.text).not.toContain("Erika");
    expect(ports.buyersServers.mails.filter(({ address }) => address === "mute@example.com")).toEqual([]);
    expect(await told("erasureTold")).toEqual(["acme", "best", "mail", "nay"]);
  });

  it("a buyer's server that is down is tried as patiently as with a delivery; then the history says so", async () => {
    answer((host, erasure) => (erasure && host.startsWith("acme.") ? 503 : 200));
    await erase();
    expect(await told("erasureTold")).not.toContain("acme");
    await desk.pass(4 * hour);
    expect(erasures().filter(({ url }) => url.includes("//acme.")).length).toBeGreaterThan(3);
    expect(await told("erasureNotTold")).toEqual(["acme"]);
  });

  it("a buyer whose delivery may be under way is told after it, so that nothing comes later", async () => {
    answer((host, erasure) => (host.startsWith("acme.") && !erasure ? 503 : 200));
    leadId = await desk.lead();
    const onItsWay = await Promise.all([1, 2, 3].map((n) => desk.state(share(leadId, n))));
    const waiting = onItsWay.find((state) => state.share?.buyerId === "acme");
    expect(waiting?.status).toBe("offered");
    await erase();
    const toAcme = () => erasures().filter(({ body }) => body.includes(waiting?.leadId ?? "-"));
    expect(toAcme()).toEqual([]);
    await desk.pass(hour);
    expect(toAcme()).toHaveLength(1);
    const [told] = toAcme();
    expect((told?.at ?? 0) - (await desk.state(leadId)).since).toBeGreaterThanOrEqual(15_000);
  });

  it("a buyer is told when it was, though the history does not have it yet", async () => {
    answer((_, erasure) => (erasure ? 503 : 200));
    await erase();
    const states = await Promise.all([1, 2, 3].map((n) => desk.state(share(leadId, n))));
    const state = states.find((each) => each.share?.buyerId === "acme");
    const lead = state && asShare({ state, body: aBody() });
    const config = withPlan(await ports.config.current());
    if (lead === undefined || config === undefined) throw new Error("acme was not sold a share");
    const told = { type: "lead.updated", at: desk.world.now(), actor: "system", buyerId: "best" } as const;
    const since = { ...lead.state, version: lead.state.version + 1, events: [told] };
    const history = async (id: string) => (await ports.leads.history(id)).filter(({ to }) => to < lead.state.version);
    answer(() => 200);
    const behind = { ...ports, leads: { ...ports.leads, history } };
    await tellErased(behind, config, since, { task: "Deliver", leadId: since.leadId, cycle: since.cycle + 1 });
    const { data } = erasurePayload.parse(JSON.parse(erasures().at(-1)?.body ?? "{}"));
    expect(data.erasedAt).toBe(new Date(since.since).toISOString());
    await desk.pass(4 * hour);
  });

  it("a buyer who opens the link reads why there is nothing any more", async () => {
    const [first] = ports.buyersServers.calls;
    const path = new URL(deliveryPayload.parse(JSON.parse(first?.body ?? "{}")).data.answerUrl).pathname;
    await erase();
    const page = await desk.world.ask("GET", path);
    expect(page).toMatchObject({ status: 410, body: expect.stringContaining("wants to be forgotten") });
    const back = await desk.world.ask("POST", path, { body: { action: "return", reason: "x" } });
    expect(back).toMatchObject({ status: 410, body: { reason: "erased" } });
  });
});
