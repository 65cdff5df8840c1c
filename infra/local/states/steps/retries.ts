import type { Retrier } from "../definition/definition.ts";
import { type Failure, matches } from "./failure.ts";

/** `index`: which retrier of the state allows another attempt; `delay`: ms until it starts. */
export interface NextAttempt {
  readonly index: number;
  readonly delay: number;
}

/**
 * The first retrier that names the failure decides; `used[index]` counts the retries each has already given in this visit.
 * Delay: IntervalSeconds × BackoffRate^used, capped by MaxDelaySeconds. JitterStrategy FULL takes the full delay here, so that
 * virtual time stays repeatable (AWS draws between 0 and it).
 * @returns undefined when nothing matches or its attempts are used up
 */
export function nextAttempt(
  retriers: readonly Retrier[],
  used: readonly number[],
  failure: Failure,
): NextAttempt | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = retriers[index];
  const count = used[index] ?? 0;
  if (retrier === undefined || count >= retrier.MaxAttempts) return undefined;
  const seconds = retrier.IntervalSeconds * retrier.BackoffRate ** count;
  return { index, delay: Math.min(seconds, retrier.MaxDelaySeconds ?? seconds) * 1000 };
}
