import { afterAll, beforeAll, describe } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../../support/world/local-product.ts";
import type { LocalTenant } from "../../../support/world/local-tenant.ts";
import { openStaffed } from "../staff.ts";
import { cherryPickHoldingScenarios } from "./cherry-pick-holding.ts";
import { cherryPickMissesScenarios } from "./cherry-pick-misses.ts";
import { guardRailScenarios } from "./guard-rails.ts";

let world: LocalProduct;
beforeAll(async () => {
  world = await startLocalProduct({ schedules: false });
});
afterAll(() => world.stop());

describe("claims of leads that agents pick themselves", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  guardRailScenarios(() => tenant);
});

describe("leads that are looked at before they are picked", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  cherryPickHoldingScenarios(() => tenant);
});

describe("picked leads that nobody contacts", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  cherryPickMissesScenarios(() => tenant);
});
