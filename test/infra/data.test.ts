import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { demo } from "../../infra/tenants/demo.ts";
import { groups } from "../../shared/contract/groups.ts";
import { indexes, timeToLive } from "../../shared/contract/table.ts";
import { completeTenant, synthesise } from "../support/synthesised.ts";

const prod = synthesise(completeTenant, "prod");
const dev = synthesise(demo, "dev");

describe("the table", () => {
  it("can be restored to any second, and its stream shows what was and what is", () => {
    prod.template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      TimeToLiveSpecification: { AttributeName: timeToLive, Enabled: true },
      Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
    });
  });

  it("has the contract's indexes, of keys only", () => {
    prod.template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      GlobalSecondaryIndexes: Object.values(indexes).map(({ name, partition, sort }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: partition, KeyType: "HASH" },
          { AttributeName: sort, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "KEYS_ONLY" },
      })),
    });
  });
});

describe("what must be kept", () => {
  const kept = [
    "AWS::DynamoDB::GlobalTable",
    "AWS::Cognito::UserPool",
    "AWS::SecretsManager::Secret",
    "AWS::S3::Bucket",
  ];

  it.each(kept)("stays in prod when the stack goes: %s", (type) => {
    prod.template.allResources(type, { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
    dev.template.allResources(type, { DeletionPolicy: "Delete" });
  });

  it("cannot be deleted by hand in prod either, nor can the stack", () => {
    expect(prod.stack.terminationProtection).toBe(true);
    expect(dev.stack.terminationProtection).toBe(false);
    prod.template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })],
    });
    prod.template.hasResourceProperties("AWS::Cognito::UserPool", { DeletionProtection: "ACTIVE" });
  });
});

describe("people", () => {
  it("are made by admins only, with their e-mail as second name", () => {
    prod.template.hasResourceProperties("AWS::Cognito::UserPool", {
      AdminCreateUserConfig: Match.objectLike({ AllowAdminCreateUserOnly: true }),
      AliasAttributes: ["email"],
      MfaConfiguration: "OPTIONAL",
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12 }) },
    });
  });

  it("belong to the contract's groups", () => {
    const found = Object.values(prod.template.findResources("AWS::Cognito::UserPoolGroup"));
    expect(found.map(({ Properties }) => Properties.GroupName).sort()).toEqual([...groups].sort());
  });

  it("sign in without a client secret, and nobody learns who has a user", () => {
    prod.template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      GenerateSecret: false,
      PreventUserExistenceErrors: "ENABLED",
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
  });

  it("begin with the tenant file's admin, invited in the tenant's language", () => {
    prod.template.hasResourceProperties("AWS::Cognito::UserPoolUser", { Username: "admin" });
    prod.template.hasResourceProperties("AWS::Cognito::UserPoolUserToGroupAttachment", {
      Username: "admin",
      GroupName: "admin",
    });
    prod.template.hasResourceProperties("AWS::Cognito::UserPool", {
      AdminCreateUserConfig: { InviteMessageTemplate: { EmailSubject: "Dein Zugang zu Fairlead" } },
    });
  });
});

describe("topics and failed records", () => {
  it("refuse plain HTTP", () => {
    const topics = Object.keys(prod.template.findResources("AWS::SNS::Topic"));
    const plainHttp = { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } };
    for (const topic of topics) {
      prod.template.hasResourceProperties("AWS::SNS::TopicPolicy", {
        Topics: [{ Ref: topic }],
        PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(plainHttp)]) },
      });
    }
    prod.template.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(plainHttp)]) },
    });
  });

  it("are closed to the public", () => {
    prod.template.hasResourceProperties("AWS::S3::Bucket", {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it.each(["sms-voice.amazonaws.com", "cloudwatch.amazonaws.com"])("let %s in for this account only", (service) => {
    const statement = {
      Effect: "Allow",
      Principal: { Service: service },
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    };
    prod.template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(statement)]) },
    });
  });

  it("tell the operator of alarms by e-mail", () => {
    prod.template.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "alarm@example.com" });
    const protocols = Object.values(dev.template.findResources("AWS::SNS::Subscription")).map(
      ({ Properties }) => Properties.Protocol,
    );
    expect(protocols).toEqual(["lambda"]);
  });
});
