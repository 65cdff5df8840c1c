import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../../shared/domain/lifecycle/decide.ts";
import { nextDueAt } from "../../../shared/domain/lifecycle/due.ts";
import { holderOf } from "../../../shared/domain/lifecycle/holder.ts";
import { isFinal, phaseOf, waitOf } from "../../../shared/domain/lifecycle/phase.ts";
import { executionNeeded } from "../../../shared/domain/lifecycle/workflow/execution-needed.ts";
import { type LeadState, leadState } from "../../../shared/schemas/lead/lead.ts";
import { aPlan, offered, start, stateOf, unassigned } from "./lead-fixtures.ts";
import { anyCommand, anyPause } from "./random-commands.ts";

const plan = aPlan();
const steps = fc.array(fc.tuple(anyPause, anyCommand), { maxLength: 60 });
const first = fc.constantFrom(offered(), unassigned("pooled"), unassigned("queued"), unassigned("nurture"));

/** What must hold of every commit, whatever led to it. */
function checkCommit(before: LeadState, after: LeadState, now: number): void {
  leadState.parse(after);
  expect(after.version).toBe(before.version + after.events.length);
  expect(after.wait).toBeGreaterThanOrEqual(before.wait);
  expect(after.cycle).toBeGreaterThanOrEqual(before.cycle);
  expect(after.receivedAt).toBe(before.receivedAt);
  if (before.status !== after.status && waitOf(before) !== waitOf(after)) expect(after.wait).toBe(before.wait + 1);
  if ((before.status === "held") !== (after.status === "held")) expect(after.wait).toBe(before.wait + 1);
  // Nobody takes a lead that somebody else has open.
  if (before.status === "held" && after.status === "accepted" && after.claimedAt === now) {
    expect(before.held?.agentId === after.ownerId || now >= (before.deadlines.hold ?? 0)).toBe(true);
  }
  if (holderOf(before) !== holderOf(after)) expect(after.wait).toBe(before.wait + 1);
  if (isFinal(before.status)) expect([before.status, "erased"]).toContain(after.status);
  for (const declined of after.events.filter(({ type }) => type === "lead.declined")) {
    expect(after.tried).toContain(declined.agentId);
  }
}

/** One holder, the deadlines of its phase, and a timer for every lead somebody holds or is to claim in time. */
function checkLead(lead: LeadState): void {
  const held = executionNeeded(lead);
  expect(holderOf(lead) !== undefined).toBe(held && lead.status !== "pooled" && lead.status !== "held");
  expect(lead.held !== undefined && lead.deadlines.hold !== undefined).toBe(lead.status === "held");
  if (lead.status === "pooled") expect([lead.held, lead.deadlines.hold]).toEqual([undefined, undefined]);
  if (lead.picked) expect(lead.claimedAt).toBeDefined();
  expect(nextDueAt(lead) !== undefined).toBe(held);
  expect(lead.offer !== undefined).toBe(lead.status === "offered");
  if (lead.status === "offered") expect(lead.ownerId).toBeUndefined();
  if (!held) expect(lead.deadlines).toEqual({});
  expect(lead.contactedAt !== undefined).toBe(
    phaseOf(lead.status) === "ownership" || (isFinal(lead.status) && lead.contactedAt !== undefined),
  );
  expect(Buffer.byteLength(JSON.stringify({ ...lead, events: [] }))).toBeLessThan(1024);
}

test("any sequence of commands keeps the lead whole", () => {
  fc.assert(
    fc.property(first, steps, (begin, commands) => {
      let lead = begin;
      let now = start;
      for (const [pause, command] of commands) {
        now += pause;
        const decided = decide(command, lead, { now, plan });
        expect(decide(command, lead, { now, plan })).toEqual(decided);
        if (!decided.accepted || decided.next === undefined) continue;
        const next = stateOf(lead, decided.next);
        checkCommit(lead, next, now);
        checkLead(next);
        lead = next;
      }
    }),
    { numRuns: 1000 },
  );
});

test("a command done once is done: repeating it at once is no second change, unless it is another step", () => {
  const repeatable = new Set([
    "accept",
    "decline",
    "assign",
    "claim",
    "open",
    "giveBack",
    "bringIn",
    "convert",
    "lose",
    "erase",
  ]);
  fc.assert(
    fc.property(first, steps, (begin, commands) => {
      let lead = begin;
      let now = start;
      for (const [pause, command] of commands) {
        now += pause;
        const decided = decide(command, lead, { now, plan });
        if (!decided.accepted || decided.next === undefined) continue;
        lead = stateOf(lead, decided.next);
        if (!repeatable.has(command.type)) continue;
        // A decline that puts the decliner in the place again is another offer.
        if (command.type === "decline" && holderOf(lead) === command.by) continue;
        expect(decide(command, lead, { now, plan })).toEqual({ accepted: true });
      }
    }),
    { numRuns: 500 },
  );
});
