import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import cdk from "../cdk.json" with { type: "json" };
import { TenantStack } from "./stacks/tenant-stack.ts";
import { selectDeployments } from "./tenants/tenants.ts";

// The context is given here, too, so that the local runner and the tests, which use no command line, get the same stacks.
const app = new App({ context: cdk.context });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
const env = { ...(account && { account }), ...(region && { region }) };
const asked = { tenant: app.node.tryGetContext("tenant"), stage: app.node.tryGetContext("stage") };
for (const deployment of selectDeployments(asked)) new TenantStack(app, { ...deployment, env });
