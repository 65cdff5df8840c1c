import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import cdk from "../../cdk.json" with { type: "json" };
import { TenantStage } from "../../infra/stacks/tenant-stage.ts";
import { type Stage, type TenantInput, tenant } from "../../infra/tenants/tenant.ts";

export interface Synthesised {
  readonly stage: TenantStage;
  readonly data: Template;
  readonly service: Template;
}

/** A tenant with every optional setting. */
export const completeTenant: TenantInput = {
  tenant: "harbour",
  stages: ["prod"],
  locale: "de",
  firstAdmin: { agentId: "admin", email: "admin@example.com" },
  alarmEmail: "alarm@example.com",
  pushPlatformApplicationArn: "arn:aws:sns:eu-central-1:111122223333:app/GCM/harbour",
  sms: { senderId: "Harbour" },
  monthlyBudgetUsd: 50,
  account: "111122223333",
  region: "eu-central-1",
};

/** No bundling: it takes seconds, and a changed handler would change the template. Validation is left to `npm run synth`. */
export function testApp(): App {
  return new App({
    context: { ...cdk.context, "aws:cdk:bundling-stacks": [] },
    builtinCloudFormationValidation: false,
  });
}

/** The stacks of one tenant's stage, as they would be deployed. */
export function synthesise(input: TenantInput, name: Stage): Synthesised {
  const stage = new TenantStage(testApp(), { tenant: tenant.parse(input), stage: name, env: {} });
  return { stage, data: Template.fromStack(stage.data), service: Template.fromStack(stage.service) };
}
