import { describe, expect, it } from "vitest";
import { parentStatus, unsold } from "../../../shared/domain/shares/parent-status.ts";
import type { LeadStatus } from "../../../shared/schemas/lead/lead.ts";

const of = (...statuses: readonly (LeadStatus | typeof unsold)[]) =>
  parentStatus(statuses.map((status) => (status === unsold ? { status: "lost", reason: unsold } : { status })));

describe("a shared lead's status", () => {
  it.each<[readonly (LeadStatus | typeof unsold)[], LeadStatus]>([
    [["offered", "offered"], "offered"],
    [["offered", "accepted", "lost"], "accepted"],
    [["accepted", "contacted"], "contacted"],
    [["qualified", "appointment", "contacted"], "appointment"],
    [["converted", "accepted"], "converted"],
    [["pooled", "lost"], "offered"],
    [["lost", "unqualified", unsold], "lost"],
    [["unqualified", unsold, "returned"], "unqualified"],
    [["returned", unsold], "returned"],
  ])("of %j is %s", (shares, expected) => {
    expect(of(...shares)).toEqual({ status: expected });
  });

  it("is lost as unsold when nobody took any", () => {
    expect(of(unsold, unsold)).toEqual({ status: "lost", reason: unsold });
  });
});
