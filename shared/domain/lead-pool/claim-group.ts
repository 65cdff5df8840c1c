import type { Agent } from "../../schemas/agent.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { poolOf } from "../routing/pools/pool.ts";
import { poolMethodOf } from "./posting.ts";

/**
 * Who may claim a posted lead (C9): its method's pool, whoever of it is there or not. Undefined: everybody who works with
 * leads, as the plan says nothing else or the method is gone from it.
 */
export function claimGroup(
  posted: Posted | undefined,
  plan: Plan | undefined,
  agents: ReadonlyMap<string, Agent>,
): readonly Agent[] | undefined {
  const pool = posted && plan && poolMethodOf(posted, plan)?.pool;
  if (posted === undefined || pool === undefined) return undefined;
  const { rule, areas = [], facts = {} } = posted;
  return poolOf(rule, pool, { areas, facts: facts as Parameters<typeof poolOf>[2]["facts"] }, agents).members;
}

/** Whether the plan wants the claim group told of a lead of this temperature; hot ones unless it says otherwise. */
export function tellsGroup(posted: Posted, plan: Plan, temperature: Temperature): boolean {
  const method = poolMethodOf(posted, plan);
  const { notify = "hot" } = method ?? {};
  return method !== undefined && (notify === "all" || (notify === "hot" && temperature === "hot"));
}
