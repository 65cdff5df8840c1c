import { describe, expect, it } from "vitest";
import { leadsIn, openLedger } from "../../../infra/local/instruments/attribution.ts";
import { createUsage } from "../../../infra/local/instruments/usage.ts";

const [a, b] = ["ld_01ARZ3NDEKTSV4RRFFQ69G5FAA", "ld_01ARZ3NDEKTSV4RRFFQ69G5FAB"] as const;

describe("leadsIn", () => {
  it("prefers the leads whose items are named by key to those only mentioned", () => {
    expect(leadsIn(`{"pk":"LEAD#${a}","duplicateOf":"${b}"}`)).toEqual([a]);
    expect(leadsIn(`{"pk":"MARK#phone#x","leadId":"${b}"}`)).toEqual([b]);
    expect(leadsIn("nothing")).toEqual([]);
  });
});

describe("ledger", () => {
  it("gives the cost before the lead was known to the lead the invocation turned out to be about", () => {
    const usage = createUsage();
    const ledger = openLedger(usage, "{}");
    ledger.spend("POOL#berlin", { writeUnits: 1, requests: 1 });
    ledger.spend(`LEAD#${a}`, { writeUnits: 3, requests: 1 });
    ledger.close();
    expect(usage.lead(a)).toMatchObject({ writeUnits: 4, requests: 2 });
  });

  it("splits what names no lead evenly between the leads of a batch", () => {
    const usage = createUsage();
    const ledger = openLedger(usage, `[{"pk":"LEAD#${a}"},{"pk":"LEAD#${b}"}]`);
    ledger.spend("", { invocations: 1 });
    ledger.spend(`LEAD#${b}`, { readUnits: 1 });
    ledger.close();
    expect(usage.lead(a)).toMatchObject({ invocations: 0.5, readUnits: 0 });
    expect(usage.lead(b)).toMatchObject({ invocations: 0.5, readUnits: 1 });
  });

  it("charges nobody for work without a lead", () => {
    const usage = createUsage();
    const ledger = openLedger(usage, "{}");
    ledger.spend("CONFIG", { readUnits: 0.5 });
    ledger.close();
    expect(usage.leads()).toEqual({});
  });
});
