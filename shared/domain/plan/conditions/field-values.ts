import * as z from "zod";
import { normalisedFacts } from "../../../schemas/lead/lead.ts";

/** What values a lead field can have, as conditions compare them (see `comparable`). */
export interface FieldValues {
  /** A lead may have several at once (its areas): a comparison holds if it holds for one of them. */
  readonly list?: true;
  /** Every text, or only these, in small letters. */
  readonly texts?: "any" | readonly string[];
  /** Every number, or only these. */
  readonly numbers?: "any" | readonly number[];
  readonly booleans?: true;
  /** A group of fields such as `budget`: given, but equal to nothing. */
  readonly group?: true;
  /** The lead may not have it. */
  readonly absent?: true;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What routing adds to the lead's own fields; see `factsOf`. */
const routingFields: Readonly<Record<string, FieldValues>> = {
  area: { list: true, texts: "any" },
  score: { numbers: "any" },
  temperature: { texts: ["hot", "warm", "cold"] },
  source: { texts: "any" },
  exclusivity: { texts: ["exclusive", "shared"], absent: true },
  stage: { texts: ["new", "handover"] },
  hour: { numbers: hours },
  weekday: { texts: weekdays },
  open: { booleans: true },
  holiday: { booleans: true },
  recycled: { numbers: "any" },
};

/** The values of a field that rules may ask about; undefined for one that leads do not have. */
export function valuesOf(path: string): FieldValues | undefined {
  if (Object.hasOwn(routingFields, path)) return routingFields[path];
  const [top = "", ...rest] = path.split(".");
  return Object.hasOwn(normalisedFacts.shape, top) ? within(normalisedFacts, [top, ...rest]) : undefined;
}

/** Follows the lead's own schema, so that a new field is known here as soon as leads have it. */
function within(schema: unknown, path: readonly string[]): FieldValues | undefined {
  if (schema instanceof z.ZodOptional) return within(schema.unwrap(), path);
  const [name, ...rest] = path;
  if (name === undefined) {
    const values = ofSchema(schema);
    return values && { ...values, absent: true };
  }
  if (schema instanceof z.ZodRecord) return within(schema.valueType, rest);
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name)
    ? within(schema.shape[name], rest)
    : undefined;
}

function ofSchema(schema: unknown): FieldValues | undefined {
  if (schema instanceof z.ZodString) return { texts: "any" };
  if (schema instanceof z.ZodNumber) return { numbers: "any" };
  if (schema instanceof z.ZodBoolean) return { booleans: true };
  if (schema instanceof z.ZodEnum) return { texts: schema.options.map((option) => String(option).toLowerCase()) };
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(ofSchema);
    return options.every((option) => option !== undefined) ? Object.assign({}, ...options) : undefined;
  }
  // Money is compared by its amount.
  if (schema instanceof z.ZodObject) return "amount" in schema.shape ? { numbers: "any" } : { group: true };
  return schema instanceof z.ZodRecord ? { group: true } : undefined;
}
