import { describe, expect, test } from "vitest";
import * as z from "zod";
import { namedSchemas, openApiDocument } from "../../../shared/openapi/document/open-api-document.ts";
import { resources } from "../../../shared/openapi/resources.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { objectAt } from "./document.ts";

const document = openApiDocument();

const withExamples = namedSchemas.flatMap((schema) =>
  Object.entries(schema.examples ?? {}).map(([name, example]) => ({ id: schema.id, name, example, schema })),
);

test.each(withExamples)("the example $id.$name is valid", ({ example, schema }) => {
  const { error } = schema.schema.safeParse(example);
  expect(error?.issues).toBeUndefined();
});

describe("every body that can be sent", () => {
  const bodies = resources.flatMap(({ operations }) =>
    Object.entries(operations).flatMap(([route, { body }]) => (body ? [{ route, body }] : [])),
  );

  test.each(bodies)("$route has an example", ({ body }) => {
    expect(Object.keys(body.schema.examples ?? {})).not.toEqual([]);
  });

  test.each(bodies)("$route says rightly whether it may be left out", ({ body }) => {
    if (body.required === false) expect(body.schema.schema.safeParse({}).success).toBe(true);
  });
});

describe("every optional block of the plan", () => {
  const blocks = Object.entries(planInput.shape).filter(
    ([, schema]) => schema.safeParse(undefined).success && !schema.safeParse(15).success,
  );

  test.each(blocks)("%s has a place of its own with an example", (name, schema) => {
    const block = namedSchemas.find((each) => each.schema === schema || each.schema === innerOf(schema));
    expect(block, name).toBeDefined();
    expect(Object.keys(block?.examples ?? {})).not.toEqual([]);
  });

  test.each(blocks)("%s shows its whole default", (name, schema) => {
    const block = namedSchemas.find((each) => each.schema === schema);
    const component = objectAt(document, "components", "schemas", block?.id ?? "");
    if (block !== undefined) expect(component.default, name).toEqual(schema.parse(undefined));
  });
});

function innerOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
