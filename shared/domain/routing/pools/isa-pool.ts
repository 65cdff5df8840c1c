import type { Agent } from "../../../schemas/agent.ts";
import type { PoolFilter } from "../../../schemas/plan/pool-filter.ts";
import { type Side, sideOf } from "../../handover/side.ts";
import { standardInterest } from "../../intake/facts/interest.ts";
import { poolKeyOf } from "../../rotation/pool-key.ts";
import type { LeadToMatch } from "./matched-values.ts";
import { poolOf } from "./pool.ts";

/** The ISAs who may qualify a lead, as a pool like any other (C6). */
export interface IsaPool {
  /** Begins the pool's key: the rule's, with the side where ISAs are specialised. */
  readonly poolRule: string;
  readonly filter: PoolFilter;
  /** ISAs of the same circle who qualify the other side only. */
  readonly otherSide: readonly string[];
}

/**
 * The pool for this lead's side and language. An ISA who has a side among the skills (`buyer`, `seller`) gets leads of
 * that side only, one who has none gets all, and a lead whose side is not known goes to any of them. ISAs speak the
 * lead's language; when nobody of them does, language is no matter.
 */
export function isaPoolOf(
  ruleId: string,
  pool: PoolFilter,
  lead: LeadToMatch,
  agents: ReadonlyMap<string, Agent>,
): IsaPool {
  const side = sideOf(lead.facts);
  const circle = poolOf(ruleId, pool, lead, agents).members;
  const specialised = circle.some((agent) => sidesOf(agent).length > 0);
  const fitting = circle.filter((agent) => side === undefined || qualifies(agent, side));
  const sided = !specialised || side === undefined ? pool : { ...pool, agents: fitting.map(({ agentId }) => agentId) };
  const spoken = { languages: "match", ...sided } as const;
  const poolRule = sided === pool ? ruleId : poolKeyOf(ruleId, { side: side ?? "" });
  return {
    poolRule,
    filter: poolOf(poolRule, spoken, lead, agents).members.length > 0 ? spoken : sided,
    otherSide: circle.filter((agent) => !fitting.includes(agent)).map(({ agentId }) => agentId),
  };
}

function qualifies(agent: Agent, side: Side): boolean {
  const sides = sidesOf(agent);
  return sides.length === 0 || sides.includes(side);
}

/** The sides among the skills, however an admin calls them: `buyer`, `Verkäufer`. */
export function sidesOf({ skills = [] }: Agent): readonly Side[] {
  return skills.flatMap((skill) => {
    const interest = standardInterest(skill);
    return sideOf(interest === undefined ? {} : { interest }) ?? [];
  });
}
