import { expect, test } from "vitest";
import { turnTaken } from "../../../shared/domain/rotation/turn-taken.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";

const event = (type: LeadEvent["type"], agentId?: string, poolId?: string): LeadEvent => ({
  type,
  at: 1,
  actor: "system",
  ...(agentId !== undefined && { agentId }),
  ...(poolId !== undefined && { poolId, ruleId: "all", ticket: { epoch: 1, n: 4 } }),
});
const received = event("lead.received");
const toAnna = event("lead.offered", "anna", "all");
const toBenAgain = event("lead.offered", "ben", "all~again");

test.each([
  ["offered and accepted", [received, toAnna, event("lead.accepted", "anna")], "anna"],
  ["still offered", [received, toAnna], "anna"],
  ["assigned by a turn, without asking", [received, event("lead.reassigned", "anna", "all")], "anna"],
  [
    "accepted, then given to a backup",
    [toAnna, event("lead.accepted", "anna"), event("lead.reassigned", "ben")],
    "anna",
  ],
  ["declined, then offered to the next", [toAnna, event("lead.declined", "anna"), toBenAgain], undefined],
  ["let pass", [toAnna, event("lead.offerExpired", "anna"), toBenAgain], undefined],
  [
    "lost for want of contact",
    [toAnna, event("lead.accepted", "anna"), event("lead.reclaimed", "anna"), toBenAgain],
    undefined,
  ],
  ["claimed from the pool", [received, event("lead.pooled"), event("lead.claimed", "anna")], undefined],
  ["queued, then drained by a turn", [received, event("lead.queued"), event("lead.offered", "ben", "all")], "ben"],
  ["nothing", [], undefined],
] as const)("%s", (_what, events, agentId) => {
  expect(turnTaken(events)?.agentId).toBe(agentId);
});

test("the pool is that of the ticket", () => {
  expect(turnTaken([toAnna])).toEqual({ poolId: "all", agentId: "anna" });
});
