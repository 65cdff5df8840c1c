import { leadInput } from "../../schemas/lead/lead-input.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Whether the first part of a dotted path is a field of our own. */
export const isLeadField = (path: string): boolean => Object.hasOwn(leadInput.shape, path.split(".")[0] ?? "");

/** A sender's field may be called like what every object has (`constructor`). */
const ownValue = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The value at a dotted path (`company.name`), or undefined. */
export function valueAt(fields: Fields, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, name) => (isFields(value) ? ownValue(value, name) : undefined), fields);
}

/** The same fields with a value at a dotted path; what is on the way there and no object is replaced. */
export function withValueAt(fields: Fields, path: string, value: unknown): Fields {
  const [name = "", ...rest] = path.split(".");
  const inner = ownValue(fields, name);
  const next = rest.length === 0 ? value : withValueAt(isFields(inner) ? inner : {}, rest.join("."), value);
  return { ...fields, [name]: next };
}

/** The source's defaults where the sender said nothing; names that are no lead fields go under `custom`. */
export function withDefaults(fields: Fields, defaults: Fields = {}): Fields {
  return Object.entries(defaults).reduce((filled, [path, value]) => {
    const target = isLeadField(path) ? path : `custom.${path}`;
    const present = valueAt(filled, target);
    return present === undefined || present === "" ? withValueAt(filled, target, value) : filled;
  }, fields);
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
