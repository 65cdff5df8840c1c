import { Duration } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IEventSourceDlq,
  type IFunction,
  MetricType,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import {
  buyersPartition,
  planPartition,
  sortKeys,
  sourcePartition,
  teamPartition,
  tiersPartition,
} from "../../../shared/contract/table.ts";

export interface StreamMappingProps {
  readonly table: TableV2;
  readonly consumer: IFunction;
  readonly failedRecords: Bucket;
}

/**
 * Lead versions and task tokens as they are written; agents, time off, teams, sources and buyers however they change; each
 * new version of the plan; proposals to change a tier. Nothing else. A mapping takes five filters at most.
 */
const filters = [
  FilterCriteria.filter({
    eventName: FilterRule.or("INSERT", "MODIFY"),
    dynamodb: { Keys: { sk: { S: FilterRule.or(sortKeys.state, sortKeys.token) } } },
  }),
  FilterCriteria.filter({
    dynamodb: {
      Keys: {
        pk: { S: FilterRule.or(teamPartition, sourcePartition, tiersPartition) },
        sk: { S: ["AGENT#", "OFF#", "TEAM#", "SOURCE#", "PROPOSAL#"].map((prefix) => ({ prefix })) },
      },
    },
  }),
  FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.isEqual(buyersPartition) } } } }),
  FilterCriteria.filter({
    eventName: FilterRule.isEqual("INSERT"),
    dynamodb: { Keys: { pk: { S: FilterRule.isEqual(planPartition) } } },
  }),
];

/**
 * Feeds the table's stream to its consumer. A record that fails is tried for up to six hours, alone after bisecting, and
 * then stored whole in the bucket (a queue would get its position only, which is worth nothing after a day).
 */
export class StreamMapping extends EventSourceMapping {
  constructor(scope: Construct, id: string, { table, consumer, failedRecords }: StreamMappingProps) {
    super(scope, id, {
      target: consumer,
      eventSourceArn: streamArnOf(table),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(0),
      // Order holds for each item. Each lane more stops fewer leads behind a record that is being retried, and makes the
      // batches smaller: with two, a lead under load costs fewer than seven invocations in all; with ten it was nine.
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 60,
      maxRecordAge: Duration.hours(6),
      onFailure: wholeRecordsTo(failedRecords),
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
  }
}

/** What the mapping needs of its function's role. */
export function mappingStatements(table: TableV2, failedRecords: Bucket): readonly PolicyStatement[] {
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
  return [
    allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], [streamArnOf(table)]),
    allow(["dynamodb:ListStreams"], ["*"]),
    allow(["s3:ListBucket"], [failedRecords.bucketArn]),
    allow(["s3:PutObject"], [`${failedRecords.bucketArn}/*`]),
  ];
}

/** CDK's own destination would let the function read and delete, too. */
const wholeRecordsTo = (bucket: Bucket): IEventSourceDlq => ({ bind: () => ({ destination: bucket.bucketArn }) });

function streamArnOf(table: TableV2): string {
  if (table.tableStreamArn === undefined) throw new Error("The table has no stream");
  return table.tableStreamArn;
}
