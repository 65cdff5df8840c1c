import type { Route } from "../../contract/routes.ts";
import { problem } from "../answers/problem.ts";
import type { JsonObject, Operation, ProblemStatus } from "../resource.ts";
import { reference } from "./schemas.ts";

interface ProblemText {
  readonly name: string;
  readonly description: string;
  readonly headers?: readonly string[];
}

const texts: Readonly<Record<ProblemStatus | 500, ProblemText>> = {
  400: { name: "Malformed", description: "The request cannot be read: broken JSON, form or header." },
  401: { name: "Unauthorized", description: "No credential, or one that is not valid." },
  403: { name: "Forbidden", description: "The caller is known, but may not do this." },
  404: {
    name: "NotFound",
    description: "There is no such thing, or it is not the caller's: the same answer for both.",
  },
  409: {
    name: "Conflict",
    description:
      "Not possible now. `type` ends in `/wrong-state` when the lead's status does not allow it (`currentStatus` says which it has), in `/in-progress` while the same request is worked on (repeat after `Retry-After` seconds), in `/in-use` when something still needs what is to be deleted.",
    headers: ["Retry-After"],
  },
  412: { name: "Stale", description: "`If-Match` names another version than the stored one. Read again and repeat." },
  413: { name: "TooLarge", description: "The body is larger than 256 KB." },
  422: {
    name: "Invalid",
    description:
      "Fields with wrong values: `errors` names each by JSON pointer. Also an `Idempotency-Key` that was used for another request.",
  },
  429: {
    name: "TooMany",
    description: "More requests than the source's `rateLimit` allows. Repeat after `Retry-After` seconds.",
    headers: ["Retry-After", "RateLimit"],
  },
  500: { name: "Failure", description: "Something went wrong on our side. The request may be repeated." },
  503: {
    name: "Busy",
    description: "Others are changing the same lead just now. Repeat after `Retry-After` seconds.",
    headers: ["Retry-After"],
  },
};

/** `components.responses`: one for each kind of problem. */
export const problemResponses: JsonObject = Object.fromEntries(
  Object.values(texts).map(({ name, description, headers = [] }) => [
    name,
    {
      description,
      ...(headers.length > 0 && {
        headers: Object.fromEntries(headers.map((header) => [header, { $ref: `#/components/headers/${header}` }])),
      }),
      content: { "application/problem+json": { schema: reference(problem) } },
    },
  ]),
);

/** The problems an operation may answer with: those that follow from the route, and those it names. */
export function problemsOf(route: Route, operation: Operation): JsonObject {
  const statuses = new Set<keyof typeof texts>([...implied(route, operation), ...(operation.problems ?? []), 500]);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [status, { $ref: `#/components/responses/${texts[status].name}` }]),
  );
}

function implied({ route, access }: Route, { body, query, versioned }: Operation): readonly ProblemStatus[] {
  return [
    ...(access.by === "person" || access.by === "source" ? ([401, 403] as const) : []),
    ...(route.includes("{") && !route.startsWith("PUT ") ? ([404] as const) : []),
    ...(body ? ([400, 413, 422] as const) : []),
    ...(query ? ([422] as const) : []),
    ...(versioned ? ([412] as const) : []),
    ...(access.by === "source" ? ([429] as const) : []),
  ];
}
