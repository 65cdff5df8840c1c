import { randomUUID } from "node:crypto";
import type { FailedInvocation } from "./lambda/async-invocations.ts";
import type { Notifications } from "./notifications/notifications.ts";
import type { Buckets } from "./objects/buckets.ts";
import type { Queues } from "./queues/queues.ts";

/** Puts what failed for good where the template says. */
export interface FailureDestinations {
  /** A stream batch: `record` is AWS's invocation record, `key` its name in a bucket. */
  readonly batch: (destination: string, record: string, key: string) => void;
  /** An asynchronous invocation, to a dead-letter queue or topic, a destination, or a bucket. */
  readonly invocation: (destination: string, failed: FailedInvocation) => void;
}

interface Options {
  readonly queues: Queues;
  readonly buckets: Buckets;
  readonly notifications: () => Notifications;
}

/** Destinations may be queues, buckets and topics; any other fails loudly. */
export function createFailureDestinations({ queues, buckets, notifications }: Options): FailureDestinations {
  const put = (destination: string, key: string, body: string, attributes: Readonly<Record<string, string>>): void => {
    if (queues.has(destination)) queues.send(destination, body, attributes);
    else if (buckets.has(destination)) buckets.put(destination, key, body);
    else if (destination.includes(":sns:")) {
      const message = { text: body, subject: undefined, structured: false, attributes: {} };
      notifications().publish({ topicArn: destination }, message);
    } else throw new Error(`The local runner cannot deliver a failure to ${destination}`);
  };
  return {
    batch: (destination, record, key) => put(destination, key, record, {}),
    invocation: (destination, { requestId, functionArn, event, error, attempts }) =>
      put(destination, `aws/lambda/async/${functionArn}/${randomUUID()}`, event, {
        RequestID: requestId,
        ErrorCode: error.errorType,
        ErrorMessage: error.errorMessage.slice(0, 1024),
        ApproximateInvokeCount: `${attempts}`,
      }),
  };
}
