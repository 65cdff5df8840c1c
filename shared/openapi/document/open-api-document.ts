import { type Route, routes } from "../../contract/routes.ts";
import { problem } from "../answers/problem.ts";
import { primitiveSchemas } from "../primitives.ts";
import type { JsonObject, NamedSchema } from "../resource.ts";
import { resources } from "../resources.ts";
import { about } from "./about.ts";
import { componentExamples, withOwnExamples } from "./examples.ts";
import { operationObject } from "./operation-object.ts";
import { answerHeaders, headerParameters } from "./parameters.ts";
import { problemResponses } from "./problems.ts";
import { componentSchemas } from "./schemas.ts";
import { securitySchemes } from "./security.ts";
import { webhooks } from "./webhooks.ts";

/** Every schema with a name, each once. */
export const namedSchemas: readonly NamedSchema[] = [
  ...new Set([...primitiveSchemas, problem, ...resources.flatMap(({ schemas }) => schemas)]),
];

/**
 * The API's description in OpenAPI 3.1: routes, callers and groups from the contract, schemas from zod, texts
 * and examples from `resources`. Throws for a route that nobody has described.
 */
export function openApiDocument(): JsonObject {
  return {
    openapi: "3.1.1",
    info: { title: "Fairlead", version: "1", description: about, license: { name: "Proprietary" } },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/", description: "The same host that serves this document." }],
    tags: resources.map(({ tag, about: description }) => ({ name: tag, description })),
    paths: paths(),
    webhooks: webhooks(),
    components: {
      securitySchemes,
      parameters: headerParameters,
      headers: answerHeaders,
      responses: problemResponses,
      examples: componentExamples(namedSchemas),
      schemas: componentSchemas(namedSchemas.map(withOwnExamples)),
    },
  };
}

function paths(): JsonObject {
  const byPath = Map.groupBy(routes, ({ route }) => route.split(" ")[1] ?? "");
  return Object.fromEntries(
    [...byPath].map(([path, list]) => [path, Object.fromEntries(list.map((route) => describe(route)))]),
  );
}

function describe(route: Route): readonly [string, JsonObject] {
  const resource = resources.find(({ operations }) => route.route in operations);
  const operation = resource?.operations[route.route];
  if (!resource || !operation) throw new Error(`${route.route} is not described in shared/openapi/resources`);
  const method = route.route.split(" ")[0] ?? "";
  return [method.toLowerCase(), operationObject(route, resource.tag, operation)];
}
