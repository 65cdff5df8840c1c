import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { Stage, Tenant } from "../tenants/tenant.ts";
import { acknowledge } from "./acknowledge.ts";
import { LeadTable } from "./lead-table.ts";
import { People } from "./people.ts";
import { Topics } from "./topics.ts";

export interface DataProps {
  readonly tenant: Tenant;
  readonly stage: Stage;
}

/**
 * What must outlive every change of the service: the table, the people, the secret, subscriptions, failed records. `prod`
 * keeps all of it even when the stack that holds it is gone (docs/adr/0001).
 */
export class Data extends Construct {
  readonly table: LeadTable;
  readonly people: People;
  readonly topics: Topics;
  readonly hashSecret: Secret;
  readonly failedRecords: Bucket;

  constructor(scope: Construct, id: string, { tenant, stage }: DataProps) {
    super(scope, id);
    const keep = stage === "prod";
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
