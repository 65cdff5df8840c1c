import { CfnOutput, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { Alarms } from "../constructs/alarms.ts";
import { FailedEvents } from "../constructs/failed-events.ts";
import { functionSettings } from "../constructs/function-settings.ts";
import { LeadApi } from "../constructs/lead-api.ts";
import { LeadWorkflow } from "../constructs/lead-workflow.ts";
import { MonthlyBudget } from "../constructs/monthly-budget.ts";
import { statementsOf } from "../constructs/policies.ts";
import { Schedules } from "../constructs/schedules.ts";
import { ServiceFunction } from "../constructs/service-function.ts";
import { mappingStatements, StreamMapping } from "../constructs/stream-mapping.ts";
import { environmentOf, reachOf, type Surroundings } from "../constructs/surroundings.ts";
import type { FunctionName } from "../permissions.ts";
import type { Stage, Tenant } from "../tenants/tenant.ts";
import type { DataStack } from "./data-stack.ts";

export interface ServiceStackProps extends StackProps {
  readonly tenant: Tenant;
  readonly tenantStage: Stage;
  readonly data: DataStack;
}

/** What does the work: API, functions, workflow, stream mapping, schedules, alarms. Nothing in it has to be kept. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { tenant, tenantStage: stage, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const api = new LeadApi(this, "Api", { people: data.people, throttle: tenant.throttle });
    const failedEvents = new FailedEvents(this, "FailedEvents");
    const toFailedEvents = new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [failedEvents.queueArn] });

    const before: Surroundings = { tenant, stage, data, publicUrl: api.url };
    const workflow = this.addFunction("workflow", before);
    const { stateMachine } = new LeadWorkflow(this, "LeadWorkflow", {
      table: data.table,
      workflowFunction: workflow,
      // Deleting it would end every running execution.
      removalPolicy: stage === "prod" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });

    const around: Surroundings = { ...before, stateMachine };
    const intake = this.addFunction("intake", around);
    const agentApi = this.addFunction("agent-api", around);
    const adminApi = this.addFunction("admin-api", around);
    const consumer = this.addFunction("stream", around, mappingStatements(data.table, data.failedRecords));
    const scheduled = this.addFunction("scheduled", around, [toFailedEvents]);
    const smsReplies = this.addFunction("sms-replies", around, [toFailedEvents]);

    api.serve({ intake, "agent-api": agentApi, "admin-api": adminApi });
    const mapping = new StreamMapping(this, "StreamMapping", {
      table: data.table,
      failedRecords: data.failedRecords,
      consumer,
    });
    new Schedules(this, "Schedules", { scheduled, failedEvents });
    data.topics.inboundSms.addSubscription(new LambdaSubscription(smsReplies, { deadLetterQueue: failedEvents }));
    failedEvents.collect("ScheduledFailures", scheduled);
    failedEvents.collect("SmsRepliesFailures", smsReplies);

    new Alarms(this, "Alarms", {
      topic: data.topics.alarm,
      functions: [intake, agentApi, adminApi, consumer, workflow, scheduled, smsReplies],
      ...{ api: api.api, stateMachine, mapping, consumer, failedEvents },
    });
    this.addBudget(tenant);
    this.addOutputs(data, api);
  }

  private addFunction(name: FunctionName, around: Surroundings, more: readonly PolicyStatement[] = []): NodejsFunction {
    const { id, ...settings } = functionSettings[name];
    const environment = environmentOf(name, around);
    const statements = [...statementsOf(name, reachOf(around)), ...more];
    return new ServiceFunction(this, id, { name, settings, environment, statements }).function;
  }

  private addBudget({ tenant, monthlyBudgetUsd, alarmEmail }: Tenant): void {
    if (monthlyBudgetUsd === undefined || alarmEmail === undefined) return;
    new MonthlyBudget(this, "Budget", { tenant, limitUsd: monthlyBudgetUsd, email: alarmEmail });
  }

  private addOutputs({ people, topics, table }: DataStack, api: LeadApi): void {
    new CfnOutput(this, "ApiUrl", { value: api.url });
    new CfnOutput(this, "UserPoolId", { value: people.pool.userPoolId });
    new CfnOutput(this, "ClientId", { value: people.client.userPoolClientId });
    new CfnOutput(this, "InboundSmsTopicArn", { value: topics.inboundSms.topicArn });
    new CfnOutput(this, "TableName", { value: table.tableName });
  }
}
