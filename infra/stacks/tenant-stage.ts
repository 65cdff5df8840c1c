import { type Environment, Stage, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Tenant, Stage as TenantStageName } from "../tenants/tenant.ts";
import { DataStack } from "./data-stack.ts";
import { ServiceStack } from "./service-stack.ts";

export interface TenantStageProps {
  readonly tenant: Tenant;
  readonly stage: TenantStageName;
  /** Account and region where the tenant names none. */
  readonly env: Environment;
}

/** One deployment of one tenant: `fairlead-<tenant>-<stage>`, shared with nobody. */
export class TenantStage extends Stage {
  readonly data: DataStack;
  readonly service: ServiceStack;

  constructor(scope: Construct, { tenant, stage, env }: TenantStageProps) {
    const account = tenant.account ?? env.account;
    const region = tenant.region ?? env.region;
    super(scope, `fairlead-${tenant.tenant}-${stage}`, {
      env: { ...(account !== undefined && { account }), ...(region !== undefined && { region }) },
    });
    const tags = { application: "fairlead", tenant: tenant.tenant, stage };
    for (const [key, value] of Object.entries(tags)) Tags.of(this).add(key, value);
    this.data = new DataStack(this, "Data", { tenant, tenantStage: stage, tags });
    this.service = new ServiceStack(this, "Service", { tenant, tenantStage: stage, tags, data: this.data });
  }
}
