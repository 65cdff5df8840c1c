import { describe, expect, it } from "vitest";
import { billedUnits, refusedUnits } from "../../../../infra/local/dynamodb/billed-units.ts";
import { itemSize } from "../../../../infra/local/dynamodb/item-size.ts";

const table = {
  name: "leads",
  arn: "",
  streamArn: undefined,
  timeToLive: undefined,
  keyNames: ["pk", "sk"],
  indexes: [["statusKey", "statusRank"]],
  definition: {},
};
const transaction = (...TransactItems: object[]) => ({ TransactItems });
const put = (item: object) => ({ Put: { TableName: "leads", Item: { pk: { S: "a" }, ...item } } });
const key = { TableName: "leads", Key: { pk: { S: "a" } } };

describe("billed units", () => {
  it("takes what DynamoDB reports for single items and batches", () => {
    expect(billedUnits("PutItem", {}, { CapacityUnits: 3 }, [table])).toEqual({ readUnits: 0, writeUnits: 3 });
    expect(billedUnits("Query", {}, { CapacityUnits: 0.5 }, [table])).toEqual({ readUnits: 0.5, writeUnits: 0 });
    const batch = [{ CapacityUnits: 2 }, { CapacityUnits: 1 }];
    expect(billedUnits("BatchWriteItem", {}, batch, [table])).toEqual({ readUnits: 0, writeUnits: 3 });
  });

  it.each([
    ["one small put", transaction(put({})), 2],
    ["four small puts", transaction(put({}), put({}), put({}), put({})), 8],
    ["a put of 2.5 KB", transaction(put({ text: { S: "x".repeat(2500) } })), 6],
    ["a put into an index", transaction(put({ statusKey: { S: "a" }, statusRank: { S: "b" } })), 4],
    ["a put with half an index key", transaction(put({ statusKey: { S: "a" } })), 2],
    ["a condition check", transaction({ ConditionCheck: key }), 2],
    [
      "an update that moves an index entry",
      transaction({ Update: { ...key, UpdateExpression: "SET statusKey = :s" } }),
      4,
    ],
    ["an update that leaves the index alone", transaction({ Update: { ...key, UpdateExpression: "SET a = :s" } }), 2],
  ])("bills %s in a transaction", (_, input, writeUnits) => {
    expect(billedUnits("TransactWriteItems", input, [], [table])).toEqual({ readUnits: 0, writeUnits });
  });

  it("bills writes refused by their condition, but no failed reads and no other errors", () => {
    expect(refusedUnits("PutItem", "…#ConditionalCheckFailedException", {}).writeUnits).toBe(1);
    const cancelled = refusedUnits(
      "TransactWriteItems",
      "[None, ConditionalCheckFailed]",
      transaction(put({}), put({})),
    );
    expect(cancelled.writeUnits).toBe(4);
    expect(refusedUnits("PutItem", "…#ValidationException", {}).writeUnits).toBe(0);
    expect(refusedUnits("GetItem", "…", {}).writeUnits).toBe(0);
  });

  it("measures items as DynamoDB does: names and values in UTF-8", () => {
    expect(itemSize({ name: { S: "Zoë" } })).toBe(4 + 4);
    expect(itemSize({ n: { N: "1234" } })).toBe(1 + 3);
    expect(itemSize({ b: { B: "AAEC" } })).toBe(1 + 3);
    expect(itemSize({ m: { M: { a: { BOOL: true } } } })).toBe(1 + 3 + 2 + 1);
    expect(itemSize({ l: { L: [{ S: "ab" }] } })).toBe(1 + 3 + 2 + 1);
    expect(itemSize({ s: { SS: ["ab", "c"] } })).toBe(1 + 3);
  });
});
