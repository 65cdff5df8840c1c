import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { functionSettings } from "../../infra/constructs/service/function-settings.ts";
import { type FunctionName, functionNames, permissions } from "../../infra/permissions.ts";
import { indexes } from "../../shared/contract/table.ts";
import { completeTenant, synthesise } from "../support/synthesised.ts";

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: { readonly "ForAllValues:StringLike": { readonly "dynamodb:LeadingKeys": readonly string[] } };
}

const { template } = synthesise(completeTenant, "prod");
/** Each with the id of the construct it belongs to. */
const roles = Object.entries(template.findResources("AWS::IAM::Role")).map(
  ([logicalId, role]) => [logicalId.replace(/^Service(\w+)Role\w{8}$/, "$1"), role] as const,
);

/** Everything that the role of a construct may do. */
function statementsOf(id: string): readonly Statement[] {
  const [, role] = roles.find(([owner]) => owner === id) ?? [];
  return (role?.Properties.Policies ?? []).flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );
}
const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat();
const text = (value: unknown): string => JSON.stringify(value ?? null);
const functionStatements = (name: FunctionName) => statementsOf(functionSettings[name].id);
const all = roles.flatMap(([owner]) => statementsOf(owner).map((statement) => [owner, statement] as const));

describe("every role", () => {
  it("belongs to one function, or to the workflow", () => {
    const owners = [...functionNames.map((name) => functionSettings[name].id), "LeadWorkflow", "DeliveryWorkflow"];
    expect(roles.map(([owner]) => owner).sort()).toEqual(owners.sort());
  });

  it("holds its rights itself, where this test reads them", () => {
    template.resourceCountIs("AWS::IAM::Policy", 0);
    for (const [, { Properties }] of roles) expect(Properties).not.toHaveProperty("ManagedPolicyArns");
    expect(all.length).toBeGreaterThan(40);
  });

  it("names each action in full", () => {
    expect(all.flatMap(([, statement]) => actionsOf(statement)).filter((action) => action.includes("*"))).toEqual([]);
  });

  it("names each resource, but for what has none", () => {
    const everything = all.filter(([, { Resource }]) => [Resource].flat().includes("*"));
    const unnamed = new Set(
      everything.flatMap(([owner, each]) => actionsOf(each).map((action) => `${owner} ${action}`)),
    );
    const traced = functionNames.flatMap((name) =>
      ["PutTelemetryRecords", "PutTraceSegments"].map((action) => `${functionSettings[name].id} xray:${action}`),
    );
    expect(
      [...unnamed].filter((each) => !traced.includes(each) && !/^(Lead|Delivery)Workflow /.test(each)).sort(),
    ).toEqual([
      "SmsReplies sns:CheckIfPhoneNumberIsOptedOut",
      "Stream dynamodb:ListStreams",
      "Stream sns:CheckIfPhoneNumberIsOptedOut",
      "Stream sns:SetSubscriptionAttributes",
      "Stream sns:Unsubscribe",
    ]);
    expect([...unnamed].filter((each) => /(Lead|Delivery)Workflow (?!logs:|xray:)/.test(each))).toEqual([]);
  });
});

describe("a function's rights on the table", () => {
  it.each(functionNames)("%s: every one is bound to partitions", (name) => {
    const onItems = functionStatements(name).filter((statement) =>
      actionsOf(statement).some((action) => /^dynamodb:.*Item$|^dynamodb:Query$/.test(action)),
    );
    for (const { Resource, Condition } of onItems) {
      if (text(Resource).includes("/index/")) continue;
      expect(Condition?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].length).toBeGreaterThan(0);
    }
    const actions = onItems.filter(({ Condition }) => Condition).map((statement) => actionsOf(statement).length);
    const listed = permissions[name].table.map((permission) => permission.actions.length);
    expect(actions.reduce((sum, n) => sum + n)).toBe(listed.reduce((sum, n) => sum + n));
  });

  it("no function reads the whole table or changes it", () => {
    const actions = all.flatMap(([, statement]) => actionsOf(statement));
    expect(actions.filter((action) => /Scan|PartiQL|Table$|Backup|Export/.test(action))).toEqual([]);
  });

  it.each(functionNames)("%s: lists only from its indexes", (name) => {
    const found = functionStatements(name).flatMap(({ Resource }) => text(Resource).match(/\/index\/\w+/g) ?? []);
    const expected = (permissions[name].indexes ?? []).map((index) => `/index/${indexes[index].name}`);
    expect(found.sort()).toEqual(expected.sort());
  });
});

describe("what only the consumer may do", () => {
  const owners = (pattern: RegExp) => [
    ...new Set(
      all.filter(([, each]) => actionsOf(each).some((action) => pattern.test(action))).map(([owner]) => owner),
    ),
  ];

  it("starts executions and completes their tokens", () => {
    expect(owners(/^states:(StartExecution|SendTask)/)).toEqual(["Stream"]);
  });

  it("makes users, and subscribes people", () => {
    expect(owners(/^cognito-idp:/)).toEqual(["Stream"]);
    expect(owners(/^sns:(Subscribe|Unsubscribe|SetSubscriptionAttributes)/)).toEqual(["Stream"]);
  });

  it("writes failed records, which it can neither read nor delete", () => {
    expect(owners(/^s3:/)).toEqual(["Stream"]);
    expect(
      functionStatements("stream")
        .flatMap(actionsOf)
        .filter((action) => action.startsWith("s3:")),
    ).toEqual(["s3:ListBucket", "s3:PutObject"]);
  });
});

describe("text messages", () => {
  it("go to phone numbers, which have no ARN: the right leaves out all that has one", () => {
    for (const name of ["stream", "sms-replies"] as const) {
      const toPhones = functionStatements(name).filter(({ NotResource }) => NotResource !== undefined);
      expect(toPhones.map(({ Action }) => Action)).toEqual(["sns:Publish"]);
      expect(text(toPhones[0]?.NotResource)).toContain(":sns:*:*:*");
    }
  });

  it("and push messages to the tenant's own app only", () => {
    const endpoints = "arn:aws:sns:eu-central-1:111122223333:endpoint/GCM/harbour/*";
    const owners = all.filter(([, { Resource }]) => Resource === endpoints).map(([owner]) => owner);
    expect(owners).toEqual(["Stream"]);
  });
});

describe("the workflow", () => {
  it("stores tokens in leads and calls its one function", () => {
    const own = statementsOf("LeadWorkflow").filter(
      (each) => !actionsOf(each).some((action) => /^(logs|xray):/.test(action)),
    );
    expect(own.map(actionsOf)).toEqual([["dynamodb:UpdateItem"], ["lambda:InvokeFunction"]]);
    expect(own[0]?.Condition?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]).toEqual(["LEAD#*"]);
    expect(text(own[1]?.Resource)).toMatch(/^\{"Fn::GetAtt":\["ServiceWorkflowFunction\w{8}","Arn"\]\}$/);
  });

  it("is logged without what it carries, traced, and outlives the stack in prod", () => {
    template.hasResource("AWS::StepFunctions::StateMachine", {
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: Match.objectLike({
        StateMachineType: "STANDARD",
        LoggingConfiguration: Match.objectLike({ Level: "ALL", IncludeExecutionData: false }),
        TracingConfiguration: { Enabled: true },
      }),
    });
  });
});
