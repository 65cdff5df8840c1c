import type { PersonHandler } from "../../shared/runtime/http/http.ts";
import { agentRoutes } from "./resources/agents.ts";
import { areaRoutes } from "./resources/areas.ts";
import { buyerRoutes } from "./resources/buyers.ts";
import { onCallRoutes } from "./resources/on-call.ts";
import { planRoutes } from "./resources/plan.ts";
import { planTrialRoutes } from "./resources/plan-trial.ts";
import { poolRoutes } from "./resources/pools.ts";
import { postalCodeRoutes } from "./resources/postal-codes.ts";
import { sourceRoutes } from "./resources/sources.ts";
import { starterPlanRoutes } from "./resources/starter-plans.ts";
import { teamRoutes } from "./resources/teams.ts";
import { tierRoutes } from "./resources/tiers.ts";
import { timeOffRoutes } from "./resources/time-off.ts";

/** Every route of this function, by its name in the contract. */
export const adminRoutes: Readonly<Record<string, PersonHandler>> = {
  ...agentRoutes,
  ...timeOffRoutes,
  ...teamRoutes,
  ...areaRoutes,
  ...sourceRoutes,
  ...buyerRoutes,
  ...planRoutes,
  ...planTrialRoutes,
  ...starterPlanRoutes,
  ...poolRoutes,
  ...tierRoutes,
  ...postalCodeRoutes,
  ...onCallRoutes,
};
