import * as z from "zod";
import { type Pattern, patternSchema } from "../streams/filter-criteria.ts";
import type { Template } from "../template/resources.ts";

const pattern = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(patternSchema);

const mappingProperties = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().int().min(1).optional(),
  StartingPosition: z.enum(["TRIM_HORIZON", "LATEST"]).optional(),
  ParallelizationFactor: z.number().int().min(1).max(10).default(1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().int().min(-1).default(-1),
  FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
  FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: pattern })) }).optional(),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  // Records are delivered as soon as they are there: a window would only make the machine wait.
  MaximumBatchingWindowInSeconds: z.unknown().optional(),
  MaximumRecordAgeInSeconds: z.unknown().optional(),
  MetricsConfig: z.unknown().optional(),
  ScalingConfig: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

/** A function fed from a stream or a queue. */
export interface EventSourceMapping {
  readonly id: string;
  readonly functionName: string;
  readonly source: string;
  readonly batchSize: number;
  /** Batches in flight at a time, for records of different partition keys. */
  readonly lanes: number;
  readonly bisect: boolean;
  /** Retries of a failing batch; undefined: until it succeeds. */
  readonly retries: number | undefined;
  readonly reportsItemFailures: boolean;
  /** A record passes when one of them matches; with none, every record passes. */
  readonly patterns: readonly Pattern[];
  readonly onFailure: string | undefined;
}

/** AWS's batch sizes where the template leaves them open. */
const defaultBatch = (source: string): number => (source.includes(":sqs:") ? 10 : 100);

export const eventSourceMappingsOf = (template: Template): readonly EventSourceMapping[] =>
  template
    .all("AWS::Lambda::EventSourceMapping", mappingProperties)
    .filter(({ properties }) => properties.Enabled)
    .map(({ logicalId, properties }) => ({
      id: logicalId,
      functionName: properties.FunctionName,
      source: properties.EventSourceArn,
      batchSize: properties.BatchSize ?? defaultBatch(properties.EventSourceArn),
      lanes: properties.ParallelizationFactor,
      bisect: properties.BisectBatchOnFunctionError,
      retries: properties.MaximumRetryAttempts < 0 ? undefined : properties.MaximumRetryAttempts,
      reportsItemFailures: properties.FunctionResponseTypes.length > 0,
      patterns: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern),
      onFailure: properties.DestinationConfig?.OnFailure.Destination,
    }));

const batchAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullish() })).nullish(),
});

/**
 * The items a function reported as failed; empty when all went well. A malformed answer counts as nothing reported,
 * an item without identifier fails the whole batch (undefined), both as on AWS.
 */
export function reportedFailures(payload: string): readonly string[] | undefined {
  const parsed = batchAnswer.safeParse(JSON.parse(payload));
  const reported = parsed.success ? (parsed.data.batchItemFailures ?? []) : [];
  const identifiers = reported.map(({ itemIdentifier }) => itemIdentifier);
  return identifiers.every((id): id is string => typeof id === "string" && id !== "") ? identifiers : undefined;
}
