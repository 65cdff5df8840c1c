import fc from "fast-check";
import type { Command } from "../../../shared/domain/lifecycle/command.ts";
import type { Placement } from "../../../shared/domain/lifecycle/place.ts";
import { start } from "./lead-fixtures.ts";

const agent = fc.constantFrom("anna", "ben", "cem", "ida");
const reason = fc.constantFrom("x", "y");
const instant = fc.integer({ min: start, max: start + 7 * 86_400_000 });
const placement: fc.Arbitrary<Placement> = fc.oneof(
  { weight: 4, arbitrary: agent.map((agentId) => ({ to: "offer", agentId }) as const) },
  agent.map((agentId) => ({ to: "owner", agentId, escalated: true }) as const),
  fc.constant({ to: "pool", reason: "x" } as const),
  agent.map((agentId) => ({ to: "offer", agentId, posted: { rule: "all" } }) as const),
  fc
    .record({ claim: instant, recycle: instant }, { requiredKeys: [] })
    .map((deadlines) => ({ to: "pool", posting: { posted: { rule: "all" }, deadlines } }) as const),
  {
    weight: 2,
    arbitrary: fc
      .record({ claim: instant, recycle: instant }, { requiredKeys: [] })
      .map((deadlines) => ({ to: "pool", posting: { posted: { rule: "all", pick: true }, deadlines } }) as const),
  },
  fc.constant({ to: "queue", reason: "capacity" } as const),
);

/** Any command by anybody; most are refused in any one state. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant("accept" as const), by: agent }),
  fc.record({ type: fc.constant("decline" as const), by: agent, reason, next: placement }),
  fc.record({ type: fc.constant("expireOffer" as const), next: placement }),
  fc.record({
    type: fc.constant("contact" as const),
    by: agent,
    channel: fc.constant("call"),
    outcome: fc.constantFrom("reached", "noAnswer"),
  }),
  fc.record({ type: fc.constant("qualify" as const), by: agent }),
  fc.record({
    type: fc.constant("appointment" as const),
    by: agent,
    at: fc.integer({ min: start, max: start + 60 * 86_400_000 }),
    outcome: fc.constantFrom(undefined, undefined, "kept" as const, "noShow" as const),
  }),
  fc.record({
    type: fc.constant("handOver" as const),
    by: agent,
    next: placement,
    isaId: fc.constantFrom("ida", undefined),
  }),
  fc.record({
    type: fc.constant("bringIn" as const),
    ruleId: fc.constantFrom("luxury", "villas"),
    does: fc.constantFrom("notify" as const, "reassign" as const),
    agentId: agent,
  }),
  fc.record({ type: fc.constant("assign" as const), by: agent, agentId: agent, reason }),
  fc.record({ type: fc.constant("claim" as const), by: agent }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant("open" as const), by: agent, details: fc.constant(180_000) }) },
  fc.record({ type: fc.constant("giveBack" as const), by: agent }),
  fc.record({ type: fc.constant("expireHold" as const) }),
  fc.record({ type: fc.constant("drain" as const), next: placement }),
  fc.record({ type: fc.constantFrom("expireClaim" as const, "recycle" as const), next: placement }),
  fc.record({ type: fc.constant("escalate" as const) }),
  fc.record({ type: fc.constant("giveToBackup" as const), agentId: fc.option(agent, { nil: undefined }) }),
  fc.record({ type: fc.constant("reclaim" as const), next: placement }),
  fc.record({ type: fc.constant("repair" as const) }),
  fc.record({
    type: fc.constant("engage" as const),
    actor: fc.constant("source:s"),
    engagement: fc.constant("opened"),
    scored: fc.record({ total: fc.integer({ min: 0, max: 100 }), temperature: fc.constantFrom("hot", "cold") }),
    next: fc.option(placement, { nil: undefined }),
  }),
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ type: fc.constant("lose" as const), by: agent, reason }),
      fc.record({ type: fc.constant("convert" as const), by: agent }),
      fc.record({ type: fc.constant("pool" as const), reason }),
      fc.record({ type: fc.constant("erase" as const), by: agent }),
      fc.record({ type: fc.constant("return" as const), by: agent, reason, decides: fc.boolean() }),
      fc.record({ type: fc.constant("refuseReturn" as const), by: agent, reason }),
      fc.record({
        type: fc.constant("complain" as const),
        by: agent,
        reason,
        decision: fc.record({ about: fc.integer({ min: 1, max: 3 }) }),
      }),
    ),
  },
);

/** How long nothing happens: moments, the SLA's minutes, and days. */
export const anyPause = fc.constantFrom(0, 1000, 60_000, 5 * 60_000, 31 * 60_000, 73 * 3_600_000, 15 * 86_400_000);
