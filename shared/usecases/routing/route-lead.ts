import { afterHours } from "../../domain/on-call/after-hours.ts";
import { methodNow } from "../../domain/plan/exceptions.ts";
import { lookAtRules } from "../../domain/routing/choose-rule.ts";
import type { DecisionInput, RuleLook } from "../../domain/routing/decision.ts";
import { factsOf } from "../../domain/routing/facts.ts";
import { countReasons, type LeftOut } from "../../domain/routing/pools/left-out.ts";
import { leftOutByAny } from "../../domain/routing/pools/left-out-by-any.ts";
import { notItsLead } from "../../domain/routing/pools/not-its-lead.ts";
import { ownerNote } from "../../domain/routing/pools/owner-note.ts";
import { CLOSED, CONTINUITY, FALLBACK, ON_CALL } from "../../domain/routing/special-rules.ts";
import { idOf } from "../../domain/shares/recipient.ts";
import { businessNow } from "../../domain/time/business-clock.ts";
import type { RuleWhy } from "../../schemas/lead/decision.ts";
import type { Method } from "../../schemas/plan/method.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { AssignPorts, AssignRequest } from "./assignment.ts";
import type { Attempt } from "./attempt.ts";
import { tryMethod } from "./methods/try-method.ts";

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
  const { matches, misses, explain } = lookAtRules(
    plan,
    factsOf(request.lead, request.now, plan.timezone, plan.businessHours),
  );
  const rules: RuleLook[] = [];
  const leftOut: LeftOut[] = [];

  async function attempt(ruleId: string, why: RuleLook["why"], method: Method, poolRule = ruleId): Promise<Attempt> {
    const found = await tryMethod({ ports, config, request, ruleId: poolRule }, method);
    if (found.outcome === "nobody") leftOut.push(found.trace.leftOut);
    const { mix, first, leftOut: absent } = found.trace;
    const nobody = found.outcome === "nobody";
    const whyAll: RuleLook["why"] = (of) => ({
      ...why(of),
      ...(mix && { mix }),
      ...(first && { first }),
      ...(nobody && { nobody: Object.fromEntries(countReasons(absent)) }),
    });
    rules.push({ ruleId, matched: true, why: nobody || mix || first ? whyAll : why });
    return found;
  }
  function decided(ruleId: string, { trace, ...found }: Attempt): DecisionInput {
    const common = { ruleId, rules, explain, planVersion: plan.version };
    if (found.outcome === "nobody") {
      return { ...common, outcome: "queued", trace: { ...trace, leftOut: leftOutByAny(leftOut) } };
    }
    if (found.outcome === "shared") {
      const [first] = found.given;
      return { ...common, outcome: "agent", trace, chosen: first && idOf(first.recipient), shares: found };
    }
    if (found.outcome === "pooled") return { ...common, outcome: "pooled", trace, posting: found.posting };
    return { ...common, outcome: found.outcome, trace, chosen: found.agentId, posting: found.posting };
  }

  const closed = afterHours(plan, request.lead.temperature, request.now);
  const { holidayOn } = businessNow(plan, request.now);
  const whyClosed = (): RuleWhy => ({ note: "closed", ...(holidayOn !== undefined && { closedDay: holidayOn }) });
  if (closed === "hold") {
    rules.push({ ruleId: CLOSED, matched: true, why: whyClosed });
    return decided(CLOSED, { outcome: "nobody", trace: { method: "hold", runners: [], leftOut: new Map() } });
  }
  if (plan.continuity.place === "before" && request.owner !== undefined) {
    const note = ownerNote(request, config);
    const found = await attempt(CONTINUITY, () => ({ note }), { type: "owner" });
    if (found.outcome === "agent") return decided(CONTINUITY, found);
  }
  if (closed === "onCall") {
    const found = await attempt(ON_CALL, whyClosed, { type: "onCall" });
    if (found.outcome === "agent") return decided(ON_CALL, found);
  }
  let told = 0;
  for (const { rule, position, why } of matches) {
    rules.push(...misses.slice(told, position));
    told = position + 1;
    const { method, poolRule } = methodNow(plan, rule, request.now);
    const note = notItsLead(method ?? rule.method, request.lead, request.owner);
    if (note !== undefined) {
      rules.push({ ruleId: rule.id, matched: false, why: () => ({ note }) });
      continue;
    }
    if (method === undefined) {
      rules.push({ ruleId: rule.id, matched: false, why: () => ({ note: "suspended" }) });
      continue;
    }
    const excepted: RuleLook["why"] = (of) => ({ ...why(of), exception: true });
    const found = await attempt(rule.id, method === rule.method ? why : excepted, method, poolRule);
    if (found.outcome !== "nobody" || rule.overflow === "queue") return decided(rule.id, found);
    if (rule.overflow === "pool") return decided(rule.id, { outcome: "pooled", trace: found.trace });
  }
  rules.push(...misses.slice(told));
  return decided(FALLBACK, await attempt(FALLBACK, () => ({ note: "noRulePlaced" }), plan.fallback));
}
