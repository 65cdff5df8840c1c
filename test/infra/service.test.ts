import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { functionNames } from "../../infra/permissions.ts";
import { demo } from "../../infra/tenants/demo.ts";
import { completeTenant, synthesise } from "../support/synthesised.ts";

const { template } = synthesise(completeTenant, "prod");
const resources = (type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);

describe("every function", () => {
  it("is there, on the newest runtime and the cheaper processor, traced, with JSON logs that are forgotten", () => {
    template.resourceCountIs("AWS::Lambda::Function", functionNames.length);
    template.allResourcesProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
      LoggingConfig: Match.objectLike({ LogFormat: "JSON", LogGroup: Match.anyValue() }),
      Environment: { Variables: Match.objectLike({ TENANT: "harbour", STAGE: "prod", TABLE_NAME: Match.anyValue() }) },
    });
    template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 30 });
  });

  it("has a role of its own", () => {
    const roles = resources("AWS::Lambda::Function").map(({ Role }) => Role["Fn::GetAtt"][0]);
    expect(new Set(roles).size).toBe(functionNames.length);
  });

  it("has no share of concurrency set aside, which an idle tenant would take from others", () => {
    for (const properties of resources("AWS::Lambda::Function")) {
      expect(properties).not.toHaveProperty("ReservedConcurrentExecutions");
    }
  });
});

describe("intake", () => {
  it("is over before another one may take its markers over", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Description: "Takes leads in and answers with the verdict",
      Timeout: 10,
    });
  });
});

describe("the stream", () => {
  it("reaches its consumer in order, bisected on failure, failed records whole in the bucket", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      StartingPosition: "TRIM_HORIZON",
      MaximumBatchingWindowInSeconds: 0,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 60,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: { OnFailure: { Destination: attributeOf("DataFailedRecords", "Arn") } },
    });
  });

  it("lets through lead versions, task tokens, the team, sources, buyers and new plans, nothing else", () => {
    const [mapping] = resources("AWS::Lambda::EventSourceMapping");
    const patterns = mapping?.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern));
    expect(patterns).toEqual([
      { eventName: ["INSERT", "MODIFY"], dynamodb: { Keys: { sk: { S: ["STATE", "TOKEN"] } } } },
      {
        dynamodb: {
          Keys: {
            pk: { S: ["TEAM", "SOURCES", "TIERS"] },
            sk: { S: ["AGENT#", "OFF#", "TEAM#", "SOURCE#", "PROPOSAL#"].map((prefix) => ({ prefix })) },
          },
        },
      },
      { dynamodb: { Keys: { pk: { S: ["BUYERS"] } } } },
      { eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: ["PLAN"] } } } },
    ]);
  });
});

describe("what nobody waits for", () => {
  it("runs on schedule", () => {
    const found = resources("AWS::Events::Rule").map(({ ScheduleExpression, Targets }) => [
      ScheduleExpression,
      JSON.parse(Targets[0].Input),
    ]);
    expect(found).toEqual([
      ["rate(15 minutes)", { job: "reconcile" }],
      ["rate(1 day)", { job: "figures" }],
      ["cron(0 * * * ? *)", { job: "picking" }],
      ["cron(0/5 * * * ? *)", { job: "drain" }],
    ]);
  });

  it("ends in the queue of failed events, encrypted, for two weeks", () => {
    const queue = attributeOf("ServiceFailedEvents", "Arn");
    template.hasResourceProperties("AWS::SQS::Queue", {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    template.resourceCountIs("AWS::Lambda::EventInvokeConfig", 2);
    template.allResourcesProperties("AWS::Lambda::EventInvokeConfig", {
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
    template.allResourcesProperties("AWS::Events::Rule", {
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: queue } })],
    });
  });

  it("takes replies to text messages from the inbound topic", () => {
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "lambda",
      TopicArn: { Ref: Match.stringLikeRegexp("^DataTopicsInboundSms") },
    });
  });
});

describe("alarms", () => {
  it("tell the alarm topic of everything that a person should look at", () => {
    const ids = Object.keys(template.findResources("AWS::CloudWatch::Alarm")).map((id) => id.slice(0, -8));
    const expected = [
      "RecordsGivenUp",
      "StreamLag",
      "FailedEvents",
      "WorkflowsFailed",
      "DeliveriesFailed",
      "ApiFailures",
      "Throttles",
    ];
    expect(ids).toEqual(expected.map((id) => `ServiceAlarms${id}`));
    template.allResourcesProperties("AWS::CloudWatch::Alarm", {
      AlarmActions: [{ Ref: Match.stringLikeRegexp("^DataTopicsAlarm") }],
      TreatMissingData: "notBreaching",
    });
  });

  it("watch the metrics they name", () => {
    const metricsOf = (id: string) =>
      Object.entries(template.findResources("AWS::CloudWatch::Alarm"))
        .filter(([logicalId]) => logicalId.startsWith(`ServiceAlarms${id}`))
        .flatMap(([, { Properties }]) => [
          Properties.MetricName,
          ...(Properties.Metrics ?? []).map(
            (m: { MetricStat?: { Metric: { MetricName: string } } }) => m.MetricStat?.Metric.MetricName,
          ),
        ])
        .filter((name) => name !== undefined);
    expect(metricsOf("RecordsGivenUp")).toEqual(["OnFailureDestinationDeliveredEventCount", "DroppedEventCount"]);
    expect(metricsOf("StreamLag")).toEqual(["IteratorAge"]);
    expect(metricsOf("FailedEvents")).toEqual(["ApproximateNumberOfMessagesVisible"]);
    expect(metricsOf("WorkflowsFailed")).toEqual(["ExecutionsFailed", "ExecutionsAborted", "ExecutionsTimedOut"]);
    expect(metricsOf("DeliveriesFailed")).toEqual(["SharesUndeliverable", "ExecutionsFailed", "ExecutionsAborted"]);
    expect(metricsOf("ApiFailures")).toEqual(["5xx"]);
    expect(metricsOf("Throttles")).toEqual(functionNames.map(() => "Throttles"));
  });
});

describe("the tenant's settings", () => {
  it("bound what a text message may cost", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: Match.objectLike({ SMS_SENDER_ID: "Harbour", SMS_MAX_PRICE: "0.2" }) },
    });
  });

  it("warn of the monthly budget, counted by the tenant's tag", () => {
    template.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: Match.objectLike({
        BudgetLimit: { Amount: 50, Unit: "USD" },
        CostFilters: { TagKeyValue: ["user:tenant$harbour"] },
      }),
    });
    synthesise(demo, "dev").template.resourceCountIs("AWS::Budgets::Budget", 0);
  });
});

describe("outputs", () => {
  it("name what an operator and the console need", () => {
    const names = ["ApiUrl", "UserPoolId", "ClientId", "InboundSmsTopicArn", "TableName"];
    expect(Object.keys(template.findOutputs("*")).sort()).toEqual(names.sort());
  });
});

const attributeOf = (id: string, attribute: string) => ({
  "Fn::GetAtt": [Match.stringLikeRegexp(`^${id}\\w{8}$`), attribute],
});
