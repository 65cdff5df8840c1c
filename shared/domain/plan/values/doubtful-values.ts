import type { Comparison } from "../../../schemas/plan/condition.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { countBeginning } from "../../areas/postal-codes.ts";
import { conditionsOfPlan } from "../conditions/conditions-of-plan.ts";
import { placedComparisons } from "../conditions/placed-comparisons.ts";
import type { Finding } from "../findings/finding.ts";

/** Values that can be, but hardly are what somebody meant: postal codes that no place has, numbers to be dialled, cents. */
export function doubtfulValues(plan: PlanInput): readonly Finding[] {
  return conditionsOfPlan(plan).flatMap(({ when, pointer, ruleId }) => {
    const placed = placedComparisons(when, pointer);
    const abroad = plan.defaultCountry !== "DE" || placed.some(({ comparison }) => comparison.field === "country");
    return placed.flatMap(({ comparison, pointer: place }) =>
      [...(abroad ? [] : postalCodes(comparison)), ...phones(comparison), ...amounts(comparison)].map((found) => ({
        ...found,
        pointer: `${place}/value`,
        ...(ruleId !== undefined && { ruleId }),
      })),
    );
  });
}

function postalCodes(comparison: Comparison): readonly Finding[] {
  if (comparison.field !== "postalCode") return [];
  const begins = textsOf(comparison).filter((text) => /^\d[\d ]*$/.test(text));
  const whole = comparison.op !== "prefix";
  const withoutZero = begins.filter((text) => whole && text.length === 4 && countBeginning(`0${text}`) > 0);
  const strange = begins.filter((text) => {
    const code = text.replaceAll(" ", "");
    return !withoutZero.includes(text) && (code.length === 5 || !whole) && countBeginning(code) === 0;
  });
  return [
    ...(withoutZero.length > 0 ? [{ severity: "warning", code: "codeWithoutZero", codes: withoutZero } as const] : []),
    ...(strange.length > 0 ? [{ severity: "hint", code: "strangeCodes", codes: strange } as const] : []),
  ];
}

/** Intake stores numbers in the international form, whatever the person typed (A2). */
function phones(comparison: Comparison): readonly Finding[] {
  if (comparison.field !== "phone" && comparison.field !== "alternatePhone") return [];
  if (comparison.op === "contains" || textsOf(comparison).every((text) => text.startsWith("+"))) return [];
  return [{ severity: "warning", code: "phoneForm", field: comparison.field }];
}

const amountFields = ["budget.min", "budget.max", "price", "property.price", "property.estimatedValue"];
/** Few homes cost as much in whole units; in cents it is a small house. */
const doubtfulAmount = 20_000_000;

function amounts({ field, op, value }: Comparison): readonly Finding[] {
  if (!amountFields.includes(field) || op === "exists") return [];
  const large = [value].flat().find((amount) => typeof amount === "number" && amount >= doubtfulAmount);
  return typeof large === "number" ? [{ severity: "hint", code: "largeAmount", field, amount: large }] : [];
}

function textsOf({ op, value }: Comparison): readonly string[] {
  if (op === "exists") return [];
  return [value].flat().flatMap((each) => (typeof each === "string" ? [each.trim()] : []));
}
