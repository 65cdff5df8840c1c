import type { Decided } from "../../domain/lifecycle/command.ts";
import { mayBringIn } from "../../domain/lifecycle/commands/specialist-commands.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { behaviourFacts } from "../../domain/progressive/behaviour-facts.ts";
import { progressivePoolRule, specialistMethod } from "../../domain/progressive/progressive-rules.ts";
import { decisionOf } from "../../domain/routing/decision.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import { poolOf } from "../../domain/routing/pools/pool.ts";
import { whyOf } from "../../domain/routing/words/why.ts";
import { compileRules } from "../../domain/rules/compile-rules.ts";
import { explain } from "../../domain/rules/explain.ts";
import type { Facts } from "../../domain/rules/fact.ts";
import { holdsFor, predicateOf } from "../../domain/rules/predicate.ts";
import type { RuleWhy } from "../../schemas/lead/decision.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Engagement } from "../../schemas/lead/lead-input.ts";
import type { ProgressiveRule } from "../../schemas/plan/progressive.ts";
import type { Ports } from "../ports/ports.ts";
import { dryLoads } from "../routing/dry-run.ts";
import { tryMethod } from "../routing/methods/try-method.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { Committed } from "./commit-decided.ts";
import { commitPlaced } from "./commit-placed.ts";
import type { LeadItems } from "./routed-placement.ts";

type SpecialistPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/**
 * C16: the plan's progressive rules after an engagement was stored, in their order. Each takes effect once for a lead,
 * however often and by however many requests at once it is asked: the lead remembers it in the same commit. A rule that
 * finds no specialist now is asked again at the next engagement. Answers the last commit, if there was one.
 */
export async function bringInSpecialists(
  ports: SpecialistPorts,
  config: RoutingConfig,
  leadId: string,
  engagement: Engagement,
): Promise<Committed | undefined> {
  let last: Committed | undefined;
  for (const rule of config.plan.progressive) {
    const lead = await ports.leads.load(leadId, { consistent: true });
    if (lead === undefined || !applies(rule, lead, engagement, config, ports.clock.now())) continue;
    const committed = await bringIn(ports, config, lead, { rule, engagement });
    if (committed.outcome === "done" && committed.changed) last = committed;
  }
  return last;
}

function applies(
  rule: ProgressiveRule,
  { state, body }: LeadItems,
  engagement: Engagement,
  config: RoutingConfig,
  now: number,
): boolean {
  if (!mayBringIn(state, rule.id) || isSpecialist(rule, state, body, config)) return false;
  // An ISA's lead is handed over first (C6): no way round the checklist.
  if (rule.do === "reassign" && config.agents.get(state.ownerId ?? "")?.role === "isa") return false;
  return holdsFor(predicateOf(rule.when), behaviourFacts(body, state, engagement, { plan: config.plan, now }));
}

/** Whether the owner is one of those whom the rule would bring in. */
function isSpecialist(rule: ProgressiveRule, state: LeadState, body: LeadBody, { agents }: RoutingConfig): boolean {
  const method = specialistMethod(rule);
  if (method.type === "agent") return method.agentId === state.ownerId;
  if (!("pool" in method) || method.pool === undefined) return false;
  const { members } = poolOf(progressivePoolRule(rule), method.pool, leadToRoute(body, state), agents);
  return members.some(({ agentId }) => agentId === state.ownerId);
}

/** A rule, and what the person did that made it apply. */
interface Cause {
  readonly rule: ProgressiveRule;
  readonly engagement: Engagement;
}

function bringIn(ports: SpecialistPorts, config: RoutingConfig, lead: LeadItems, cause: Cause): Promise<Committed> {
  const { rule } = cause;
  const nothing: Decided = { accepted: true };
  return commitPlaced(ports, config, lead, {
    stands: (state) => (mayBringIn(state, rule.id) && state.ownerId === lead.state.ownerId ? undefined : nothing),
    choose: async (items) => (await chooseSpecialist(ports, config, items, cause)) ?? nothing,
    command: (next) => ({
      type: "bringIn",
      ruleId: rule.id,
      does: rule.do,
      agentId: "agentId" in next ? next.agentId : "",
      routed: "routed" in next ? next.routed : undefined,
    }),
  });
}

/** By the rule's own pool and rotation. Who is only told needs room, but no place is taken. */
async function chooseSpecialist(
  ports: SpecialistPorts,
  config: RoutingConfig,
  { state, body }: LeadItems,
  { rule, engagement }: Cause,
): Promise<Placement | undefined> {
  const poolRule = progressivePoolRule(rule);
  const now = ports.clock.now();
  const owner = state.ownerId === undefined ? [] : [state.ownerId];
  const found = await tryMethod(
    {
      ports: rule.do === "notify" ? { ...ports, loads: dryLoads(ports.loads) } : ports,
      config,
      request: {
        lead: leadToRoute(body, state),
        exclude: rule.do === "notify" ? owner : [...owner, ...(state.tried ?? [])],
        mode: "first",
        now,
      },
      ruleId: poolRule,
    },
    specialistMethod(rule),
  );
  if (found.outcome !== "agent") return undefined;
  const { agentId, trace } = found;
  const { method, poolId, ticket } = trace;
  const routed = { ruleId: poolRule, method, ...(poolId !== undefined && { poolId }), ...(ticket && { ticket }) };
  if (rule.do === "notify") return { to: "owner", agentId, routed };
  const why = () => whyApplies(rule, behaviourFacts(body, state, engagement, { plan: config.plan, now }));
  const rules = [{ ruleId: poolRule, matched: true, why }];
  const about = { ruleId: poolRule, trace, chosen: agentId, rules, planVersion: config.plan.version } as const;
  return {
    to: "owner",
    agentId,
    routed: { ...routed, decision: decisionOf({ ...about, outcome: "agent" }, "compact") },
  };
}

/** By which comparisons the rule applies; what a lead has instead may be about the person and does not go to the history. */
function whyApplies(rule: ProgressiveRule, facts: Facts): RuleWhy {
  const explanation = explain(compileRules([rule]), facts, rule.id);
  return explanation?.matched ? whyOf(explanation) : {};
}
