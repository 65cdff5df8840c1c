/** What is known of a lead, by field: `{ source: "portal", budget: { max: 450000 }, area: ["mitte", "wedding"] }`. */
export type Facts = Readonly<Record<string, unknown>>;

export type Scalar = string | number | boolean;

/** A fact as conditions compare it; undefined when it is not given. */
export type Value = Scalar | readonly Scalar[] | undefined;

/** Finds one field's fact as the lead has it; undefined when there is none. */
export type Reader = (facts: Facts) => unknown;

/** The reader of a field such as `budget.max`. */
export function readerOf(field: string): Reader {
  const [first = "", ...rest] = field.split(".");
  if (rest.length === 0) return (facts) => own(facts, first);
  return (facts) => rest.reduce((found, key) => (isGroup(found) ? own(found, key) : undefined), own(facts, first));
}

/** Facts are data: a function, such as `constructor`, is what every object has. (Asking for own keys is far slower.) */
function own(facts: Facts, key: string): unknown {
  const fact = facts[key];
  return typeof fact === "function" ? undefined : fact;
}

function isGroup(fact: unknown): fact is Facts {
  return typeof fact === "object" && fact !== null && !Array.isArray(fact);
}

/**
 * The fact in the form in which it is compared: text trimmed and in lower case, money as its amount (whatever the
 * currency), lists element by element. Blank text and empty lists count as not given; a group of fields (`budget`) is
 * given but equal to nothing. Text never becomes a number: the postal code "10115" is not the number 10115.
 */
export function comparable(fact: unknown): Value {
  if (Array.isArray(fact)) return fact.length > 0 ? fact.map(scalarOf).filter((one) => one !== undefined) : undefined;
  const scalar = scalarOf(fact);
  if (scalar === undefined && typeof fact === "object" && fact !== null) return [];
  return scalar;
}

/** One constant of a condition, or one element of a list, as it is compared. */
export function scalarOf(fact: unknown): Scalar | undefined {
  switch (typeof fact) {
    case "string":
      return fact.trim().toLowerCase() || undefined;
    case "number":
      return Number.isFinite(fact) ? fact : undefined;
    case "boolean":
      return fact;
    case "object":
      return fact && "amount" in fact ? scalarOf(fact.amount) : undefined;
    default:
      return undefined;
  }
}
