import type { JsonObject, NamedSchema } from "../resource.ts";
import { resources } from "../resources.ts";

/** The schemas that are whole bodies or answers: their examples stand with the operations. */
const shown: ReadonlySet<NamedSchema> = new Set(
  resources.flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ body, answers }) =>
      [body?.schema, ...Object.values(answers).map(({ schema }) => schema)].filter((schema) => schema !== undefined),
    ),
  ),
);

/** A part of other schemas shows its examples itself. */
export function withOwnExamples(schema: NamedSchema): NamedSchema {
  const examples = Object.values(schema.examples ?? {});
  return examples.length === 0 || shown.has(schema) ? schema : { ...schema, also: { ...schema.also, examples } };
}

/** `components.examples`: every example once, however many operations show it. */
export function componentExamples(named: readonly NamedSchema[]): JsonObject {
  return Object.fromEntries(
    named
      .filter((schema) => shown.has(schema))
      .flatMap((schema) =>
        Object.entries(schema.examples ?? {}).map(([name, value]) => [keyOf(schema, name), { value }]),
      ),
  );
}

/** The examples of one schema by their names, as references. */
export function examplesOf(schema: NamedSchema): JsonObject | undefined {
  const names = Object.keys(schema.examples ?? {});
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${keyOf(schema, name)}` }]));
}

const keyOf = ({ id }: NamedSchema, name: string): string => `${id}.${name}`;
