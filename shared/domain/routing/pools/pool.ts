import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { PoolFilter } from "../../../schemas/plan/pool-filter.ts";
import {
  comparableSkill,
  type LeadToMatch,
  type MatchedValues,
  matchedValues,
  mismatch,
  poolKeyFor,
} from "./matched-values.ts";

/** Who could ever take this lead by a rule's pool, present or not, and who of the same circle does not fit it. */
export interface Pool {
  readonly poolKey: string;
  /** In the documented order (C1). */
  readonly members: readonly Agent[];
  readonly misfits: ReadonlyMap<string, SkipReason>;
}

/**
 * The rule's pool for a lead. A pool holds members of role `agent` unless it names another role or agents. What the
 * filter matches with the lead is part of the key, so that every member fits every lead of the pool and an overlap of
 * areas rotates between all its owners (C5, C7).
 */
export function poolOf(
  ruleId: string,
  filter: PoolFilter,
  lead: LeadToMatch,
  agents: ReadonlyMap<string, Agent>,
): Pool {
  const circle = [...agents.values()].filter((agent) => inCircle(agent, filter)).sort(byOrder);
  const matched = matchedValues(filter, lead, agents);
  const misfits = new Map<string, SkipReason>();
  for (const agent of circle) {
    const reason = misfitReason(agent, filter, matched);
    if (reason) misfits.set(agent.agentId, reason);
  }
  return {
    poolKey: poolKeyFor(ruleId, filter, lead, agents),
    members: circle.filter((agent) => !misfits.has(agent.agentId)),
    misfits,
  };
}

/** The documented order: by `order`, those without one last, ties by id. */
export function byOrder(a: Agent, b: Agent): number {
  const place = (agent: Agent) => agent.order ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || (a.agentId < b.agentId ? -1 : 1);
}

function inCircle(agent: Agent, { agents, role, team }: PoolFilter): boolean {
  const roleFits = role === undefined ? agents !== undefined || agent.role === "agent" : agent.role === role;
  return (
    roleFits && (agents === undefined || agents.includes(agent.agentId)) && (team === undefined || agent.team === team)
  );
}

function misfitReason(agent: Agent, filter: PoolFilter, matched: MatchedValues): SkipReason | undefined {
  const { tier, skills = [] } = filter;
  const own = new Set(agent.skills?.map(comparableSkill));
  if (!skills.every((skill) => own.has(comparableSkill(skill)))) return "skill";
  if (tier !== undefined && agent.tier !== tier) return "tier";
  return mismatch(agent, filter, matched);
}
