import { expect, test } from "vitest";
import { durationMs } from "../../../shared/domain/time/durations.ts";

test.each([
  ["PT15M", 900_000],
  ["P14D", 14 * 86_400_000],
  ["P1W", 7 * 86_400_000],
  ["P1DT2H3M4S", 93_784_000],
  ["PT72H", 259_200_000],
])("%s is %i ms", (iso, ms) => {
  expect(durationMs(iso)).toBe(ms);
});

test.each(["P1M", "PT1.5H", "15M", ""])("%j is not a duration", (iso) => {
  expect(() => durationMs(iso)).toThrow("not a duration");
});
