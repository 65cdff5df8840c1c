import type { JsonObject, Operation } from "../resource.ts";

const header = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: "header",
  required: false,
  description,
  schema,
});

/** `components.parameters`: headers that many operations take. */
export const headerParameters: Readonly<Record<string, JsonObject>> = {
  IdempotencyKey: header(
    "Idempotency-Key",
    "Makes a repeat safe for 24 hours: the same key with the same body gets the same answer and changes nothing.",
    { type: "string", minLength: 1, maxLength: 255, examples: ['"order-4711"'] },
  ),
  IfMatch: header(
    "If-Match",
    "The `ETag` that was read: the write is refused (412) if it is no longer the stored one.",
    {
      type: "string",
      examples: ['"3"'],
    },
  ),
  IfNoneMatch: header("If-None-Match", "`*`: write only if there is none yet, else 412.", {
    type: "string",
    const: "*",
  }),
  AcceptLanguage: header("Accept-Language", "Language of the texts: `de` or `en`, English when neither is asked for.", {
    type: "string",
    examples: ["de-DE, en;q=0.8"],
  }),
};

/** `components.headers`: what answers tell in headers. */
export const answerHeaders: JsonObject = {
  ETag: { description: "The stored version, for `If-Match`.", schema: { type: "string", examples: ['"3"'] } },
  Location: { description: "Where to go on.", schema: { type: "string", format: "uri-reference" } },
  "Retry-After": { description: "Seconds to wait before repeating.", schema: { type: "integer", minimum: 1 } },
  RateLimit: { description: "What is left of the quota, and for how long.", schema: { type: "string" } },
};

const pathTexts: Readonly<Record<string, string>> = {
  code: "Five digits, such as `01067`.",
  formId: "The form's public id, which is its source's id.",
  token: "The link's secret.",
  timeOffId: "Id of the absence.",
};

/** All parameters of one operation: path, query, headers. */
export function parametersOf(method: string, path: string, operation: Operation): readonly JsonObject[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return [
    ...names.map((name) => pathParameter(name, path)),
    ...(operation.query ?? []).map(({ required = false, ...each }) => ({ ...each, in: "query", required })),
    ...(method === "POST" ? [shared("IdempotencyKey")] : []),
    ...(operation.versioned ? [shared("IfMatch")] : []),
    ...(operation.versioned && method === "PUT" ? [shared("IfNoneMatch")] : []),
    ...(operation.localized ? [shared("AcceptLanguage")] : []),
  ];
}

function pathParameter(name: string, path: string): JsonObject {
  const lead = path.startsWith("/v1/leads/");
  const schema = name === "id" ? { $ref: `#/components/schemas/${lead ? "LeadId" : "Slug"}` } : { type: "string" };
  const what = path.split("/")[2]?.replace(/s$/, "") ?? "thing";
  return { name, in: "path", required: true, description: pathTexts[name] ?? `Id of the ${what}.`, schema };
}

const shared = (name: string): JsonObject => ({ $ref: `#/components/parameters/${name}` });
