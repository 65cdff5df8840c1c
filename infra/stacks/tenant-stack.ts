import { CfnOutput, type Environment, Stack, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Data } from "../constructs/data.ts";
import { Service } from "../constructs/service/service.ts";
import type { Deployment } from "../tenants/tenants.ts";

export interface TenantStackProps extends Deployment {
  /** Account and region where the tenant names none. */
  readonly env: Environment;
}

/** One stage of one tenant, whole: `fairlead-<tenant>-<stage>`, shared with nobody. In `prod` it refuses to be deleted. */
export class TenantStack extends Stack {
  constructor(scope: Construct, { tenant, stage, env }: TenantStackProps) {
    const account = tenant.account ?? env.account;
    const region = tenant.region ?? env.region;
    const tags = { application: "fairlead", tenant: tenant.tenant, stage };
    super(scope, `fairlead-${tenant.tenant}-${stage}`, {
      env: { ...(account !== undefined && { account }), ...(region !== undefined && { region }) },
      tags,
      terminationProtection: stage === "prod",
    });
    for (const [key, value] of Object.entries(tags)) Tags.of(this).add(key, value);
    const data = new Data(this, "Data", { tenant, stage });
    const service = new Service(this, "Service", { tenant, stage, data });
    this.addOutputs({
      ApiUrl: service.url,
      UserPoolId: data.people.pool.userPoolId,
      ClientId: data.people.client.userPoolClientId,
      InboundSmsTopicArn: data.topics.inboundSms.topicArn,
      TableName: data.table.tableName,
    });
  }

  /** Made on the stack itself, so that they are called just that. */
  private addOutputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
