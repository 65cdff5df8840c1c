import type { PersonHandler } from "../../shared/runtime/http.ts";
import { agentRoutes } from "./agents.ts";
import { areaRoutes } from "./areas.ts";
import { buyerRoutes } from "./buyers.ts";
import { onCallRoutes } from "./on-call.ts";
import { planRoutes } from "./plan.ts";
import { planTrialRoutes } from "./plan-trial.ts";
import { poolRoutes } from "./pools.ts";
import { postalCodeRoutes } from "./postal-codes.ts";
import { sourceRoutes } from "./sources.ts";
import { teamRoutes } from "./teams.ts";
import { tierRoutes } from "./tiers.ts";
import { timeOffRoutes } from "./time-off.ts";

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
  ...poolRoutes,
  ...tierRoutes,
  ...postalCodeRoutes,
  ...onCallRoutes,
};
