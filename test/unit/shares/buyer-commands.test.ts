import { describe, expect, it } from "vitest";
import { decide } from "../../../shared/domain/lifecycle/decide.ts";
import { nextDueAt } from "../../../shared/domain/lifecycle/due.ts";
import { executionNeeded } from "../../../shared/domain/lifecycle/workflow/execution-needed.ts";
import { passShareOn, rateShare, returnShare, sellShare } from "../../../shared/domain/shares/buyer-commands.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";

const now = Date.parse("2026-11-23T09:00:00Z");
const plan = {
  ...planInput.parse({ timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" } }),
  version: 1,
};
const context = { now, plan };
const price = { amount: 35, currency: "EUR" };

const waiting: LeadState = {
  leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
  version: 1,
  commitId: "c",
  cycle: 1,
  wait: 1,
  status: "offered",
  temperature: "hot",
  score: 50,
  sourceId: "website",
  receivedAt: now,
  since: now,
  planVersion: 1,
  deadlines: { accept: now + 3_600_000 },
  share: {
    parentId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H1",
    shareId: "1",
    among: 2,
    poolRule: "sold",
    price,
    buyerId: "acme",
  },
  events: [{ type: "lead.offered", at: now, actor: "system", buyerId: "acme" }],
};
const nextOf = (decided: ReturnType<typeof sellShare>): LeadState => {
  if (!decided.accepted || decided.next === undefined) throw new Error(JSON.stringify(decided));
  return { ...decided.next, version: 2, commitId: "d" };
};
const sold = nextOf(sellShare(waiting, "acme", context));

describe("a share at a buyer", () => {
  it("is timed while it is on its way, and by nobody once it is sold", () => {
    expect([executionNeeded(waiting), executionNeeded(sold)]).toEqual([true, false]);
    expect([nextDueAt(waiting), sold.deadlines]).toEqual([now + 3_600_000, {}]);
    const repaired = nextOf(decide({ type: "repair" }, waiting, { now: now + 7_200_000, plan }));
    expect(repaired).toMatchObject({ cycle: 2, deadlines: { accept: expect.any(Number) } });
    expect(repaired.deadlines.accept).toBeGreaterThan(now + 7_200_000);
  });

  it("is sold once, whoever says so again", () => {
    expect(sold).toMatchObject({ status: "accepted", assignedAt: now, share: { buyerId: "acme", price } });
    expect(sellShare(sold, "acme", context)).toEqual({ accepted: true });
    expect(sellShare(waiting, "best", context)).toEqual({ accepted: true });
  });

  it("goes on to an agent or a buyer in a new cycle, with the price it has there", () => {
    const why = { type: "lead.declined", reason: "known" } as const;
    const agent = nextOf(passShareOn(waiting, "acme", why, { to: "offer", agentId: "anna" }, context));
    expect(agent).toMatchObject({ status: "offered", cycle: 2, offer: { agentId: "anna" } });
    expect(agent.share).toEqual({ parentId: waiting.share?.parentId, shareId: "1", among: 2, poolRule: "sold" });
    const dearer = { amount: 50, currency: "EUR" };
    const buyer = nextOf(passShareOn(waiting, "acme", why, { to: "buyer", buyerId: "best", price: dearer }, context));
    expect(buyer).toMatchObject({ status: "offered", cycle: 2, share: { buyerId: "best", price: dearer } });
    expect(buyer.offer).toBeUndefined();
    expect(nextOf(passShareOn(waiting, "acme", why, { to: "unsold" }, context))).toMatchObject({
      status: "lost",
      reason: "unsold",
      cycle: 2,
    });
    expect(passShareOn(sold, "acme", why, { to: "unsold" }, context)).toEqual({ accepted: true });
  });

  it("comes back inside its time only, and from its buyer only", () => {
    const back = { buyerId: "acme", reason: "wrongData", until: now + 1000 };
    const returned = nextOf(returnShare(sold, back, context));
    expect(returned).toMatchObject({ status: "returned", reason: "wrongData" });
    expect(returnShare(returned, back, context)).toEqual({ accepted: true });
    expect(returnShare(sold, { ...back, until: now }, context)).toMatchObject({
      refusal: { kind: "shareReturnTooLate" },
    });
    expect(returnShare(sold, { ...back, buyerId: "best" }, context)).toMatchObject({ refusal: { kind: "notYours" } });
    expect(returnShare(waiting, back, context)).toMatchObject({ refusal: { kind: "wrongState" } });
    const resold = nextOf(returnShare(sold, { ...back, next: { to: "offer", agentId: "anna" } }, context));
    expect(resold).toMatchObject({ status: "offered", offer: { agentId: "anna" }, cycle: 2 });
    expect(resold.events.map(({ type }) => type)).toEqual(["lead.returned", "lead.offered"]);
    const nobody = nextOf(returnShare(sold, { ...back, next: { to: "unsold" } }, context));
    expect(nobody).toMatchObject({ status: "returned" });
  });

  it("is rated once it is theirs", () => {
    expect(nextOf(rateShare(sold, "acme", 4, context)).events).toMatchObject([{ type: "lead.feedback", value: 4 }]);
    expect(rateShare(waiting, "acme", 4, context)).toMatchObject({ refusal: { kind: "wrongState" } });
    expect(rateShare(sold, "best", 4, context)).toMatchObject({ refusal: { kind: "notYours" } });
  });
});
