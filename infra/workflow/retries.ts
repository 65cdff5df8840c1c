import type { Retrier } from "./states-language.ts";

/**
 * Failures that pass by themselves. Named one by one: retrying `States.ALL` would repeat bugs, and would swallow the names
 * by which a wait is ended.
 */
const transient = {
  lambda: [
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
    "Lambda.Unknown",
    "Sandbox.Timedout",
    // What the function itself reports when the table is out of breath.
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "RequestLimitExceeded",
    "InternalServerError",
    "TransactionConflictException",
  ],
  dynamodb: [
    "DynamoDb.ProvisionedThroughputExceededException",
    "DynamoDb.ThrottlingException",
    "DynamoDb.RequestLimitExceededException",
    "DynamoDb.InternalServerErrorException",
    "DynamoDb.SdkClientException",
  ],
} as const;

const backoff = { IntervalSeconds: 2, BackoffRate: 2, JitterStrategy: "FULL" } as const;

/** About five minutes in all: then the lead goes to the pool, where people see it. */
export function retryMinutes(service: keyof typeof transient): readonly Retrier[] {
  return [{ ErrorEquals: transient[service], ...backoff, MaxAttempts: 8, MaxDelaySeconds: 120 }];
}

/** About ten hours in all, for the step behind which there is no other. */
export function retryHours(service: keyof typeof transient): readonly Retrier[] {
  return [{ ErrorEquals: transient[service], ...backoff, MaxAttempts: 21, MaxDelaySeconds: 3600 }];
}
