import { CfnResource, Stack, Validations } from "aws-cdk-lib";
import type { Template } from "aws-cdk-lib/assertions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { AwsSolutionsChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { TenantStack } from "../../infra/stacks/tenant-stack.ts";
import { tenant } from "../../infra/tenants/tenant.ts";
import { completeTenant, synthesise, testApp } from "../support/synthesised.ts";

function checkedApp() {
  const app = testApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

describe("cdk-nag", () => {
  it("finds nothing that is not explained next to its resource", () => {
    const app = checkedApp();
    new TenantStack(app, { tenant: tenant.parse(completeTenant), stage: "prod", env: {} });
    expect(() => app.synth()).not.toThrow();
  });

  it("would find what is not", () => {
    const app = checkedApp();
    new Topic(new Stack(app, "Careless"), "PlainHttpAllowed");
    expect(() => app.synth()).toThrow("AwsSolutions-SNS3");
  });
});

describe("the template", () => {
  const { stack, template } = synthesise(completeTenant, "prod");

  it("keeps what running executions hold on to: their workflow, its role, its function", () => {
    const held = ["Service/LeadWorkflow/StateMachine", "Service/LeadWorkflow/Role", "Service/Workflow/Function"];
    expect(held.map((path) => logicalIdOf(stack, path))).toEqual([
      "ServiceLeadWorkflowStateMachineA5053CDC",
      "ServiceLeadWorkflowRole898D2AB7",
      "ServiceWorkflowFunction8705BC7C",
    ]);
  });

  it("keeps what holds data: a new logical id would leave the old one behind and begin with an empty one", () => {
    const kept = [
      "Table",
      "People/Pool",
      "People/Pool/Client",
      "HashSecret",
      "FailedRecords",
      "Topics/Mail",
      "Topics/Leader",
    ];
    expect(kept.map((path) => logicalIdOf(stack, `Data/${path}`))).toEqual([
      "DataTableFDBAD0F2",
      "DataPeoplePool83D9F037",
      "DataPeoplePoolClientA7175886",
      "DataHashSecret31C74365",
      "DataFailedRecords553CA70E",
      "DataTopicsMail69C85A11",
      "DataTopicsLeader699DA5CA",
    ]);
  });

  it("gives nothing a name that would stand in the way of replacing it, but for the workflows' logs", () => {
    const names = ["TableName", "TopicName", "QueueName", "BucketName", "StateMachineName", "RoleName", "LogGroupName"];
    const resources = template.toJSON().Resources;
    const named = Object.keys(resources).flatMap((id) =>
      names.filter((name) => name in (resources[id].Properties ?? {})).map((name) => `${id}.${name}`),
    );
    expect(named).toEqual(
      ["Lead", "Delivery"].map((which) =>
        expect.stringMatching(new RegExp(`^Service${which}WorkflowLogs\\w{8}\\.LogGroupName$`)),
      ),
    );
  });

  it("imports nothing from another stack and exports nothing: a tenant's stage is whole by itself", () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/Fn::ImportValue|"Export"/);
  });

  it("is what it was: look at each difference, then update the snapshot", () => {
    expect(withoutHashes(template)).toMatchSnapshot();
  });
});

/** Without bundling, a bundle's hash still depends on where the project lies. */
const withoutHashes = (template: Template): unknown =>
  JSON.parse(JSON.stringify(template.toJSON()).replaceAll(/[0-9a-f]{64}\.zip/g, "<bundle>.zip"));

function logicalIdOf(stack: Stack, path: string): string {
  const found = path.split("/").reduce((node: IConstruct, id) => node.node.findChild(id), stack);
  const resource = found.node.defaultChild;
  return resource instanceof CfnResource ? stack.getLogicalId(resource) : "";
}
