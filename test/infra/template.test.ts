import { CfnResource, Stack, Validations } from "aws-cdk-lib";
import type { Template } from "aws-cdk-lib/assertions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { TenantStage } from "../../infra/stacks/tenant-stage.ts";
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
    new TenantStage(app, { tenant: tenant.parse(completeTenant), stage: "prod", env: {} });
    expect(() => app.synth()).not.toThrow();
  });

  it("would find what is not", () => {
    const app = checkedApp();
    new Topic(new Stack(app, "Careless"), "PlainHttpAllowed");
    expect(() => app.synth()).toThrow("AwsSolutions-SNS3");
  });
});

describe("the template", () => {
  const { stage, data, service } = synthesise(completeTenant, "prod");

  it("keeps what running executions hold on to: their workflow, its role, its function, the table", () => {
    const held = ["LeadWorkflow/StateMachine", "LeadWorkflow/Role", "Workflow/Function"];
    const logicalIds = held.map((path) => logicalIdOf(stage.service, path));
    expect(logicalIds).toEqual([
      "LeadWorkflowStateMachine26AFD1B4",
      "LeadWorkflowRole40FE8F41",
      "WorkflowFunctionF12CD532",
    ]);
    expect(logicalIdOf(stage.data, "Table")).toBe("TableCD117FA1");
  });

  it("gives nothing a name that would stand in the way of replacing it, but for the workflow's log", () => {
    const names = ["TableName", "TopicName", "QueueName", "BucketName", "StateMachineName", "RoleName", "LogGroupName"];
    const resources = { ...data.toJSON().Resources, ...service.toJSON().Resources };
    const named = Object.keys(resources).flatMap((id) =>
      names.filter((name) => name in (resources[id].Properties ?? {})).map((name) => `${id}.${name}`),
    );
    expect(named).toEqual([expect.stringMatching(/^LeadWorkflowLogs\w{8}\.LogGroupName$/)]);
  });

  it("is what it was: look at each difference, then update the snapshot", () => {
    expect(withoutHashes(data)).toMatchSnapshot("data");
    expect(withoutHashes(service)).toMatchSnapshot("service");
  });
});

/** Without bundling, a bundle's hash still depends on where the project lies. */
const withoutHashes = (template: Template): unknown =>
  JSON.parse(JSON.stringify(template.toJSON()).replaceAll(/[0-9a-f]{64}\.zip/g, "<bundle>.zip"));

function logicalIdOf(stack: Stack, path: string): string {
  const construct = stack.node.findChild(path.split("/")[0] ?? "");
  const found = path
    .split("/")
    .slice(1)
    .reduce((node, id) => node.node.findChild(id), construct);
  const resource = found.node.defaultChild;
  return resource instanceof CfnResource ? stack.getLogicalId(resource) : "";
}
