import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { acknowledge } from "../constructs/acknowledge.ts";
import { LeadTable } from "../constructs/lead-table.ts";
import { People } from "../constructs/people.ts";
import { Topics } from "../constructs/topics.ts";
import type { Stage, Tenant } from "../tenants/tenant.ts";

export interface DataStackProps extends StackProps {
  readonly tenant: Tenant;
  readonly tenantStage: Stage;
}

/** What must outlive every change of the service: the table, the people, the secret, subscriptions, failed records. */
export class DataStack extends Stack {
  readonly table: LeadTable;
  readonly people: People;
  readonly topics: Topics;
  readonly hashSecret: Secret;
  readonly failedRecords: Bucket;

  constructor(scope: Construct, id: string, { tenant, tenantStage, ...props }: DataStackProps) {
    const keep = tenantStage === "prod";
    super(scope, id, { ...props, terminationProtection: keep });
    const removalPolicy = keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.table = new LeadTable(this, "Table", { removalPolicy, deletionProtection: keep });
    this.people = new People(this, "People", { tenant, removalPolicy, deletionProtection: keep });
    this.topics = new Topics(this, "Topics", { alarmEmail: tenant.alarmEmail });
    this.hashSecret = this.createHashSecret(removalPolicy);
    this.failedRecords = this.createFailedRecords(removalPolicy);
  }

  private createHashSecret(removalPolicy: RemovalPolicy): Secret {
    const secret = new Secret(this, "HashSecret", {
      description: "Key of the hashes by which persons are recognised and links are made",
      generateSecretString: {
        secretStringTemplate: "{}",
        generateStringKey: "key",
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy,
    });
    acknowledge(secret, {
      SMG4: "Another key would make every known person unknown and every link in a sent message dead.",
    });
    return secret;
  }

  private createFailedRecords(removalPolicy: RemovalPolicy): Bucket {
    const bucket = new Bucket(this, "FailedRecords", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy,
    });
    acknowledge(bucket, {
      S1: "Only Lambda writes here, and only when something has failed; a second bucket for its access log adds nothing.",
    });
    return bucket;
  }
}
