import type { Routed } from "../../domain/lifecycle/place.ts";
import { againKey } from "../../domain/rotation/pool-key.ts";
import { lookAtRules } from "../../domain/routing/choose-rule.ts";
import { decisionOf } from "../../domain/routing/decision.ts";
import { factsOf } from "../../domain/routing/facts.ts";
import type { Lineup } from "../../domain/routing/pools/lineup.ts";
import { rotationTrace, type TurnTaken } from "../../domain/routing/rotation-trace.ts";
import { FALLBACK } from "../../domain/routing/special-rules.ts";
import type { SharedMethod } from "../routing/methods/try-shared.ts";
import type { RoutingConfig } from "../routing-config.ts";

interface NextTurn {
  readonly ruleId: string;
  readonly method: SharedMethod;
  readonly lineup: Lineup;
  readonly taken: TurnTaken;
  /** About any share of the lead. */
  readonly asked: readonly string[];
}

/**
 * Why this recipient has the share next (F6), in the words of first decisions: who else could have had it, and who was left
 * out and why. Rules are not tried again: the one that shared the lead stands, with what it matched.
 */
export function decideRecipient(
  { plan }: RoutingConfig,
  lead: Parameters<typeof factsOf>[0],
  { ruleId, method, lineup, taken, asked }: NextTurn,
  now: number,
): Routed {
  const poolId = againKey(lineup.poolKey);
  const { matches, explain } = lookAtRules(plan, factsOf(lead, now, plan.timezone, plan.businessHours));
  const rule = matches.find((each) => each.ruleId === ruleId);
  const why = ruleId === FALLBACK ? () => ({ note: "noRulePlaced" as const }) : (rule?.why ?? (() => ({})));
  const input = {
    ruleId,
    trace: { method: method.type, poolId, ...rotationTrace(lineup, taken, [], asked) },
    chosen: taken.agentId,
    rules: [{ ruleId, matched: true, why }],
    explain,
    outcome: "agent",
    planVersion: plan.version,
  } as const;
  return { ruleId, method: method.type, poolId, ticket: taken.ticket, decision: decisionOf(input, "compact") };
}
