import type { Area } from "../../schemas/area.ts";
import type { PlanInput } from "../../schemas/plan.ts";
import { areasOf } from "../routing/areas.ts";
import type { Finding } from "./finding.ts";
import { methodsOfPlan } from "./methods-of-plan.ts";

/**
 * Areas that share postal codes (C7). That is allowed, and their owners then take turns there; but it should be meant,
 * so each pair is shown once. Only of interest to a plan that matches areas.
 */
export function areaOverlaps(plan: PlanInput, areas: ReadonlyMap<string, Area>): readonly Finding[] {
  if (!methodsOfPlan(plan).some(({ method }) => "pool" in method && method.pool.areas === "match")) return [];
  const pairs = new Map<string, readonly string[]>();
  for (const { areaId, postalCodes = [] } of areas.values()) {
    for (const code of postalCodes) {
      const holders = areasOf({ postalCode: code.replace("*", "") }, areas);
      for (const other of holders.filter((each) => each !== areaId)) {
        const pair = [areaId, other].toSorted();
        pairs.set(pair.join(" "), pair);
      }
    }
  }
  return [...pairs.values()].map((pair) => ({ severity: "hint", code: "overlappingAreas", areas: pair }));
}
