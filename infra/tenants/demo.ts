import type { TenantInput } from "./tenant.ts";

/** What the local runner runs, and a first deployment to try things with. */
export const demo: TenantInput = {
  tenant: "demo",
  stages: ["dev"],
  locale: "en",
  firstAdmin: { agentId: "admin", email: "admin@example.com" },
};
