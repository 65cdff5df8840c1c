import { afterAll, beforeAll, describe } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import type { LocalTenant } from "../../support/world/local-tenant.ts";
import { deadlineScenarios } from "./deadlines.ts";
import { offerScenarios } from "./offers.ts";
import { openStaffed } from "./staff.ts";

let world: LocalProduct;
beforeAll(async () => {
  world = await startLocalProduct({ schedules: false });
});
afterAll(() => world.stop());

describe("what becomes of a lead", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  offerScenarios(() => tenant);
  deadlineScenarios(() => tenant);
});
