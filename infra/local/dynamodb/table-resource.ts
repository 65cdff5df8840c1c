import * as z from "zod";
import type { Template } from "../template/resources.ts";

const attributeDefinition = z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) });
const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const projection = z.strictObject({
  ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const index = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: projection,
  ContributorInsightsSpecification: z.unknown().optional(),
  OnDemandThroughput: z.unknown().optional(),
  WriteOnDemandThroughputSettings: z.unknown().optional(),
});

/** What has no meaning on one machine: encryption, backups, tags, protection, limits, replicas' own settings. */
const ignored = {
  ContributorInsightsSpecification: z.unknown().optional(),
  DeletionProtectionEnabled: z.unknown().optional(),
  OnDemandThroughput: z.unknown().optional(),
  PointInTimeRecoverySpecification: z.unknown().optional(),
  Replicas: z.unknown().optional(),
  ResourcePolicy: z.unknown().optional(),
  SSESpecification: z.unknown().optional(),
  TableClass: z.unknown().optional(),
  Tags: z.unknown().optional(),
  WriteOnDemandThroughputSettings: z.unknown().optional(),
};

/** `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`, on demand only. */
const tableProperties = z.strictObject({
  TableName: z.string().optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  AttributeDefinitions: z.array(attributeDefinition),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .strictObject({
      StreamViewType: z.string(),
      StreamEnabled: z.boolean().optional(),
      ResourcePolicy: z.unknown().optional(),
    })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  ...ignored,
});

/** A table of the template. `indexes`: names of the key attributes of each global index. */
export interface Table {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string | undefined;
  readonly timeToLive: string | undefined;
  readonly keyNames: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  /** Input of `CreateTable`. */
  readonly definition: unknown;
}

export function tablesOf(template: Template): readonly Table[] {
  return template.all(["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"], tableProperties).map((resource) => {
    const { properties } = resource;
    const { BillingMode, AttributeDefinitions, KeySchema, LocalSecondaryIndexes } = properties;
    const { GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification } = properties;
    const keysOf = (schema: z.infer<typeof keySchema>): string[] => schema.map(({ AttributeName }) => AttributeName);
    const plain = (indexes: z.infer<typeof index>[] | undefined): unknown =>
      indexes?.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
    return {
      name: resource.ref,
      arn: resource.arn,
      streamArn: StreamSpecification === undefined ? undefined : `${resource.arn}/stream/local`,
      timeToLive: TimeToLiveSpecification?.Enabled === true ? TimeToLiveSpecification.AttributeName : undefined,
      keyNames: keysOf(KeySchema),
      indexes: (GlobalSecondaryIndexes ?? []).map((entry) => keysOf(entry.KeySchema)),
      definition: {
        TableName: resource.ref,
        BillingMode,
        AttributeDefinitions,
        KeySchema,
        GlobalSecondaryIndexes: plain(GlobalSecondaryIndexes),
        LocalSecondaryIndexes: plain(LocalSecondaryIndexes),
        StreamSpecification: StreamSpecification && {
          StreamEnabled: true,
          StreamViewType: StreamSpecification.StreamViewType,
        },
      },
    };
  });
}
