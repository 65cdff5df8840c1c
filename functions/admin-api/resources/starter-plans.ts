import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { starterPlans } from "../../../shared/usecases/configuration/views/starter-plans.ts";

const list: PersonHandler = async (request, _ports, config) => ({
  status: 200,
  body: { items: starterPlans(config, request.locale) },
});

export const starterPlanRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/plan/starters": list };
