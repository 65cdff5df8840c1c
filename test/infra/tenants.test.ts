import { describe, expect, it } from "vitest";
import { tenant } from "../../infra/tenants/tenant.ts";
import { selectDeployments } from "../../infra/tenants/tenants.ts";
import { completeTenant } from "../support/synthesised.ts";

describe("the deployments of an app", () => {
  const harbour = tenant.parse({ ...completeTenant, stages: ["test", "prod"] });
  const quay = tenant.parse({ ...completeTenant, tenant: "quay", stages: ["dev"] });
  const namesFor = (asked: Parameters<typeof selectDeployments>[0]) =>
    selectDeployments(asked, [harbour, quay]).map((each) => `${each.tenant.tenant}-${each.stage}`);

  it("are all stages of all tenants when none is named", () => {
    expect(namesFor({})).toEqual(["harbour-test", "harbour-prod", "quay-dev"]);
  });

  it("are the first stage of the tenant that is named, or the stage that is named, too", () => {
    expect(namesFor({ tenant: "harbour" })).toEqual(["harbour-test"]);
    expect(namesFor({ tenant: "harbour", stage: "prod" })).toEqual(["harbour-prod"]);
    expect(namesFor({ tenant: "quay" })).toEqual(["quay-dev"]);
  });

  it("refuse what does not exist, and name what does", () => {
    expect(() => namesFor({ tenant: "nobody" })).toThrow("There is no tenant nobody. Known: harbour, quay");
    expect(() => namesFor({ tenant: "harbour", stage: "dev" })).toThrow("harbour has no stage dev, only: test, prod");
    expect(() => namesFor({ stage: "dev" })).toThrow("Name the tenant, too");
  });

  it("are this repository's own when asked for the demo", () => {
    expect(selectDeployments({ tenant: "demo" }).map(({ stage }) => stage)).toEqual(["dev"]);
  });
});

describe("tenants", () => {
  it.each([
    ["a slug that no stack could be named after", { tenant: "Harbour & Sons" }],
    ["no stage", { stages: [] }],
    ["an account that is none", { account: "12" }],
    ["a sender that phones would refuse", { sms: { senderId: "Harbour Estates" } }],
    [
      "a topic instead of a push application",
      { pushPlatformApplicationArn: "arn:aws:sns:eu-central-1:111122223333:mail" },
    ],
    ["a budget and nobody to warn", { alarmEmail: undefined }],
    ["a setting that does not exist", { colour: "blue" }],
  ])("are refused with %s", (_why, change) => {
    expect(tenant.safeParse(completeTenant).success).toBe(true);
    expect(tenant.safeParse({ ...completeTenant, ...change }).success).toBe(false);
  });
});
