import { describe, expect, test } from "vitest";
import { routes } from "../../../shared/contract/routes.ts";
import { openApiDocument } from "../../../shared/openapi/document/open-api-document.ts";
import { resources } from "../../../shared/openapi/resources.ts";
import { objectAt, operations } from "./document.ts";

const document = openApiDocument();
const described = resources.flatMap((resource) => Object.entries(resource.operations));

test("every route of the contract is described once, and no other", () => {
  expect(described.map(([route]) => route).toSorted()).toEqual(routes.map(({ route }) => route).toSorted());
});

test("operations have names of their own", () => {
  const ids = described.map(([, { id }]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(routes)("$route", ({ route, access }) => {
  const operation = operations(document).get(route) ?? {};

  test("says who may call it", () => {
    const schemes = { person: [{ accessToken: [] }], source: [{ sourceKey: [] }], capability: [{ capability: [] }] };
    expect(operation.security).toEqual(access.by === "public" ? [] : schemes[access.by]);
    expect(operation["x-groups"]).toEqual(access.by === "person" ? access.groups : undefined);
  });

  test("has a summary, a tag and an answer that is no problem", () => {
    expect(operation.summary).toMatch(/^[A-Z].{5,70}[^.]$/);
    expect(operation.tags).toHaveLength(1);
    expect(Object.keys(objectAt(operation, "responses")).filter((status) => status < "400")).not.toEqual([]);
  });

  test("names each parameter of its path", () => {
    const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
    const inPath = parameters.filter((each) => each.in === "path").map((each) => each.name);
    expect(inPath).toEqual([...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });
});

test("an Idempotency-Key may go with every POST, an If-Match with every write of the configuration", () => {
  for (const [route, operation] of operations(document)) {
    const text = JSON.stringify(operation.parameters ?? []);
    expect(text.includes("IdempotencyKey"), route).toBe(route.startsWith("POST "));
    expect(text.includes("IfMatch"), route).toBe(
      /^(PUT|DELETE) \/v1\/(plan|\w+\/\{id\})$/.test(route) && !route.includes("/leads/"),
    );
  }
});
