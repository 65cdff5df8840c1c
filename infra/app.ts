import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import cdk from "../cdk.json" with { type: "json" };
import { TenantStage } from "./stacks/tenant-stage.ts";
import { selectTenants } from "./tenants/tenants.ts";

// The context is given here, too, so that the local runner and the tests, which use no command line, get the same stacks.
const app = new App({ context: cdk.context });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
for (const tenant of selectTenants(app.node.tryGetContext("tenant"))) {
  for (const stage of tenant.stages) {
    new TenantStage(app, { tenant, stage, env: { ...(account && { account }), ...(region && { region }) } });
  }
}
