import type { Comparison, Condition } from "../../../shared/schemas/plan/condition.ts";

type Lead = Readonly<Record<string, unknown>>;

/** What a condition means, written down as plainly as possible: the compiled rules must agree with it. */
export function applies(condition: Condition, lead: Lead): boolean {
  if ("all" in condition) return condition.all.every((part) => applies(part, lead));
  if ("any" in condition) return condition.any.some((part) => applies(part, lead));
  if ("not" in condition) return !applies(condition.not, lead);

  const fact = look(lead, condition.field);
  const given = !(fact === undefined || fact === null || isBlank(fact) || (Array.isArray(fact) && fact.length === 0));
  if (condition.op === "exists") return given === condition.value;
  if (condition.op === "ne") return !given || !passes({ ...condition, op: "eq" }, fact);
  if (condition.op === "nin") return !given || !passes({ ...condition, op: "in" }, fact);
  return given && passes(condition, fact);
}

function passes(comparison: Comparison, fact: unknown): boolean {
  if (Array.isArray(fact)) {
    return comparison.op === "contains"
      ? fact.some((element) => same(element, comparison.value))
      : fact.some((element) => passes(comparison, element));
  }
  const value = isMoney(fact) ? fact.amount : fact;
  switch (comparison.op) {
    case "eq":
      return same(value, comparison.value);
    case "in":
      return comparison.value.some((constant) => same(value, constant));
    case "gt":
      return typeof value === "number" && value > comparison.value;
    case "gte":
      return typeof value === "number" && value >= comparison.value;
    case "lt":
      return typeof value === "number" && value < comparison.value;
    case "lte":
      return typeof value === "number" && value <= comparison.value;
    case "between":
      return typeof value === "number" && value >= comparison.value[0] && value <= comparison.value[1];
    case "prefix":
      return typeof value === "string" && plain(value).startsWith(plain(comparison.value));
    case "contains":
      return typeof value === "string" && plain(value).includes(plain(comparison.value));
    default:
      throw new Error(`${comparison.op} is not a positive comparison`);
  }
}

function look(lead: Lead, field: string): unknown {
  return field
    .split(".")
    .reduce((found: unknown, key) => (isGroup(found) && Object.hasOwn(found, key) ? found[key] : undefined), lead);
}

function isGroup(fact: unknown): fact is Lead {
  return typeof fact === "object" && fact !== null;
}

function isMoney(fact: unknown): fact is { amount: number } {
  return isGroup(fact) && typeof fact.amount === "number";
}

function isBlank(fact: unknown): boolean {
  return typeof fact === "string" && fact.trim() === "";
}

function same(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" ? plain(a) === plain(b) : a === b;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
