import { expect, test } from "vitest";
import { fastRetries, fullJitter, tableRetries } from "../../shared/store/table/retry.ts";

const settings = { attempts: 4, baseMs: 5, capMs: 15 };
const throttled = { errorType: "THROTTLING" as const };

test("pauses double up to the cap and lie anywhere below", () => {
  const longest = [1, 2, 3, 4].map((failures) => fullJitter(settings, failures, () => 1));
  expect(longest).toEqual([5, 10, 15, 15]);
  expect(fullJitter(settings, 3, () => 0)).toBe(0);
});

test("passing errors are tried again, as often as set", async () => {
  const retries = fastRetries(settings, () => 1);
  let token = await retries.acquireInitialRetryToken("");
  const delays: number[] = [];
  for (let attempt = 2; attempt <= settings.attempts; attempt++) {
    token = await retries.refreshRetryTokenForRetry(token, throttled);
    delays.push(token.getRetryDelay());
  }
  expect(delays).toEqual([5, 10, 15]);
  await expect(retries.refreshRetryTokenForRetry(token, throttled)).rejects.toThrow("no more attempts");
});

test("a refusal is not tried again", async () => {
  const retries = fastRetries(settings, () => 1);
  const token = await retries.acquireInitialRetryToken("");
  await expect(retries.refreshRetryTokenForRetry(token, { errorType: "CLIENT_ERROR" })).rejects.toThrow();
});

test("all pauses together leave an intake most of its ten seconds", () => {
  const failures = Array.from({ length: tableRetries.attempts - 1 }, (_, index) => index + 1);
  const longest = failures.reduce((sum, failure) => sum + fullJitter(tableRetries, failure, () => 1), 0);
  expect(longest).toBeLessThanOrEqual(1100);
  expect(fullJitter(tableRetries, 1, () => 1)).toBeLessThanOrEqual(10);
});
