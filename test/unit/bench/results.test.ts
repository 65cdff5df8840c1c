import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { interleave, median, ratio } from "../../bench/measure.ts";
import { documentFile, resultsFile, withTable } from "../../bench/save-results.ts";

test("the document shows the results that are kept", () => {
  const { results } = JSON.parse(readFileSync(resultsFile, "utf8"));
  const document = readFileSync(documentFile, "utf8");
  expect(document).toBe(withTable(document, results));
  expect(results.length).toBeGreaterThan(10);
});

test("the median is the middle, also of an even number of values", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("a machine that slows down for one round does not change the ratio", async () => {
  const speeds = [1, 1, 10, 1, 1];
  let calls = 0;
  const slowed = (value: number) => () => value * (speeds[Math.floor(calls++ / 2)] ?? 1);
  const { ours, other } = await interleave(5, { ours: slowed(6), other: slowed(2) });
  expect(ratio(ours, other)).toBe(3);
});
