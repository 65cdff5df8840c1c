import { admins, everyone, type Group, leaders, managers, staff } from "./groups.ts";

export type RouteFunction = "intake" | "agent-api" | "admin-api";

/**
 * How a caller shows who it is: `person` by an access token whose groups meet `groups`; `source` by a source key;
 * `capability` by the secret in the path; `public` is open to all.
 */
export type RouteAccess =
  | { readonly by: "person"; readonly groups: readonly Group[] }
  | { readonly by: "source" }
  | { readonly by: "capability" }
  | { readonly by: "public" };

export interface Route {
  /** As API Gateway writes it: method, space, path. */
  readonly route: string;
  readonly handledBy: RouteFunction;
  readonly access: RouteAccess;
}

const person = (route: string, handledBy: RouteFunction, groups: readonly Group[]): Route => ({
  route,
  handledBy,
  access: { by: "person", groups },
});
const agentApi = (route: string, groups: readonly Group[] = staff) => person(route, "agent-api", groups);
const adminApi = (route: string, groups: readonly Group[] = admins) => person(route, "admin-api", groups);
const source = (route: string): Route => ({ route, handledBy: "intake", access: { by: "source" } });
const open = (route: string, handledBy: RouteFunction): Route => ({ route, handledBy, access: { by: "public" } });
const capability = (route: string): Route => ({ route, handledBy: "agent-api", access: { by: "capability" } });

/** Every route of the API, who may call it and which function answers. The stack and the functions both read this list. */
export const routes: readonly Route[] = [
  source("POST /v1/leads"),
  source("POST /v1/engagement"),
  open("POST /v1/forms/{formId}", "intake"),
  open("GET /v1/forms/{formId}", "intake"),
  open("OPTIONS /v1/forms/{formId}", "intake"),
  open("GET /v1/openapi.json", "admin-api"),

  capability("GET /o/{token}"),
  capability("POST /o/{token}"),
  capability("GET /b/{token}"),
  capability("POST /b/{token}"),
  agentApi("GET /v1/me", everyone),
  agentApi("GET /v1/pool"),
  agentApi("GET /v1/leads", [...staff, "finance", "marketing"]),
  agentApi("GET /v1/leads/{id}", [...staff, "finance", "marketing"]),
  agentApi("PATCH /v1/leads/{id}"),
  agentApi("DELETE /v1/leads/{id}", managers),
  agentApi("GET /v1/leads/{id}/history", [...staff, "marketing"]),
  agentApi("GET /v1/leads/{id}/export", managers),
  agentApi("POST /v1/leads/{id}/accept"),
  agentApi("POST /v1/leads/{id}/decline"),
  agentApi("POST /v1/leads/{id}/claim"),
  agentApi("POST /v1/leads/{id}/open"),
  agentApi("POST /v1/leads/{id}/contact"),
  agentApi("POST /v1/leads/{id}/qualify"),
  agentApi("POST /v1/leads/{id}/handover"),
  agentApi("POST /v1/leads/{id}/appointment"),
  agentApi("POST /v1/leads/{id}/convert"),
  agentApi("POST /v1/leads/{id}/lose"),
  agentApi("POST /v1/leads/{id}/unqualify"),
  agentApi("POST /v1/leads/{id}/feedback"),
  agentApi("POST /v1/leads/{id}/engagement", [...staff, "marketing"]),
  agentApi("POST /v1/leads/{id}/assign", leaders),
  agentApi("GET /v1/reports/conversion", [...leaders, "finance"]),
  agentApi("GET /v1/reports/buyers", [...managers, "finance"]),
  agentApi("GET /v1/reports/cherry-pick", leaders),
  agentApi("POST /v1/leads/{id}/return"),
  agentApi("POST /v1/leads/{id}/complain"),

  adminApi("GET /v1/agents", everyone),
  adminApi("GET /v1/agents/{id}", everyone),
  adminApi("PUT /v1/agents/{id}"),
  adminApi("DELETE /v1/agents/{id}"),
  adminApi("GET /v1/agents/{id}/time-off", staff),
  adminApi("POST /v1/agents/{id}/time-off", staff),
  adminApi("DELETE /v1/agents/{id}/time-off/{timeOffId}", staff),
  adminApi("GET /v1/teams", everyone),
  adminApi("GET /v1/teams/{id}", everyone),
  adminApi("PUT /v1/teams/{id}"),
  adminApi("DELETE /v1/teams/{id}"),
  adminApi("GET /v1/areas", staff),
  adminApi("GET /v1/areas/overlaps", staff),
  adminApi("GET /v1/areas/overview", staff),
  adminApi("GET /v1/areas/{id}", staff),
  adminApi("PUT /v1/areas/{id}"),
  adminApi("DELETE /v1/areas/{id}"),
  adminApi("GET /v1/postal-codes/{code}", staff),
  adminApi("GET /v1/sources", [...managers, "marketing", "finance"]),
  adminApi("GET /v1/sources/{id}", [...managers, "marketing", "finance"]),
  adminApi("PUT /v1/sources/{id}"),
  adminApi("DELETE /v1/sources/{id}"),
  adminApi("POST /v1/sources/{id}/key"),
  adminApi("GET /v1/buyers", [...managers, "finance"]),
  adminApi("GET /v1/buyers/{id}", [...managers, "finance"]),
  adminApi("PUT /v1/buyers/{id}"),
  adminApi("DELETE /v1/buyers/{id}"),
  adminApi("POST /v1/buyers/{id}/secret"),
  adminApi("GET /v1/plan", staff),
  adminApi("PUT /v1/plan"),
  adminApi("GET /v1/plan/versions", staff),
  adminApi("GET /v1/plan/starters", managers),
  adminApi("POST /v1/plan/check", managers),
  adminApi("POST /v1/plan/preview", leaders),
  adminApi("POST /v1/plan/simulate", managers),
  adminApi("GET /v1/pools", everyone),
  adminApi("GET /v1/tiers", everyone),
  adminApi("GET /v1/tiers/proposals", managers),
  adminApi("POST /v1/tiers/proposals/{id}/confirm", managers),
  adminApi("POST /v1/tiers/proposals/{id}/refuse", managers),
  adminApi("GET /v1/on-call", everyone),
];
