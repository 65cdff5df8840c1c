import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import cdk from "../../cdk.json" with { type: "json" };
import { TenantStack } from "../../infra/stacks/tenant-stack.ts";
import { type Stage, type TenantInput, tenant } from "../../infra/tenants/tenant.ts";

export interface Synthesised {
  readonly stack: TenantStack;
  readonly template: Template;
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

/** The stack of one tenant's stage, as it would be deployed. */
export function synthesise(input: TenantInput, stage: Stage): Synthesised {
  const stack = new TenantStack(testApp(), { tenant: tenant.parse(input), stage, env: {} });
  return { stack, template: Template.fromStack(stack) };
}
