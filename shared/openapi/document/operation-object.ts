import type { Route } from "../../contract/routes.ts";
import type { Answer, JsonObject, NamedSchema, Operation, RequestBody } from "../resource.ts";
import { examplesOf } from "./examples.ts";
import { parametersOf } from "./parameters.ts";
import { problemsOf } from "./problems.ts";
import { reference } from "./schemas.ts";
import { securityOf } from "./security.ts";

/** One operation as OpenAPI writes it. */
export function operationObject(route: Route, tag: string, operation: Operation): JsonObject {
  const [method = "", path = ""] = route.route.split(" ");
  const parameters = parametersOf(method, path, operation);
  const { id, summary, description, body, answers } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: requestBody(body) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
      ...problemsOf(route, operation),
    },
  };
}

function requestBody({ schema, description, required = true, mediaTypes = ["application/json"] }: RequestBody) {
  return {
    required,
    ...(description !== undefined && { description }),
    content: Object.fromEntries(mediaTypes.map((type) => [type, content(schema)])),
  };
}

function response({ description, schema, page = false, csv = false, headers = [] }: Answer): JsonObject {
  return {
    description,
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    }),
    ...((schema || page) && {
      content: {
        ...(schema && { "application/json": content(schema) }),
        ...(page && { "text/html": { schema: { type: "string" } } }),
        ...(csv && { "text/csv": { schema: { type: "string" } } }),
      },
    }),
  };
}

function content(schema: NamedSchema): JsonObject {
  const examples = examplesOf(schema);
  return { schema: reference(schema), ...(examples && { examples }) };
}
