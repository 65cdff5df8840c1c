import { CfnResource, TagManager } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { completeTenant, synthesise } from "../support/synthesised.ts";

const { stack, template } = synthesise(completeTenant, "prod");
const tags = { application: "fairlead", tenant: "harbour", stage: "prod" };

/** All resources that CloudFormation lets us tag. */
const taggable = stack.node.findAll().filter((each) => CfnResource.isCfnResource(each) && TagManager.of(each));

describe("tags for the bill", () => {
  it("stand on the stack", () => {
    expect(stack.tags.tagValues()).toEqual(tags);
  });

  it("stand on every resource", () => {
    expect(taggable.length).toBeGreaterThan(30);
    const values = (construct: IConstruct) => TagManager.of(construct)?.tagValues();
    for (const construct of taggable) expect(values(construct), construct.node.path).toEqual(tags);
  });

  it("stand on the table's replica, where DynamoDB keeps them", () => {
    const [table] = Object.values(template.findResources("AWS::DynamoDB::GlobalTable"));
    const found = table?.Properties.Replicas[0].Tags.map((tag: { Key: string; Value: string }) => [tag.Key, tag.Value]);
    expect(Object.fromEntries(found)).toEqual(tags);
  });
});
