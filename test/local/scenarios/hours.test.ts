import { afterAll, beforeAll } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import type { LocalTenant } from "../../support/world/local-tenant.ts";
import { hoursScenarios } from "./hours.ts";
import { leadPoolScenarios } from "./lead-pool.ts";
import { openStaffed } from "./staff.ts";

let world: LocalProduct;
let tenant: LocalTenant;
beforeAll(async () => {
  world = await startLocalProduct();
  tenant = await openStaffed(world);
  await tenant.agent("mia", { capacity: 1000, role: "manager", team: "office" });
});
afterAll(() => world.stop());

hoursScenarios(() => tenant);
leadPoolScenarios(() => tenant);
