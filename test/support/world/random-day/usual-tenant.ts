import type { PickQuotas } from "../invariants/pick-invariants.ts";
import { chiefs, type Tenant } from "./tenant.ts";

const usualPlan = {
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  offers: { max: 3, then: "manager", managerId: "mona" },
  rules: [{ id: "all", method: { type: "roundRobin" }, overflow: "queue" }],
  fallback: { type: "pool" },
};

/** Four agents of one team who take turns. */
export const usualTenant: Tenant = {
  agents: { anna: { capacity: 4 }, ben: { capacity: 4 }, cem: { capacity: 4 }, dora: { capacity: 4 } },
  capacities: [2, 4, 6],
  chiefs,
  plans: [usualPlan],
  newLead: ({ pick }) => ({
    temperature: pick(["hot", "warm", "cold"]),
    interest: "buyer",
    postalCode: "10243",
  }),
  persons: 400,
};

/** Tight, so that days of a few leads meet them. */
export const quotas: PickQuotas = { perHour: 2, perDay: 3, perWeek: 5 };
const hot = { field: "temperature", op: "eq", value: "hot" };
const warm = { field: "temperature", op: "eq", value: "warm" };

/** Hot leads are assigned first and then picked, warm ones picked or the leader's, cold ones assigned. */
export const pickingTenant: Tenant = {
  ...usualTenant,
  quotas,
  plans: [
    {
      ...usualPlan,
      cherryPick: { contactWithin: "PT1H", quotas, ratios: { hotPerWarm: 2, agedOf: 3 }, misses: { suspendAfter: 2 } },
      rules: [
        { id: "hot", when: hot, method: { type: "cherryPick", assignFirst: { for: "PT10M" }, recycleAfter: "P2D" } },
        { id: "warm", when: warm, method: { type: "cherryPick", claimWithin: "PT2H", then: ["lena"] } },
        ...usualPlan.rules,
      ],
    },
  ],
};
