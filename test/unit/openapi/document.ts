import type { JsonObject } from "../../../shared/openapi/resource.ts";

/** The object under a name of another one; empty when there is none. */
export function objectAt(object: JsonObject, ...path: readonly string[]): JsonObject {
  return path.reduce((found: JsonObject, name) => {
    const next = found[name];
    return typeof next === "object" && next !== null ? (next as JsonObject) : {};
  }, object);
}

/** Every operation by its route, as the contract writes routes. */
export function operations(document: JsonObject): ReadonlyMap<string, JsonObject> {
  const paths = Object.keys(objectAt(document, "paths"));
  return new Map(
    paths.flatMap((path) => {
      const methods = objectAt(document, "paths", path);
      return Object.keys(methods).map((method) => [`${method.toUpperCase()} ${path}`, objectAt(methods, method)]);
    }),
  );
}

/** Every `$ref` in it. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "$ref" && typeof each === "string" ? [each] : referencesIn(each),
  );
}
