import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

type RetryStrategy = Extract<
  NonNullable<DynamoDBClientConfig["retryStrategy"]>,
  { acquireInitialRetryToken: unknown; recordSuccess: unknown }
>;
type RetryToken = Awaited<ReturnType<RetryStrategy["acquireInitialRetryToken"]>>;

export interface RetrySettings {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Upper end of the first pause, ms; it doubles each time. */
  readonly baseMs: number;
  /** Longest pause, ms. */
  readonly capMs: number;
}

/** Together at most 1.1 s of pauses, 0.5 s on average: well inside the 10 s an intake may take. */
export const tableRetries: RetrySettings = { attempts: 8, baseMs: 5, capMs: 500 };

/** Each of these tries fails only because somebody else's save went through: at most 8 s of pauses, 4 s on average. */
export const rivalRetries: RetrySettings = { attempts: 50, baseMs: 5, capMs: 200 };

export function pauseForRivals(failures: number): Promise<void> {
  return pause(fullJitter(rivalRetries, failures));
}

/** A pause of full jitter, ms: evenly anywhere between nothing and the doubled base, so that rivals spread out. */
export function fullJitter({ baseMs, capMs }: RetrySettings, failures: number, random = Math.random): number {
  return random() * Math.min(capMs, baseMs * 2 ** (failures - 1));
}

/**
 * Retries of the SDK's own kind but with pauses of milliseconds: its standard ones begin at 50–100 ms, which is longer
 * than a whole intake. What the SDK calls a client error (a failed condition above all) is not retried.
 */
export function fastRetries(settings: RetrySettings, random = Math.random): RetryStrategy {
  return {
    acquireInitialRetryToken: async () => token(0, 0),
    refreshRetryTokenForRetry: async (used, { errorType }) => {
      const failures = used.getRetryCount() + 1;
      if (errorType === "CLIENT_ERROR" || failures >= settings.attempts) throw new Error("no more attempts");
      return token(failures, fullJitter(settings, failures, random));
    },
    recordSuccess: () => undefined,
  };
}

function token(count: number, delay: number): RetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => delay };
}
