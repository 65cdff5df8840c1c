import type { Comparison, Condition } from "../../../schemas/plan/condition.ts";
import type { Finding } from "../findings/finding.ts";
import { referencesIn } from "../references.ts";
import type { Surroundings } from "../unknown-references.ts";
import { valuesOf } from "./field-values.ts";
import { leadSpace } from "./lead-space.ts";
import { type PlacedComparison, placedComparisons } from "./placed-comparisons.ts";
import { whyImpossible } from "./why-impossible.ts";

/**
 * What is wrong or doubtful about one condition that stands at `pointer`, by itself: fields that no lead has (errors), areas
 * and sources that do not exist, values that never match, parts that contradict each other (warnings).
 */
export function checkCondition(
  condition: Condition,
  pointer: string,
  { areas, sources }: Pick<Surroundings, "areas" | "sources">,
): readonly Finding[] {
  const placed = placedComparisons(condition, pointer);
  const known = placed.filter(({ comparison }) => valuesOf(comparison.field) !== undefined);
  const unknown = placed.filter((each) => !known.includes(each));
  const impossible = known.flatMap(impossibleValues);
  const found: readonly Finding[] = [
    ...unknown.map(
      ({ comparison: { field }, pointer: place }) =>
        ({ severity: "error", code: "unknownField", field, pointer: `${place}/field` }) as const,
    ),
    ...referencesIn(condition, pointer).flatMap(({ kind, id, pointer: place }): readonly Finding[] => {
      if (kind === "area" && !areas.has(id)) {
        return [{ severity: "warning", code: "unknownArea", id, pointer: place }];
      }
      return kind === "source" && !sources.has(id)
        ? [{ severity: "warning", code: "unknownSource", id, pointer: place }]
        : [];
    }),
    ...impossible,
  ];
  return found.length > 0 ? found : contradiction(condition, placed, pointer);
}

/** The values of this comparison that the field never has, or the comparison as a whole. */
function impossibleValues({ comparison, pointer }: PlacedComparison): readonly Finding[] {
  const { field, op, value } = comparison;
  const never = (part: Comparison, place: string): readonly Finding[] => {
    if (leadSpace([part]).regionOf(part)?.length !== 0) return [];
    const because = whyImpossible(part);
    return [{ severity: "warning", code: "neverMatches", field, ...(because && { because }), pointer: place }];
  };
  switch (op) {
    case "eq":
      return never(comparison, `${pointer}/value`);
    case "in":
      return value.flatMap((each, i) => never({ field, op: "eq", value: each }, `${pointer}/value/${i}`));
    default:
      return never(comparison, pointer);
  }
}

/** No lead meets the whole, though each part could hold by itself. */
function contradiction(condition: Condition, placed: readonly PlacedComparison[], pointer: string): readonly Finding[] {
  if (leadSpace([condition]).regionOf(condition)?.length !== 0) return [];
  const again = placed.find(({ comparison: { field } }, i) =>
    placed.some((other, j) => j < i && other.comparison.field === field),
  );
  const empty = placed.length === 0 && { because: { reason: "empty" } as const };
  const field = (again ?? placed[0])?.comparison.field ?? "any";
  return [{ severity: "warning", code: "neverMatches", field, pointer: again?.pointer ?? pointer, ...empty }];
}
