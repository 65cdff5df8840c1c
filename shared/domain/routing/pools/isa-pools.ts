import type { Agent } from "../../../schemas/agent.ts";
import type { Area } from "../../../schemas/area.ts";
import type { PoolFilter } from "../../../schemas/plan/pool-filter.ts";
import { possibleMatches } from "../possible-matches.ts";
import { isaPoolOf } from "./isa-pool.ts";
import { type LeadToMatch, poolKeyFor } from "./matched-values.ts";

interface PoolOfIsas {
  readonly poolRule: string;
  readonly method: { readonly type: "weighted"; readonly pool: PoolFilter };
  readonly lead: LeadToMatch;
}

/** The pools an ISA rule makes: one for each side that ISAs are specialised in and each language, with a lead of each. */
export function isaPoolsOf(
  poolRule: string,
  pool: PoolFilter,
  areas: ReadonlyMap<string, Area>,
  agents: ReadonlyMap<string, Agent>,
): readonly PoolOfIsas[] {
  const sides = [{}, { interest: "buyer" }, { interest: "seller" }] as const;
  const pools = possibleMatches({ languages: "match", ...pool }, areas, agents).flatMap((each) =>
    sides.map((side): PoolOfIsas => {
      const lead = { ...each, facts: { ...each.facts, ...side } };
      const own = isaPoolOf(poolRule, pool, lead, agents);
      return { poolRule: own.poolRule, method: { type: "weighted", pool: own.filter }, lead };
    }),
  );
  const keyOf = (of: PoolOfIsas) => poolKeyFor(of.poolRule, of.method.pool, of.lead, agents);
  return [...new Map(pools.map((each) => [keyOf(each), each])).values()];
}
