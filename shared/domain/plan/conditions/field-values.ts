import * as z from "zod";
import { leadStatus, normalisedFacts } from "../../../schemas/lead/lead.ts";
import { consent } from "../../../schemas/lead/lead-input.ts";

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

/** Where a condition stands: what may be asked there differs. */
export type Scope = "rules" | "scoring" | "progressive";

const someText: FieldValues = { texts: "any", absent: true };
const never: FieldValues = { absent: true };

/** What scoring may ask about besides (see `leadHolds`); score and temperature follow from it. */
const scoringFields: Readonly<Record<string, FieldValues>> = {
  engagement: { list: true, texts: "any" },
  flags: { list: true, texts: "any" },
  accountId: someText,
  senderScore: { numbers: "any", absent: true },
  ...{ score: never, temperature: never },
};

/** What progressive rules may ask about besides (see `behaviourFacts`). */
const behaviourFields: Readonly<Record<string, FieldValues>> = {
  status: { texts: leadStatus.options },
  engagement: { group: true },
  "engagement.type": { texts: "any" },
  "engagement.detail": someText,
  ...{ "engagement.count": { numbers: "any" }, "engagement.sinceContact": { numbers: "any" } },
  "engagement.total": { numbers: "any" },
};

const ownFields = { rules: {}, scoring: scoringFields, progressive: behaviourFields };

/** The values of a field that conditions may ask about there; undefined for one that leads do not have. */
export function valuesOf(path: string, scope: Scope = "rules"): FieldValues | undefined {
  const fields: Readonly<Record<string, FieldValues>> = { ...routingFields, ...ownFields[scope] };
  if (Object.hasOwn(fields, path)) return fields[path];
  const [top = "", ...rest] = path.split(".");
  if (scope === "scoring" && top === "attribution") return rest.length === 1 ? someText : undefined;
  if (scope === "scoring" && top === "consent") return within(consent.optional(), rest);
  return Object.hasOwn(normalisedFacts.shape, top) ? within(normalisedFacts, [top, ...rest]) : undefined;
}

/** The fields that conditions may ask about there, groups and custom fields aside. */
export function fieldNames(scope: Scope): readonly string[] {
  return [...leaves(normalisedFacts, []), ...Object.keys(routingFields), ...Object.keys(ownFields[scope])];
}

/** The parts of a group of fields, such as `budget.min`. */
export function partsOf(group: string): readonly string[] {
  return fieldNames("progressive").filter((name) => name.startsWith(`${group}.`));
}

function leaves(schema: unknown, path: readonly string[]): readonly string[] {
  if (schema instanceof z.ZodOptional) return leaves(schema.unwrap(), path);
  if (schema instanceof z.ZodRecord) return [];
  if (!(schema instanceof z.ZodObject) || "amount" in schema.shape) return [path.join(".")];
  return Object.entries(schema.shape).flatMap(([name, inner]) => leaves(inner, [...path, name]));
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
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return { texts: "any" };
  if (schema instanceof z.ZodNumber) return { numbers: "any" };
  if (schema instanceof z.ZodBoolean) return { booleans: true };
  if (schema instanceof z.ZodArray) return { list: true, texts: "any" };
  if (schema instanceof z.ZodEnum) return { texts: schema.options.map((option) => String(option).toLowerCase()) };
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(ofSchema);
    return options.every((option) => option !== undefined) ? Object.assign({}, ...options) : undefined;
  }
  // Money is compared by its amount.
  if (schema instanceof z.ZodObject) return "amount" in schema.shape ? { numbers: "any" } : { group: true };
  return schema instanceof z.ZodRecord ? { group: true } : undefined;
}
