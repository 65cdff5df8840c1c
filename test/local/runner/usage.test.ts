import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningFixture, runFixture } from "./running-fixture.ts";

const lead = "ld_01ARZ3NDEKTSV4RRFFQ69G5FAV";

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await runFixture();
});
afterAll(() => fixture.stop());
beforeEach(async () => {
  await fixture.call("POST", "/_local/reset", { empty: true });
});

describe("usage", () => {
  it("counts writes with their indexes and takes the figures out of the answer again", async () => {
    const item = { pk: { S: "direct" }, sk: { S: "S" }, statusKey: { S: "a" }, statusRank: { S: "b" } };
    const answer = await fixture.client.send(new PutItemCommand({ TableName: "demo-Table", Item: item }));
    expect(answer.ConsumedCapacity).toBeUndefined();
    expect((await fixture.usage()).total.dynamodb).toEqual({
      readUnits: 0,
      writeUnits: 2,
      requests: 1,
      byOperation: { PutItem: 1 },
      byFunction: {},
    });
    const asking = new PutItemCommand({ TableName: "demo-Table", Item: item, ReturnConsumedCapacity: "TOTAL" });
    // The same item again leaves the index as it is.
    expect((await fixture.client.send(asking)).ConsumedCapacity?.CapacityUnits).toBe(1);
  });

  it("bills a transaction of two items in an index as AWS does: twice each", async () => {
    await fixture.call("POST", "/transactions/t");
    const { writeUnits, byFunction } = (await fixture.usage()).total.dynamodb;
    expect(writeUnits).toBe(8);
    expect(byFunction.Api).toMatchObject({ writeUnits: 8, requests: 1 });
  });

  it("bills a write that its condition refused", async () => {
    await fixture.call("PUT", "/items/a?once=1", {});
    await fixture.call("POST", "/_local/settle");
    const { writeUnits } = (await fixture.usage()).total.dynamodb;
    await fixture.call("PUT", "/items/a?once=1", {});
    expect((await fixture.usage()).total.dynamodb.writeUnits - writeUnits).toBe(1);
  });

  it("charges a lead with everything done for it: requests, invocations, transitions, messages", async () => {
    await fixture.call("POST", `/executions/${lead}`);
    await fixture.call("POST", "/_local/settle");
    await fixture.call("POST", "/_local/sms", { from: "+491713920012", text: lead });
    const { body } = await fixture.call("GET", `/_local/usage?leadId=${lead}`);
    // Start, one state, its successor; the API function, the task and the reply's function.
    expect(body).toMatchObject({ transitions: 3, invocations: 3, writeUnits: 1, readUnits: 0.5 });
    const { total } = await fixture.usage();
    expect(total.stepfunctions).toEqual({ transitions: 3, byAction: { StartExecution: 1, SendTaskSuccess: 1 } });
    expect(total.lambda.byFunction).toEqual({ Api: 1, Task: 1, Replies: 1 });
  });

  it("starts again from zero on DELETE", async () => {
    await fixture.call("PUT", "/items/a", {});
    await fixture.call("POST", "/_local/settle");
    await fixture.call("DELETE", "/_local/usage");
    expect((await fixture.usage()).total.dynamodb.requests).toBe(0);
  });
});
