import type { Condition } from "../../schemas/condition.ts";
import { leadFacts } from "../../schemas/lead-input.ts";
import type { PlanInput } from "../../schemas/plan.ts";
import type { Finding } from "./finding.ts";
import { comparisonsIn } from "./references.ts";

const routingFields = [
  ...["area", "score", "temperature", "source", "exclusivity", "stage"],
  ...["hour", "weekday", "open", "holiday", "recycled"],
];
const scoringFields = ["engagement", "flags", "attribution", "consent", "accountId", "senderScore"];
const leadFields = Object.keys(leadFacts.shape);

/** Conditions on fields that no lead has: misspelt ones never match, and nobody would notice (A2). */
export function unknownFields(plan: PlanInput): readonly Finding[] {
  const inRules = plan.rules.flatMap(({ id: ruleId, when }) =>
    strange(when, [...leadFields, ...routingFields]).map((field) => ({ field, ruleId })),
  );
  const inScoring = plan.scoring.rules.flatMap(({ when }) =>
    strange(when, [...leadFields, ...routingFields, ...scoringFields]).map((field) => ({ field })),
  );
  const inProgressive = plan.progressive.flatMap(({ id: ruleId, when }) =>
    strange(when, [...leadFields, ...routingFields, "engagement", "status"]).map((field) => ({ field, ruleId })),
  );
  return [...inRules, ...inScoring, ...inProgressive].map((about) => ({
    severity: "warning",
    code: "unknownField",
    ...about,
  }));
}

function strange(when: Condition | undefined, known: readonly string[]): readonly string[] {
  const fields = new Set(comparisonsIn(when).map(({ field }) => field));
  return [...fields].filter((field) => !known.includes(field.split(".")[0] ?? ""));
}
