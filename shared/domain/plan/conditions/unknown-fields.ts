import { leadFacts } from "../../../schemas/lead/lead-input.ts";
import type { Condition } from "../../../schemas/plan/condition.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { placedComparisons } from "./placed-comparisons.ts";

const routingFields = [
  ...["area", "score", "temperature", "source", "exclusivity", "stage"],
  ...["hour", "weekday", "open", "holiday", "recycled"],
];
const scoringFields = ["engagement", "flags", "attribution", "consent", "accountId", "senderScore"];
const leadFields = Object.keys(leadFacts.shape);

/** Conditions on fields that no lead has: misspelt ones never match, and nobody would notice (A2). */
export function unknownFields(plan: PlanInput): readonly Finding[] {
  const inRules = plan.rules.flatMap(({ id: ruleId, when }, i) =>
    strange(when, `/rules/${i}/when`, [...leadFields, ...routingFields]).map((place) => ({ ...place, ruleId })),
  );
  const inScoring = plan.scoring.rules.flatMap(({ when }, i) =>
    strange(when, `/scoring/rules/${i}/when`, [...leadFields, ...routingFields, ...scoringFields]),
  );
  const inProgressive = plan.progressive.flatMap(({ id: ruleId, when }, i) => {
    const known = [...leadFields, ...routingFields, "engagement", "status"];
    return strange(when, `/progressive/${i}/when`, known).map((place) => ({ ...place, ruleId }));
  });
  return [...inRules, ...inScoring, ...inProgressive].map((about) => ({
    severity: "warning",
    code: "unknownField",
    ...about,
  }));
}

function strange(when: Condition | undefined, pointer: string, known: readonly string[]) {
  const places = new Map(
    placedComparisons(when, pointer)
      .toReversed()
      .map((each) => [each.comparison.field, `${each.pointer}/field`] as const),
  );
  return [...places]
    .toReversed()
    .filter(([field]) => !known.includes(field.split(".")[0] ?? ""))
    .map(([field, place]) => ({ field, pointer: place }));
}
