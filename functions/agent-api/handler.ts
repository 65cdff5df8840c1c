import { createPorts } from "../../shared/runtime/create-ports.ts";
import { httpFunction } from "../../shared/runtime/http/http-function.ts";
import { actionRoutes } from "./actions.ts";
import { buyerAnswerRoutes } from "./buyer-answers.ts";
import { leadRoutes } from "./leads.ts";
import { linkRoutes } from "./links.ts";

/** Agents' link pages, actions on leads, and the pool. */
export const handler = httpFunction(
  "agent-api",
  { person: { ...leadRoutes, ...actionRoutes }, open: { ...linkRoutes, ...buyerAnswerRoutes } },
  createPorts(),
);
