import type { Agent } from "../../../schemas/agent.ts";
import type { Buyer } from "../../../schemas/buyer.ts";
import type { Condition } from "../../../schemas/plan/condition.ts";
import { leadSpace } from "../conditions/lead-space.ts";

/** Why a buyer never gets a lead of the rule; undefined: some lead, or nobody can tell. */
export function neverServed(
  { status, filter }: Pick<Buyer, "status" | "filter">,
  when: Condition | undefined,
): "pausedBuyer" | "buyerTakesNothing" | "buyerNeverFits" | undefined {
  if (status === "paused") return "pausedBuyer";
  if (filter === undefined) return undefined;
  const space = leadSpace([filter, when]);
  if (isEmpty(space.regionOf(filter))) return "buyerTakesNothing";
  if (when === undefined || isEmpty(space.regionOf(when))) return undefined;
  return isEmpty(space.regionOf({ all: [when, filter] })) ? "buyerNeverFits" : undefined;
}

/** Those who have room for a lead at all; `usual`: what the plan gives whoever has no capacity of their own. */
export function withRoom(agents: readonly Agent[], usual: number): readonly Agent[] {
  return agents.filter(({ capacity = usual }) => capacity > 0);
}

function isEmpty(region: ReturnType<ReturnType<typeof leadSpace>["regionOf"]>): boolean {
  return region?.length === 0;
}
