import { describe, expect, it } from "vitest";
import { tenant } from "../../infra/tenants/tenant.ts";
import { selectTenants } from "../../infra/tenants/tenants.ts";
import { completeTenant } from "../support/synthesised.ts";

describe("tenants", () => {
  it("are all taken, or the one that is named", () => {
    expect(selectTenants(undefined).length).toBeGreaterThan(0);
    expect(selectTenants("demo").map((each) => each.tenant)).toEqual(["demo"]);
  });

  it("that do not exist are named in the refusal, with those that do", () => {
    expect(() => selectTenants("nobody")).toThrow("There is no tenant nobody. Known: demo");
  });

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
