import { Arn, ArnFormat, Stack } from "aws-cdk-lib";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { type EnvName, env } from "../../../shared/contract/environment.ts";
import { type FunctionName, permissions } from "../../permissions.ts";
import type { Stage, Tenant } from "../../tenants/tenant.ts";
import type { Data } from "../data.ts";
import type { Reach } from "./policies.ts";

/** What the functions of one tenant's stage stand in. */
export interface Surroundings {
  readonly tenant: Tenant;
  readonly stage: Stage;
  readonly data: Data;
  readonly publicUrl: string;
  /** Not there yet when the function is made that the state machine itself calls. */
  readonly stateMachine?: StateMachine;
  readonly deliveries?: StateMachine;
}

export function reachOf({ data, tenant, stateMachine, deliveries }: Surroundings): Reach {
  return {
    tableArn: data.table.tableArn,
    topicArns: [data.topics.mail.topicArn, data.topics.leader.topicArn],
    hashSecretArn: data.hashSecret.secretArn,
    userPoolArn: data.people.pool.userPoolArn,
    deliveriesArn: deliveries?.stateMachineArn,
    stateMachine: stateMachine && { arn: stateMachine.stateMachineArn, executionArns: executionsOf(stateMachine) },
    // Of the app `…:app/GCM/name` the endpoints are `…:endpoint/GCM/name/*`.
    endpointArns: tenant.pushPlatformApplicationArn?.replace(":app/", ":endpoint/").concat("/*"),
  };
}

/** The variables a function needs for what it may do: who may not read the secret does not learn its name. */
export function environmentOf(name: FunctionName, around: Surroundings): Partial<Record<EnvName, string>> {
  const { tenant, stage, data, publicUrl, stateMachine, deliveries } = around;
  const may = permissions[name];
  return {
    [env.tenant]: tenant.tenant,
    [env.stage]: stage,
    [env.tableName]: data.table.tableName,
    [env.publicUrl]: publicUrl,
    ...(may.secret && { [env.hashSecretId]: data.hashSecret.secretArn }),
    ...(may.workflow && stateMachine && { [env.stateMachineArn]: stateMachine.stateMachineArn }),
    ...(may.deliveries && deliveries && { [env.deliveryStateMachineArn]: deliveries.stateMachineArn }),
    ...(may.people && { [env.userPoolId]: data.people.pool.userPoolId }),
    // The notifier wants its topics even where it may only send text messages.
    ...((may.topics || may.phones) && {
      [env.mailTopicArn]: data.topics.mail.topicArn,
      [env.leaderTopicArn]: data.topics.leader.topicArn,
    }),
    ...(may.phones && tenant.sms && smsSettings(tenant.sms)),
  };
}

const smsSettings = ({ senderId, maxPriceUsd }: NonNullable<Tenant["sms"]>): Partial<Record<EnvName, string>> => ({
  ...(senderId !== undefined && { [env.smsSenderId]: senderId }),
  [env.smsMaxPrice]: String(maxPriceUsd),
});

const executionsOf = (stateMachine: StateMachine): string =>
  Arn.format(
    {
      service: "states",
      resource: "execution",
      resourceName: `${stateMachine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    Stack.of(stateMachine),
  );
