import { lookAtRules } from "../../domain/routing/choose-rule.ts";
import type { DecisionInput, RuleLook } from "../../domain/routing/decision.ts";
import { factsOf } from "../../domain/routing/facts.ts";
import { CONTINUITY, FALLBACK } from "../../domain/routing/special-rules.ts";
import { countReasons } from "../../domain/routing/trace.ts";
import type { RuleWhy, SkipReason } from "../../schemas/decision.ts";
import type { Method } from "../../schemas/method.ts";
import type { Rule } from "../../schemas/plan.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { AssignPorts, AssignRequest } from "./assignment.ts";
import type { Attempt } from "./attempt.ts";
import { tryMethod } from "./try-method.ts";

/**
 * Continuity where the plan puts it, then the rules in order, then the fallback (C13). A rule whose pool
 * has nobody overflows as it says; a lead that nobody can take is queued: none is ever stuck or lost.
 */
export async function routeLead(
  ports: AssignPorts,
  config: RoutingConfig,
  request: AssignRequest,
): Promise<DecisionInput> {
  const { plan } = config;
  const rules: RuleLook[] = [];
  const leftOut = new Map<string, SkipReason>();

  async function attempt(ruleId: string, why: () => RuleWhy, method: Method): Promise<Attempt> {
    const found = await tryMethod({ ports, config, request, ruleId }, method);
    if (found.outcome === "nobody") {
      for (const [agentId, reason] of found.trace.leftOut) leftOut.set(agentId, reason);
    }
    const { mix, leftOut: absent } = found.trace;
    const nobody = found.outcome === "nobody";
    rules.push({
      ruleId,
      matched: true,
      why: () => ({ ...why(), ...(mix && { mix }), ...(nobody && { nobody: { ...countReasons(absent) } }) }),
    });
    return found;
  }
  function decided(ruleId: string, { trace, ...found }: Attempt): DecisionInput {
    const common = { ruleId, rules, planVersion: plan.version };
    if (found.outcome === "nobody") return { ...common, outcome: "queued", trace: { ...trace, leftOut } };
    return { ...common, outcome: found.outcome, trace, chosen: "agentId" in found ? found.agentId : undefined };
  }

  if (plan.continuity.place === "before" && request.owner !== undefined) {
    const found = await attempt(CONTINUITY, () => ({ note: "knownPerson" }), { type: "owner" });
    if (found.outcome === "agent") return decided(CONTINUITY, found);
  }
  for (const { rule, matched, why } of lookAtRules(plan, factsOf(request.lead, request.now, plan.timezone))) {
    if (!matched || !isMeantFor(rule, request)) {
      rules.push({ ruleId: rule.id, matched: false, why: matched ? () => ({ note: "unknownPerson" }) : why });
      continue;
    }
    const found = await attempt(rule.id, why, rule.method);
    if (found.outcome !== "nobody" || rule.overflow === "queue") return decided(rule.id, found);
    if (rule.overflow === "pool") return decided(rule.id, { outcome: "pooled", trace: found.trace });
  }
  return decided(FALLBACK, await attempt(FALLBACK, () => ({ note: "noRulePlaced" }), plan.fallback));
}

/** An owner rule is for people whom somebody has. */
function isMeantFor(rule: Rule, request: AssignRequest): boolean {
  return rule.method.type !== "owner" || request.owner !== undefined;
}
