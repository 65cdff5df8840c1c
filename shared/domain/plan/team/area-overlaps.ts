import type { Area } from "../../../schemas/area.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { overlapsOf } from "../../areas/overlaps.ts";
import { countBeginning } from "../../areas/postal-codes.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import { referencesOf } from "../references.ts";

/**
 * Areas that overlap (C7): allowed, and their owners then take turns there, but it should be meant, so each pair is shown
 * once. And German postal codes that no place has, which are mostly mistyped. Only of interest to a plan that matches
 * areas.
 */
export function areaOverlaps(plan: PlanInput, areas: ReadonlyMap<string, Area>): readonly Finding[] {
  const matches = methodsOfPlan(plan).some(({ method }) => "pool" in method && method.pool?.areas !== undefined);
  const named = referencesOf(plan).filter(({ kind }) => kind === "area");
  const empty = [...areas.values()].filter(isEmpty).flatMap(({ areaId: id }): readonly Finding[] => {
    const place = named.find((each) => each.id === id);
    const at = place && { pointer: place.pointer, ...(place.ruleId !== undefined && { ruleId: place.ruleId }) };
    return place || matches ? [{ severity: "warning", code: "emptyArea", id, ...at }] : [];
  });
  return [...empty, ...(matches ? onTheMap(plan, areas) : [])];
}

/** No lead lies in it. */
function isEmpty({ postalCodes = [], polygon, industries, companySizes }: Area): boolean {
  return postalCodes.length === 0 && [polygon, industries, companySizes].every((part) => part === undefined);
}

function onTheMap(plan: PlanInput, areas: ReadonlyMap<string, Area>): readonly Finding[] {
  const pairs = overlapsOf(areas).map(
    ({ areas: pair }): Finding => ({ severity: "hint", code: "overlappingAreas", areas: pair }),
  );
  return plan.defaultCountry === "DE" ? [...pairs, ...[...areas.values()].flatMap(strangeCodes)] : pairs;
}

function strangeCodes({ areaId, postalCodes = [], polygon, polygonCodes }: Area): readonly Finding[] {
  const strange = postalCodes.filter((entry) => {
    const begins = entry.replaceAll(/[ *]/g, "");
    return /^\d+$/.test(begins) && countBeginning(begins) === 0;
  });
  return [
    ...strange.map((entry): Finding => ({ severity: "warning", code: "unknownPostalCode", id: areaId, entry })),
    ...(polygon && polygonCodes?.length === 0
      ? [{ severity: "warning", code: "polygonWithoutCodes", id: areaId } as const]
      : []),
  ];
}
