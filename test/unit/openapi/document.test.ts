import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { namedSchemas, openApiDocument } from "../../../shared/openapi/document/open-api-document.ts";
import { openApiFile, openApiText } from "../../../shared/openapi/open-api-file.ts";
import type { JsonObject } from "../../../shared/openapi/resource.ts";
import { objectAt, referencesIn } from "./document.ts";

const document = openApiDocument();
const components = objectAt(document, "components");

test("the committed document is the one that follows from schemas and routes: npm run openapi", () => {
  expect(readFileSync(openApiFile, "utf8") === openApiText()).toBe(true);
});

test("every reference leads somewhere", () => {
  for (const reference of referencesIn(document)) {
    const path = reference.replace("#/", "").split("/");
    expect(Object.keys(objectAt(document, ...path)), reference).not.toEqual([]);
  }
});

test("nothing is described that nobody refers to", () => {
  const used = new Set(referencesIn(document));
  const unused = ["parameters", "headers", "responses", "examples", "schemas"].flatMap((kind) =>
    Object.keys(objectAt(components, kind))
      .map((name) => `#/components/${kind}/${name}`)
      .filter((reference) => !used.has(reference)),
  );
  expect(unused).toEqual([]);
});

test("names of components are as OpenAPI allows them", () => {
  for (const kind of Object.values(components)) {
    for (const name of Object.keys(kind as JsonObject)) expect(name).toMatch(/^[a-zA-Z0-9._-]+$/);
  }
});

test("the published schemas take the examples too", () => {
  for (const { id, examples = {} } of namedSchemas) {
    const published = z.fromJSONSchema(standalone(id));
    for (const [name, example] of Object.entries(examples)) {
      expect(published.safeParse(example).error?.issues, `${id}.${name}`).toBeUndefined();
    }
  }
});

test("the published schemas refuse what is wrong", () => {
  const refused = (id: string, value: unknown) => !z.fromJSONSchema(standalone(id)).safeParse(value).success;
  expect(refused("LeadFacts", { fristName: "Erika" })).toBe(true);
  expect(refused("DeclineAction", {})).toBe(true);
  expect(refused("Reclaim", { noContactAfter: "3 days" })).toBe(true);
  expect(refused("Rule", { id: "a", method: { type: "pool" }, when: { field: "city", op: "like", value: "B" } })).toBe(
    true,
  );
});

/** One component with all others as its definitions, as JSON Schema tools expect it. */
function standalone(id: string) {
  const text = JSON.stringify(objectAt(components, "schemas")).replaceAll("#/components/schemas/", "#/$defs/");
  return { $ref: `#/$defs/${id}`, $defs: JSON.parse(text) };
}
