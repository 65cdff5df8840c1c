import { expect, test } from "vitest";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { buyerInput } from "../../../shared/schemas/buyer.ts";
import type { ConfigPort, LeadsPort } from "../../../shared/usecases/ports/ports.ts";
import { body, leadId, offered } from "../samples.ts";

const acme = (changes: object = {}) =>
  buyerInput.parse({
    name: "Acme",
    delivery: { type: "webhook", url: "https://acme.example.com/leads" },
    price: { amount: 35, currency: "EUR" },
    ...changes,
  });

export function sharesContract(fresh: () => Promise<{ readonly leads: LeadsPort; readonly config: ConfigPort }>): void {
  test("a recipient is claimed by one share, for good, and the claim may be repeated", async () => {
    const { leads } = await fresh();
    expect(await leads.recipients(leadId(1))).toEqual([]);
    expect(await leads.claimRecipient(leadId(1), "anna", "1")).toBe(true);
    expect(await leads.claimRecipient(leadId(1), "anna", "1")).toBe(true);
    expect(await leads.claimRecipient(leadId(1), "anna", "2")).toBe(false);
    expect(await leads.claimRecipient(leadId(1), "anna-lena", "2")).toBe(true);
    expect(await leads.claimRecipient(leadId(2), "anna", "2")).toBe(true);
    expect(await leads.recipients(leadId(1))).toEqual(["anna", "anna-lena"]);
  });

  test("of many shares that claim a recipient at once one has it", async () => {
    const { leads } = await fresh();
    const shares = Array.from({ length: 8 }, (_, n) => String(n + 1));
    const claims = await Promise.all(shares.map((share) => leads.claimRecipient(leadId(1), "anna", share)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("claims are in nobody's way: the lead, its history and its token read as before", async () => {
    const { leads } = await fresh();
    await leads.createBody(body(1));
    await leads.createState(offered(1));
    await leads.claimRecipient(leadId(1), "anna", "1");
    await leads.recordHistory({ leadId: leadId(1), from: 1, to: 2, events: offered(1).events });
    expect(await leads.load(leadId(1), { consistent: true })).toEqual({ state: offered(1), body: body(1) });
    expect(await leads.history(leadId(1))).toHaveLength(1);
    expect(await leads.progress(leadId(1), 0, 2)).toEqual({ recorded: true, previousRecorded: true });
  });

  test("a source's list has the lead that was shared, and not its shares", async () => {
    const { leads } = await fresh();
    const parent = offered(1);
    const share = { parentId: parent.leadId, shareId: "1", among: 2, poolRule: "all" };
    await leads.createState(parent);
    await leads.createState({ ...offered(2), leadId: shareLeadId(parent.leadId, 1), share });
    const month = new Date(parent.receivedAt).toISOString().slice(0, 7);
    const { items } = await leads.listBySource(parent.sourceId, month, { limit: 10 });
    expect(items).toEqual([parent.leadId]);
    expect((await leads.listByStatus("offered", { limit: 10 })).items).toHaveLength(2);
  });

  test("a buyer is saved, current and deleted; the salt stays that of the first save", async () => {
    const { config } = await fresh();
    expect((await config.current()).buyers).toEqual(new Map());
    const saved = await config.saveBuyer("acme", acme(), "salt-1", 0);
    expect(saved).toEqual({
      saved: true,
      item: { ...acme(), buyerId: "acme", version: 1, salt: "salt-1" },
      created: true,
    });
    expect(await config.saveBuyer("acme", acme(), "salt-2", 0)).toMatchObject({ saved: false, reason: "stale" });
    const next = await config.saveBuyer("acme", acme({ dailyCap: 5 }), "salt-2", 1);
    expect(next).toMatchObject({ saved: true, created: false, item: { version: 2, salt: "salt-1", dailyCap: 5 } });
    expect([...(await config.current()).buyers.keys()]).toEqual(["acme"]);
    expect(await config.deleteBuyer("acme")).toBe(true);
    expect(await config.deleteBuyer("acme")).toBe(false);
    expect((await config.current()).buyers.size).toBe(0);
  });
}
