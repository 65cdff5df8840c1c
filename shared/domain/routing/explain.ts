import type { Comparison, Condition } from "../../schemas/condition.ts";

type Facts = Readonly<Record<string, unknown>>;
type Holds = (condition: Condition) => boolean;

const signs = { eq: "=", ne: "≠", gt: ">", gte: "≥", lt: "<", lte: "≤", in: "in", nin: "not in" } as const;

/** Longest text that is worth storing with every lead. */
const longest = 80;

/** Why a condition holds or does not, as briefly as a trace needs it: the first part that decided (F6). */
export function explain(when: Condition | undefined, facts: Facts, holds: Holds): string {
  if (when === undefined) return "no condition";
  const text = deciding(when, facts, holds);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function deciding(when: Condition, facts: Facts, holds: Holds): string {
  if ("all" in when)
    return first(
      when.all.filter((part) => !holds(part)),
      "all apply",
      facts,
      holds,
    );
  if ("any" in when) return first(when.any.filter(holds), "none of them applies", facts, holds);
  if ("not" in when) return `${holds(when) ? "" : "not wanted: "}${deciding(when.not, facts, holds)}`;
  return comparisonText(when, facts, holds(when));
}

function first(parts: readonly Condition[], otherwise: string, facts: Facts, holds: Holds): string {
  const part = parts[0];
  return part === undefined ? otherwise : deciding(part, facts, holds);
}

function comparisonText(when: Comparison, facts: Facts, holds: boolean): string {
  const wanted = `${when.field} ${operationText(when)}`;
  if (holds) return wanted;
  const value = valueAt(facts, when.field);
  return value === undefined ? `${when.field} is not given` : `${short(value)} is not ${wanted}`;
}

function operationText(when: Comparison): string {
  switch (when.op) {
    case "exists":
      return when.value ? "given" : "not given";
    case "between":
      return `between ${when.value[0]} and ${when.value[1]}`;
    case "prefix":
      return `beginning with ${when.value}`;
    case "contains":
      return `containing ${when.value}`;
    default:
      return `${signs[when.op]} ${short(when.value)}`;
  }
}

function valueAt(facts: Facts, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
      facts,
    );
}

function short(value: unknown): string {
  const text = Array.isArray(value) ? value.join(", ") || "nothing" : String(value);
  return text.length <= 30 ? text : `${text.slice(0, 29)}…`;
}
