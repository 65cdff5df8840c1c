import { describe, expect, test } from "vitest";
import { sizeClassOf } from "../../../shared/domain/pick-watch/size-class.ts";
import { poolWaits, takenLeads, type WatchedLead } from "../../../shared/domain/pick-watch/taken-leads.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";

const event = (at: number, type: LeadEvent["type"], agentId?: string, more: Partial<LeadEvent> = {}): LeadEvent => ({
  ...{ type, at, actor: "system", ...(agentId !== undefined && { agentId }), ...more },
});
const lead = (events: readonly LeadEvent[]): WatchedLead => ({
  leadId: "ld_1",
  sourceId: "portal",
  temperature: "hot",
  receivedAt: 0,
  score: 50,
  size: "10-49",
  events,
});

describe("how an agent came by a lead", () => {
  test("offered first, then posted, looked at, picked, missed, and given to somebody else", () => {
    const events = [
      event(0, "lead.received"),
      event(0, "lead.offered", "anna"),
      event(5, "lead.offerExpired", "anna"),
      event(5, "lead.pooled"),
      event(7, "lead.opened", "ben"),
      event(8, "lead.holdExpired", "ben"),
      event(9, "lead.scored", undefined, { value: 85 }),
      event(10, "lead.claimed", "cem"),
      event(20, "lead.reclaimed", "cem"),
      event(20, "lead.offered", "dora"),
      event(21, "lead.accepted", "dora"),
      event(22, "lead.contacted", "dora", { outcome: "reached" }),
      event(30, "lead.converted", "dora"),
    ];
    const base = { sourceId: "portal", temperature: "hot", receivedAt: 0, size: "10-49" };
    expect(takenLeads(lead(events))).toEqual([
      { ...base, agentId: "cem", picked: true, at: 10, postedAt: 5, score: 85, converted: false, endedAt: 20 },
      { ...base, agentId: "dora", picked: false, at: 21, score: 85, contactedAt: 22, converted: true, endedAt: 30 },
    ]);
    expect(poolWaits(events)).toEqual([{ from: 5, to: 10 }]);
  });

  test("recycled into the pool the wait goes on; engagement there takes nobody's lead; it may last", () => {
    const events = [
      event(0, "lead.pooled"),
      event(3, "lead.engaged"),
      event(3, "lead.pooled", undefined, { reason: "recycled" }),
      event(6, "lead.claimed", "anna"),
      event(8, "lead.reclaimed", "anna"),
      event(8, "lead.pooled"),
    ];
    expect(poolWaits(events)).toEqual([{ from: 0, to: 6 }, { from: 8 }]);
    expect(takenLeads(lead(events))).toMatchObject([{ agentId: "anna", postedAt: 0, score: 50, endedAt: 8 }]);
  });

  test("a lead returned as bad was nobody's", () => {
    expect(
      takenLeads(lead([event(0, "lead.pooled"), event(1, "lead.claimed", "anna"), event(2, "lead.returned")])),
    ).toEqual([]);
  });
});

test.each([
  [9, "1-9"],
  ["10", "10-49"],
  ["51–200 Mitarbeiter", "50-249"],
  ["1.000-5.000", "250+"],
  ["250+", "250+"],
  ["many", "unknown"],
  [0, "unknown"],
  [undefined, "unknown"],
])("a company of %s employees is in %s", (size, expected) => {
  expect(sizeClassOf(size)).toBe(expected);
});
