import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { EventSourceMapping, IFunction } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { metricsNamespace, undeliverable } from "../../shared/contract/metrics.ts";

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly api: HttpApi;
  readonly stateMachine: StateMachine;
  readonly deliveries: StateMachine;
  readonly tenant: string;
  readonly mapping: EventSourceMapping;
  readonly consumer: IFunction;
  readonly failedEvents: IQueue;
  readonly functions: readonly IFunction[];
}

const period = Duration.minutes(5);
const sum = "Sum";

/** Few alarms, each of which means that a person should look (docs/operations.md says what to do). Each costs $0.10 a month. */
export class Alarms extends Construct {
  private readonly topic: ITopic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = props.topic;
    const { api, stateMachine, deliveries, mapping, consumer, failedEvents, functions } = props;
    this.add("RecordsGivenUp", givenUp(mapping, consumer), 0, "Records of the stream failed for good: replay them");
    this.add(
      "StreamLag",
      consumer.metric("IteratorAge", { statistic: "Maximum", period }),
      Duration.minutes(5).toMilliseconds(),
      "Messages and timers run more than five minutes late",
    );
    this.add(
      "FailedEvents",
      failedEvents.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period }),
      0,
      "A schedule or a reply to a text message failed for good",
    );
    this.add(
      "WorkflowsFailed",
      unhappyEnds(stateMachine),
      0,
      "A lead lost its timer; the reconciler gives it a new one",
    );
    this.add(
      "DeliveriesFailed",
      undelivered(deliveries, props.tenant),
      0,
      "A buyer could not be reached, or lost a delivery: the next recipient has the share",
    );
    this.add("ApiFailures", api.metricServerError({ statistic: sum, period }), 0, "Callers got a 5xx answer");
    this.add("Throttles", throttles(functions), 0, "Lambda refused calls: the account's concurrency is used up");
  }

  private add(id: string, metric: IMetric, threshold: number, alarmDescription: string): void {
    new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

/** Written to the bucket, or lost because even that failed. */
function givenUp(mapping: EventSourceMapping, consumer: IFunction): IMetric {
  const count = (metricName: string) =>
    new Metric({
      namespace: "AWS/Lambda",
      metricName,
      dimensionsMap: { FunctionName: consumer.functionName, EventSourceMappingUUID: mapping.eventSourceMappingId },
      statistic: sum,
      period,
    });
  return total({ stored: count("OnFailureDestinationDeliveredEventCount"), dropped: count("DroppedEventCount") });
}

const unhappyEnds = (stateMachine: StateMachine): IMetric =>
  total({
    failed: stateMachine.metricFailed({ statistic: sum, period }),
    aborted: stateMachine.metricAborted({ statistic: sum, period }),
    timedOut: stateMachine.metricTimedOut({ statistic: sum, period }),
  });

/** Counted by the stream when a share leaves a buyer nobody reached, or a delivery that lost its workflow. */
const undelivered = (deliveries: StateMachine, tenant: string): IMetric =>
  total({
    unreachable: new Metric({
      namespace: metricsNamespace,
      metricName: undeliverable.metric,
      dimensionsMap: { service: tenant },
      statistic: sum,
      period,
    }),
    failed: deliveries.metricFailed({ statistic: sum, period }),
    aborted: deliveries.metricAborted({ statistic: sum, period }),
  });

const throttles = (functions: readonly IFunction[]): IMetric =>
  total(Object.fromEntries(functions.map((each, n) => [`f${n}`, each.metricThrottles({ statistic: sum, period })])));

const total = (usingMetrics: Record<string, IMetric>): MathExpression =>
  new MathExpression({ expression: "SUM(METRICS())", usingMetrics, period });
