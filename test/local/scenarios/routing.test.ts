import { afterAll, beforeAll, describe } from "vitest";
import { type LocalProduct, startLocalProduct } from "../../support/world/local-product.ts";
import { type LocalTenant, openTenant } from "../../support/world/local-tenant.ts";
import { areaScenarios } from "./areas.ts";
import { badInputScenarios } from "./bad-input.ts";
import { knownPeopleScenarios } from "./known-people.ts";
import { planTrialScenarios } from "./plan-trial.ts";
import { capacityScenarios, rotationScenarios } from "./rotation.ts";

let world: LocalProduct;
beforeAll(async () => {
  world = await startLocalProduct({ schedules: false });
});
afterAll(() => world.stop());

describe("to whom leads go", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openTenant(world);
  });
  rotationScenarios(() => tenant);
  capacityScenarios(() => tenant);
});

describe("where leads lie", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openTenant(world);
  });
  areaScenarios(() => tenant);
});

describe("what another plan would do", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openTenant(world);
  });
  planTrialScenarios(() => tenant);
});

describe("who and what comes again", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openTenant(world);
  });
  knownPeopleScenarios(() => tenant);
});

describe("what is refused", () => {
  let tenant: LocalTenant;
  beforeAll(async () => {
    tenant = await openTenant(world);
  });
  badInputScenarios(() => tenant);
});
