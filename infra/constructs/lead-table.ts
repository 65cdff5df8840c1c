import type { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { indexes, timeToLive } from "../../shared/contract/table.ts";

export interface LeadTableProps {
  readonly removalPolicy: RemovalPolicy;
  /** Refuses deletion by anybody, until switched off. */
  readonly deletionProtection: boolean;
}

/** The one table: leads, agents' loads, rotation and configuration. Everything else follows from its stream. */
export class LeadTable extends TableV2 {
  constructor(scope: Construct, id: string, props: LeadTableProps) {
    super(scope, id, {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      globalSecondaryIndexes: Object.values(indexes).map((index) => ({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      ...props,
    });
  }
}
