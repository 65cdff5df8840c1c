import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readTemplate } from "../../../../infra/local/template/resources.ts";

type Json = Record<string, unknown>;

/** Writes the given stacks as a cloud assembly; returns its folder. */
function assemblyOf(stacks: Record<string, Json>): string {
  const directory = mkdtempSync(join(tmpdir(), "fairlead-assembly-"));
  const write = (name: string, value: unknown) => writeFileSync(join(directory, name), JSON.stringify(value));
  const artifacts = Object.keys(stacks).map((name) => [
    name,
    {
      type: "aws:cloudformation:stack",
      environment: "aws://111122223333/eu-west-1",
      properties: { templateFile: `${name}.json`, stackName: name },
    },
  ]);
  write("manifest.json", { artifacts: Object.fromEntries(artifacts) });
  for (const [name, template] of Object.entries(stacks)) write(`${name}.json`, template);
  return directory;
}

const anything = z.looseObject({});
const topic = { Type: "AWS::SNS::Topic" };
const read = (properties: Json, more: Json = {}) => {
  const Resources = { Topic: topic, Queue: { Type: "AWS::SQS::Queue", Properties: properties } };
  const [queue] = readTemplate(assemblyOf({ App: { Resources, ...more } })).all("AWS::SQS::Queue", anything);
  return queue?.properties;
};

describe("readTemplate", () => {
  it.each([
    ["Ref", { Ref: "Topic" }, "arn:aws:sns:eu-west-1:111122223333:App-Topic"],
    ["Ref of a pseudo parameter", { Ref: "AWS::Region" }, "eu-west-1"],
    ["GetAtt", { "Fn::GetAtt": ["Topic", "TopicName"] }, "App-Topic"],
    ["Join", { "Fn::Join": ["-", ["a", { Ref: "AWS::AccountId" }]] }, "a-111122223333"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written
    ["Sub", { "Fn::Sub": "${AWS::Partition}:${Topic.TopicName}:${!kept}" }, "aws:App-Topic:${kept}"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written
    ["Sub with values", { "Fn::Sub": ["${a}/x", { a: { Ref: "AWS::StackName" } }] }, "App/x"],
    ["Select and Split", { "Fn::Select": [1, { "Fn::Split": [":", "a:b:c"] }] }, "b"],
  ])("resolves %s", (_, value, expected) => {
    expect(read({ Value: value })).toEqual({ Value: expected });
  });

  it("drops what is AWS::NoValue", () => {
    expect(read({ A: { Ref: "AWS::NoValue" }, B: [1, { Ref: "AWS::NoValue" }] })).toEqual({ B: [1] });
  });

  it("takes a name the template fixes", () => {
    const Resources = { T: { ...topic, Properties: { TopicName: { "Fn::Join": ["", ["my-", "topic"]] } } } };
    const [found] = readTemplate(assemblyOf({ App: { Resources } })).all("AWS::SNS::Topic", anything);
    expect(found?.ref).toBe("arn:aws:sns:eu-west-1:111122223333:my-topic");
  });

  it("resolves outputs", () => {
    const template = readTemplate(
      assemblyOf({ App: { Resources: { Topic: topic }, Outputs: { Out: { Value: { Ref: "Topic" } } } } }),
    );
    expect(template.outputs).toEqual({ Out: "arn:aws:sns:eu-west-1:111122223333:App-Topic" });
  });

  it("refuses functions and references it cannot resolve, by name", () => {
    expect(() => read({ A: { "Fn::Cidr": [] } })).toThrow("Fn::Cidr");
    expect(() => read({ A: { Ref: "Nowhere" } })).toThrow("Nowhere");
    expect(() => read({ A: { "Fn::ImportValue": "none" } })).toThrow("Fn::ImportValue");
    expect(() => read({ A: { "Fn::GetAtt": ["Topic", "Colour"] } })).toThrow("Colour");
  });

  it("refuses resource types without a class, all at once", () => {
    const Resources = {
      Db: { Type: "AWS::RDS::DBInstance" },
      Bus: { Type: "AWS::Events::EventBus" },
      Role: { Type: "AWS::IAM::Role" },
    };
    expect(() => readTemplate(assemblyOf({ App: { Resources } }))).toThrow(
      "AWS::RDS::DBInstance (Db), AWS::Events::EventBus (Bus)",
    );
  });

  it("refuses properties a schema does not know, naming resource and property", () => {
    const Resources = { Queue: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } } };
    const template = readTemplate(assemblyOf({ App: { Resources } }));
    expect(() => template.all("AWS::SQS::Queue", z.strictObject({}))).toThrow(/AWS::SQS::Queue Queue[\s\S]*FifoQueue/);
  });

  it("gives placeholders for attributes of inert resources", () => {
    const Resources = {
      Role: { Type: "AWS::IAM::Role" },
      Q: { Type: "AWS::SQS::Queue", Properties: { R: { "Fn::GetAtt": ["Role", "Arn"] } } },
    };
    const [queue] = readTemplate(assemblyOf({ App: { Resources } })).all("AWS::SQS::Queue", anything);
    expect(queue?.properties).toEqual({ R: "arn:aws:inert:::App-Role/Arn" });
  });

  it("runs one stack, no more and no less", () => {
    expect(() => readTemplate(assemblyOf({ dev: {}, prod: {} }))).toThrow(/one stack.*dev, prod/);
    expect(() => readTemplate(assemblyOf({}))).toThrow(/one stack.*none/);
    expect(readTemplate(assemblyOf({ dev: {} })).account).toBe("111122223333");
  });
});
