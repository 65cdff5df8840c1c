import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { FunctionName } from "../../permissions.ts";
import type { Stage, Tenant } from "../../tenants/tenant.ts";
import { Alarms } from "../alarms.ts";
import type { Data } from "../data.ts";
import { DeliveryWorkflow } from "../delivery-workflow.ts";
import { FailedEvents } from "../failed-events.ts";
import { LeadApi } from "../lead-api.ts";
import { LeadWorkflow } from "../lead-workflow.ts";
import { MonthlyBudget } from "../monthly-budget.ts";
import { Schedules } from "../schedules.ts";
import { functionSettings } from "./function-settings.ts";
import { statementsOf } from "./policies.ts";
import { ServiceFunction } from "./service-function.ts";
import { mappingStatements, StreamMapping } from "./stream-mapping.ts";
import { environmentOf, reachOf, type Surroundings } from "./surroundings.ts";

export interface ServiceProps {
  readonly tenant: Tenant;
  readonly stage: Stage;
  readonly data: Data;
}

/** What does the work: API, functions, workflow, stream mapping, schedules, alarms. Nothing in it has to be kept. */
export class Service extends Construct {
  /** Base of all links, without a trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { tenant, stage, data }: ServiceProps) {
    super(scope, id);
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

    const delivery = this.addFunction("delivery", before);
    const { stateMachine: deliveries } = new DeliveryWorkflow(this, "DeliveryWorkflow", {
      deliveryFunction: delivery,
      removalPolicy: stage === "prod" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });

    const around: Surroundings = { ...before, stateMachine, deliveries };
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
      functions: [intake, agentApi, adminApi, consumer, workflow, scheduled, smsReplies, delivery],
      ...{ tenant: tenant.tenant, api: api.api, stateMachine, deliveries, mapping, consumer, failedEvents },
    });
    this.addBudget(tenant);
    this.url = api.url;
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
}
