import { CfnResource, type Stack, TagManager } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { completeTenant, synthesise } from "../support/synthesised.ts";

const { stage } = synthesise(completeTenant, "prod");
const tags = { application: "fairlead", tenant: "harbour", stage: "prod" };

/** All resources that CloudFormation lets us tag. */
const taggable = (stack: Stack) =>
  stack.node.findAll().filter((construct) => CfnResource.isCfnResource(construct) && TagManager.of(construct));

describe("tags for the bill", () => {
  it("stand on both stacks", () => {
    expect(stage.data.tags.tagValues()).toEqual(tags);
    expect(stage.service.tags.tagValues()).toEqual(tags);
  });

  it.each([
    ["data", taggable(stage.data)],
    ["service", taggable(stage.service)],
  ])("stand on every resource of the %s stack", (_name, found) => {
    expect(found.length).toBeGreaterThan(5);
    const values = (construct: IConstruct) => TagManager.of(construct)?.tagValues();
    for (const construct of found) expect(values(construct), construct.node.path).toEqual(tags);
  });

  it("stand on the table's replica, where DynamoDB keeps them", () => {
    const { data } = synthesise(completeTenant, "prod");
    const [table] = Object.values(data.findResources("AWS::DynamoDB::GlobalTable"));
    const found = table?.Properties.Replicas[0].Tags.map((tag: { Key: string; Value: string }) => [tag.Key, tag.Value]);
    expect(Object.fromEntries(found)).toEqual(tags);
  });
});
