import { describe, expect, it } from "vitest";
import { pastShare } from "../../../shared/domain/shares/afterwards/past-share.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";

const share = (buyerId?: string) => ({
  parentId: "ld_01JD0000000000000000000001",
  shareId: "1",
  among: 2,
  poolRule: "sold",
  ...(buyerId !== undefined && { buyerId }),
});
const event = (type: LeadEvent["type"], buyerId?: string): LeadEvent => ({
  type,
  at: 1,
  actor: "system",
  ...(buyerId !== undefined && { buyerId }),
});
const past = (status: LeadState["status"], holder: string | undefined, ...events: readonly LeadEvent[]) =>
  pastShare({ status, share: share(holder) }, [event("lead.offered", "acme"), ...events], "acme");

describe("what became of a share for a buyer", () => {
  it("is nothing while it is theirs, or lies where they returned it to", () => {
    expect(past("offered", "acme")).toBeUndefined();
    expect(past("accepted", "acme", event("lead.accepted", "acme"))).toBeUndefined();
    expect(past("returned", "acme", event("lead.returned", "acme"))).toBeUndefined();
  });

  it("is their own word, the seller's, or the time that passed", () => {
    const next = event("lead.offered", "best");
    expect(past("returned", "acme", event("lead.returned"))).toBe("takenBack");
    expect(past("accepted", "best", event("lead.returned", "acme"), next)).toBe("returned");
    expect(past("lost", undefined, event("lead.declined", "acme"), event("lead.lost"))).toBe("declined");
    expect(past("offered", "best", event("lead.offerExpired", "acme"), next)).toBe("passedOver");
    expect(past("erased", "acme", event("lead.accepted", "acme"))).toBe("erased");
  });

  it("is not guessed while the history is behind, nor taken from what others did", () => {
    expect(past("accepted", "best", event("lead.accepted", "acme"))).toBe("gone");
    expect(past("returned", "best", event("lead.returned", "best"), event("lead.declined", "corp"))).toBe("gone");
  });
});
