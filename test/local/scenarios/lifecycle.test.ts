import { afterAll, beforeAll, describe } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import type { LocalTenant } from "../../support/world/local-tenant.ts";
import { costScenarios } from "./costs.ts";
import { deadlineScenarios } from "./deadlines.ts";
import { linkScenarios } from "./links.ts";
import { offerScenarios } from "./offers.ts";
import { smsScenarios } from "./sms-replies.ts";
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

describe("on the phone", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  linkScenarios(() => tenant);
  smsScenarios(() => tenant);
});

describe("what leads cost", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openStaffed(world);
  });
  costScenarios(() => tenant);
});
