import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../shared/domain/intake/canonical-json.ts";
import { idempotencyKey } from "../../../shared/domain/intake/idempotency-key.ts";

test("the same value has the same canonical text, in whatever order, and another value another", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      expect(canonicalJson({ ...value, extra: 1 })).not.toBe(canonicalJson({ ...value, extra: 2 }));
    }),
  );
});

test.each([
  ['"zap-run-0001"', "zap-run-0001"],
  ["zap-run-0001", "zap-run-0001"],
  ['"a\\"b\\\\c"', 'a"b\\c'],
  ["  x  ", "x"],
  ["", undefined],
  ['""', undefined],
  ["ä", undefined],
  ["x".repeat(255), "x".repeat(255)],
  ["x".repeat(256), undefined],
])("the key of %j is %j", (header, key) => {
  expect(idempotencyKey(header)).toBe(key);
});
