import { expect, test } from "vitest";
import { systemClock } from "../../../shared/clients/clock.ts";
import { createIds } from "../../../shared/clients/ids.ts";
import { leadId } from "../../../shared/schemas/primitives.ts";

const monday = Date.parse("2026-11-23T09:00:00Z");

test("lead ids differ and sort by time, also within a millisecond", () => {
  const ids = createIds();
  const made = [...Array.from({ length: 1000 }, () => ids.leadId(monday)), ids.leadId(monday + 1)];
  expect(new Set(made).size).toBe(1001);
  expect([...made].sort()).toEqual(made);
  for (const id of made) expect(leadId.safeParse(id).success).toBe(true);
});

test("random text has as many bytes as asked and never repeats", () => {
  const ids = createIds();
  const made = Array.from({ length: 1000 }, () => ids.random(16));
  expect(new Set(made).size).toBe(1000);
  for (const text of made) expect(Buffer.from(text, "base64url")).toHaveLength(16);
});

test("the clock sleeps as long as asked", async () => {
  const before = systemClock.now();
  await systemClock.sleep(20);
  expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
});
