import { describe, expect, it } from "vitest";
import { matchesPattern, patternSchema } from "../../../../infra/local/streams/filter-criteria.ts";

const record = {
  eventName: "MODIFY",
  dynamodb: { Keys: { sk: { S: "STATE" } }, NewImage: { n: { N: "3" }, tags: ["a", "b"], price: 120 } },
};
const matches = (pattern: unknown): boolean => matchesPattern(patternSchema.parse(pattern), record);

describe("filter patterns", () => {
  it.each([
    [{ eventName: ["INSERT", "MODIFY"] }, true],
    [{ eventName: ["REMOVE"] }, false],
    [{ dynamodb: { Keys: { sk: { S: [{ prefix: "ST" }] } } } }, true],
    [{ dynamodb: { Keys: { sk: { S: [{ prefix: "H#" }, "BODY"] } } } }, false],
    [{ dynamodb: { Keys: { sk: { S: [{ suffix: "TE" }] } } } }, true],
    [{ dynamodb: { NewImage: { event: { M: [{ exists: false }] } } } }, true],
    [{ dynamodb: { NewImage: { n: [{ exists: true }] } } }, true],
    [{ dynamodb: { NewImage: { n: { N: [{ "anything-but": ["3"] }] } } } }, false],
    [{ dynamodb: { NewImage: { n: { N: [{ "anything-but": { prefix: "4" } }] } } } }, true],
    [{ dynamodb: { NewImage: { missing: { S: [{ "anything-but": "x" }] } } } }, false],
    [{ dynamodb: { NewImage: { tags: ["b"] } } }, true],
    [{ dynamodb: { NewImage: { price: [{ numeric: [">=", 100, "<", 200] }] } } }, true],
    [{ dynamodb: { NewImage: { price: [{ numeric: [">", 120] }] } } }, false],
    [{ eventName: [{ "equals-ignore-case": "modify" }] }, true],
    [{ eventName: ["MODIFY"], dynamodb: { Keys: { sk: { S: ["BODY"] } } } }, false],
  ])("%j → %s", (pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  it("refuses matchers it does not know rather than pass or drop everything", () => {
    expect(() => patternSchema.parse({ a: [{ wildcard: "x*" }] })).toThrow();
    expect(() => patternSchema.parse({ $or: [{ a: ["1"] }] })).toThrow();
    expect(() => patternSchema.parse({ a: "plain" })).toThrow();
  });
});
