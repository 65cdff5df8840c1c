import type { Area } from "../../../schemas/area.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { checkArea } from "../../areas/check-area.ts";
import { overlapsOf } from "../../areas/overlaps.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import { referencesOf } from "../references.ts";

/**
 * Areas that overlap (C7): allowed, and their owners then take turns there, but it should be meant, so each pair is shown
 * once. And what is doubtful about each, such as German postal codes that no place has. Only of interest to a plan that
 * matches areas.
 */
export function areaOverlaps(plan: PlanInput, areas: ReadonlyMap<string, Area>): readonly Finding[] {
  const matches = methodsOfPlan(plan).some(({ method }) => "pool" in method && method.pool?.areas !== undefined);
  const named = referencesOf(plan).filter(({ kind }) => kind === "area");
  const doubts = [...areas.values()].flatMap((area) => checkArea(area, plan.defaultCountry));
  const overlaps = matches ? overlapsOf(areas) : [];
  return [
    ...doubts.flatMap(({ pointer: _, ...finding }): readonly Finding[] => {
      if (finding.code !== "emptyArea") return matches ? [finding] : [];
      const place = named.find(({ id }) => id === finding.id);
      const at = place && { pointer: place.pointer, ...(place.ruleId !== undefined && { ruleId: place.ruleId }) };
      return place || matches ? [{ ...finding, ...at }] : [];
    }),
    ...overlaps.map(({ areas: pair }): Finding => ({ severity: "hint", code: "overlappingAreas", areas: pair })),
  ];
}
