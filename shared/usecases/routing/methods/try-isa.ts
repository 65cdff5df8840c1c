import { type IsaPool, isaPoolOf } from "../../../domain/routing/pools/isa-pool.ts";
import type { LeadToMatch } from "../../../domain/routing/pools/matched-values.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { tryRotation } from "./try-rotation.ts";

type Isa = Extract<Method, { readonly type: "isa" }>;

/**
 * An inside sales agent for a new lead (C6), in turn and by weight like any other pool. A lead that an ISA has handed over
 * is for field agents: it finds nobody here.
 */
export async function tryIsa(context: AttemptContext, method: Isa): Promise<Attempt> {
  const { config, request, ruleId } = context;
  if (request.lead.stage === "handover") {
    return { outcome: "nobody", trace: { method: "isa", runners: [], leftOut: new Map() } };
  }
  const { poolRule, filter, otherSide } = isaPoolNow(ruleId, method, request.lead, config.agents);
  const found = await tryRotation({ ...context, ruleId: poolRule }, { type: "weighted", pool: filter });
  const unfit = otherSide.map((agentId): readonly [string, SkipReason] => [agentId, "skill"]);
  const leftOut = new Map([...found.trace.leftOut, ...unfit]);
  return { ...found, trace: { ...found.trace, method: "isa", leftOut } };
}

/** Pools of one team: worked out once for each side, language and area of a rule. */
const pools = new WeakMap<ReadonlyMap<string, Agent>, WeakMap<Isa, Map<string, IsaPool>>>();

function isaPoolNow(ruleId: string, method: Isa, lead: LeadToMatch, agents: ReadonlyMap<string, Agent>): IsaPool {
  const ofTeam = pools.get(agents) ?? new WeakMap<Isa, Map<string, IsaPool>>();
  pools.set(agents, ofTeam);
  const ofMethod = ofTeam.get(method) ?? new Map<string, IsaPool>();
  ofTeam.set(method, ofMethod);
  const { areas, facts } = lead;
  const { language, interest, propertyType, product, company } = facts;
  const key = JSON.stringify([areas, language, interest, propertyType, product, company]);
  const known = ofMethod.get(key);
  if (known) return known;
  const pool = isaPoolOf(ruleId, method.pool, lead, agents);
  if (ofMethod.size >= mostRemembered) ofMethod.clear();
  ofMethod.set(key, pool);
  return pool;
}

const mostRemembered = 1000;
