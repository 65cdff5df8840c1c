import { Duration, type RemovalPolicy } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolUser,
  CfnUserPoolUserToGroupAttachment,
  FeaturePlan,
  Mfa,
  UserPool,
  type UserPoolClient,
  UserPoolGroup,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { groups } from "../../shared/contract/groups.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { acknowledge } from "./acknowledge.ts";
import { invitation } from "./invitation.ts";

export interface PeopleProps {
  readonly tenant: Tenant;
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** The tenant's user pool: the user name is the agent id, the e-mail an alias, and only admins make users. */
export class People extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { tenant, ...protection }: PeopleProps) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation[tenant.locale],
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      ...protection,
    });
    acknowledge(this.pool, {
      COG2: "Agents work from their phones within minutes of a lead; each may turn on a second factor, none must.",
      COG8: "The Plus plan costs per user and month from the first one; an idle tenant must cost about nothing.",
    });
    this.client = this.pool.addClient("Client", {
      authFlows: { userSrp: true, userPassword: true },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });
    for (const group of groups) new UserPoolGroup(this, group, { userPool: this.pool, groupName: group });
    this.addFirstAdmin(tenant);
  }

  /** Everybody else is made by the stream consumer from the agents that this person enters. */
  private addFirstAdmin({ firstAdmin: { agentId, email } }: Tenant): void {
    const admin = new CfnUserPoolUser(this, "FirstAdmin", {
      userPoolId: this.pool.userPoolId,
      username: agentId,
      desiredDeliveryMediums: ["EMAIL"],
      userAttributes: [
        { name: "email", value: email },
        { name: "email_verified", value: "true" },
      ],
    });
    const membership = new CfnUserPoolUserToGroupAttachment(this, "FirstAdminIsAdmin", {
      userPoolId: this.pool.userPoolId,
      username: agentId,
      groupName: "admin",
    });
    membership.node.addDependency(admin, this.node.findChild("admin"));
  }
}
