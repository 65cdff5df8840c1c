import { describe, expect, it } from "vitest";
import { listOf, parseQuery, queryService } from "../../../infra/local/aws-endpoint/query-protocol.ts";
import { AwsError, identify } from "../../../infra/local/aws-endpoint/request.ts";

describe("identify", () => {
  it("reads JSON protocols from the target header and SNS from the form", () => {
    expect(identify("DynamoDB_20120810.PutItem", "{}")).toEqual({ service: "dynamodb", operation: "PutItem" });
    expect(identify(undefined, "Action=Publish&Version=2010-03-31")).toEqual({ service: "sns", operation: "Publish" });
    expect(identify("Kinesis_20131202.PutRecord", "{}")).toBeUndefined();
    expect(identify(undefined, "<xml/>")).toBeUndefined();
  });
});

describe("query protocol", () => {
  it("nests parameters by their dots", () => {
    const input = parseQuery("Tags.entry.1.Name=a&Tags.entry.1.Value.StringValue=b%20c&Tags.entry.2.Name=d&Plain=x");
    expect(input.Plain).toBe("x");
    expect(listOf(input.Tags, "entry")).toEqual([{ Name: "a", Value: { StringValue: "b c" } }, { Name: "d" }]);
    expect(listOf(input.Missing, "member")).toEqual([]);
  });

  it("answers XML with its text escaped, and errors in AWS's form", async () => {
    const serve = queryService({
      Echo: ({ Text }) => ({ Text: String(Text), List: ["a", { Id: "1" }] }),
      Fail: () => {
        throw new AwsError("NotFound", "no <such> thing", 404);
      },
    });
    const echo = await serve({ service: "sns", operation: "Echo", body: "Text=%3Ca%3E%26" });
    expect(echo.body).toContain(
      "<EchoResult><Text>&lt;a&gt;&amp;</Text><List><member>a</member><member><Id>1</Id></member></List>",
    );
    const failed = await serve({ service: "sns", operation: "Fail", body: "" });
    expect(failed).toMatchObject({ status: 404, body: expect.stringContaining("<Code>NotFound</Code>") });
    expect((await serve({ service: "sns", operation: "Unknown", body: "" })).status).toBe(400);
  });
});
