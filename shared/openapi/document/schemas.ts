import * as z from "zod";
import type { JsonObject, NamedSchema } from "../resource.ts";

type Side = "request" | "answer";
type Schemas = Readonly<Record<string, JsonObject>>;

interface SchemaTexts {
  readonly id?: string;
  readonly description?: string;
}

const refTo = (id: string) => `#/components/schemas/${id}`;

export function reference({ id }: NamedSchema): JsonObject {
  return { $ref: refTo(id) };
}

/**
 * `components.schemas`, generated from zod. Requests are described as they are sent, with defaults for what may be left
 * out; answers as they come. Throws when an id means two things.
 */
export function componentSchemas(named: readonly NamedSchema[]): Schemas {
  const requests = generate(named, "request");
  const answers = generate(named, "answer");
  for (const id of Object.keys(requests)) {
    const twice = id in answers && JSON.stringify(requests[id]) !== JSON.stringify(answers[id]);
    if (twice) throw new Error(`${id} is not the same in requests and answers: give each its own id`);
  }
  const all = { ...requests, ...answers };
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function generate(named: readonly NamedSchema[], side: Side): Schemas {
  const own = named.filter((each) => each.side === side || each.side === "both");
  const registry = z.registry<SchemaTexts>();
  for (const each of own) register(registry, each);
  const { schemas } = z.toJSONSchema(registry, {
    target: "draft-2020-12",
    io: side === "request" ? "input" : "output",
    uri: refTo,
    metadata: registry,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "prefault") jsonSchema.default = z.parse(zodSchema, undefined);
    },
  });
  return Object.fromEntries(
    own.map(({ id, side: kept, also }) => {
      const { $schema, $id, ...schema } = schemas[id] ?? {};
      return [id, { ...clean(schema, kept === "answer"), ...also }];
    }),
  );
}

function register(registry: z.core.$ZodRegistry<SchemaTexts>, { id, schema, description, fields = {} }: NamedSchema) {
  if (registry.has(schema)) throw new Error(`${id} is registered under another id too`);
  registry.add(schema, { id, description });
  for (const [name, text] of Object.entries(fields)) {
    const field = fieldOf(schema, name);
    if (field === undefined) throw new Error(`${id} has no field ${name}`);
    if (registry.has(field)) throw new Error(`${id}.${name} is a named schema with its own description`);
    registry.add(field, { description: text });
  }
}

function fieldOf(schema: z.ZodType, name: string): z.ZodType | undefined {
  return schema instanceof z.ZodObject ? schema.shape[name] : undefined;
}

/**
 * Bounds of safe integers say nothing, nor does the pattern of a format; answers may get further fields, which clients have
 * to ignore.
 */
function clean(schema: JsonObject, open: boolean): JsonObject {
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      !(key === "maximum" && value === Number.MAX_SAFE_INTEGER) &&
      !(key === "minimum" && value === Number.MIN_SAFE_INTEGER) &&
      !(key === "additionalProperties" && value === false && open) &&
      !(key === "pattern" && "format" in schema),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, cleanValue(value, open)]));
}

function cleanValue(value: unknown, open: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => cleanValue(each, open));
  return isObject(value) ? clean(value, open) : value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
