import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesOf, sumOf } from "../../../shared/domain/shares/afterwards/sales.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";

const price = { amount: 35, currency: "EUR" };
const lead = {
  leadId: "ld_01JD0000000000000000000001",
  share: { parentId: "ld_01JD0000000000000000000000", shareId: "2", among: 2, poolRule: "sold", price },
};
const event = (at: number, type: LeadEvent["type"], more: Partial<LeadEvent> = {}): LeadEvent => ({
  type,
  at,
  actor: "system",
  ...more,
});
const acme = { buyerId: "acme" };
const best = { buyerId: "best" };

describe("the sales of a share", () => {
  it("are one for each buyer who took it, with what became of it; only what stands is owed", () => {
    const events = [
      event(1, "lead.offered", acme),
      event(2, "lead.accepted", acme),
      event(3, "lead.feedback", { ...acme, value: 1 }),
      event(4, "lead.returned", { ...acme, reason: "wrongData" }),
      event(4, "lead.offered", best),
      event(5, "lead.accepted", best),
      event(6, "lead.feedback", { ...best, value: 5 }),
      event(7, "lead.feedback", { ...best, value: 4 }),
    ];
    const of = { leadId: lead.leadId, shareId: "2" };
    expect(salesOf(lead, events)).toEqual([
      { ...of, ...acme, soldAt: 2, status: "returned", endedAt: 4, reason: "wrongData", rating: 1 },
      { ...of, ...best, soldAt: 5, status: "sold", owed: price, rating: 4 },
    ]);
  });

  it("are taken back by us, or end with an erasure; what an agent took, or a buyer refused, is none", () => {
    const sold = event(2, "lead.accepted", acme);
    expect(salesOf(lead, [sold, event(3, "lead.returned")])).toMatchObject([{ status: "takenBack", endedAt: 3 }]);
    expect(salesOf(lead, [sold, event(3, "lead.erased")])[0]).not.toHaveProperty("owed");
    expect(salesOf(lead, [event(1, "lead.declined", acme), event(2, "lead.accepted", { agentId: "anna" })])).toEqual(
      [],
    );
  });
});

it("sums are to the hundredth, for each currency", () => {
  const amounts = fc.array(fc.record({ cents: fc.nat(1_000_000), currency: fc.constantFrom("EUR", "CHF") }));
  fc.assert(
    fc.property(amounts, (all) => {
      const sums = sumOf(all.map(({ cents, currency }) => ({ amount: cents / 100, currency })));
      for (const currency of ["EUR", "CHF"]) {
        const own = all.filter((each) => each.currency === currency);
        const cents = own.reduce((sum, each) => sum + each.cents, 0);
        expect(sums.find((each) => each.currency === currency)?.amount).toBe(own.length ? cents / 100 : undefined);
      }
    }),
  );
});
