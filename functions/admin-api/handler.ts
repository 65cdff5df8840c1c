import { createPorts } from "../../shared/runtime/create-ports.ts";
import { httpFunction } from "../../shared/runtime/http/http-function.ts";
import { wireBuyerMail, wireSecrets } from "../../shared/runtime/wiring.ts";
import { openApiRoute } from "./resources/openapi.ts";
import { adminRoutes } from "./routes.ts";

/** What admins set up: agents, teams, areas, sources, plan; and what everybody may see of it. */
export const handler = httpFunction(
  "admin-api",
  { person: adminRoutes, open: { "GET /v1/openapi.json": openApiRoute } },
  createPorts({ buyerMail: wireBuyerMail(), secrets: wireSecrets() }),
);
