import type { AwsHandler } from "../aws-endpoint/request.ts";
import { createFailureDestinations, type FailureDestinations } from "../failure-destinations.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { type AsyncInvocations, createAsyncInvocations } from "../lambda/async-invocations.ts";
import type { Functions } from "../lambda/functions.ts";
import { type Buckets, createBuckets } from "../objects/buckets.ts";
import { queuesOf } from "../queues/queue-resource.ts";
import { createQueues, type Queues } from "../queues/queues.ts";
import { queueService } from "../queues/service.ts";
import type { Template } from "../template/resources.ts";
import { createNotifications, type Notifications } from "./notifications.ts";
import { notificationService } from "./service.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { subscriptionsOf, topicsOf } from "./topic-resource.ts";

/** Everything that carries messages: topics, queues, asynchronous invocations, and where failures end up. */
export interface Messaging {
  readonly sns: AwsHandler;
  readonly sqs: AwsHandler;
  readonly notifications: Notifications;
  readonly invocations: AsyncInvocations;
  readonly destinations: FailureDestinations;
  readonly queues: Queues;
  readonly buckets: Buckets;
  readonly reset: () => void;
}

export function createMessaging(template: Template, functions: Functions, instruments: Instruments): Messaging {
  const { clock, outbox, usage } = instruments;
  const queues = createQueues(queuesOf(template), clock.now);
  const buckets = createBuckets(template, clock.now);
  const subscriptions = createSubscriptions(subscriptionsOf(template));
  const topics = topicsOf(template);
  const destinations = createFailureDestinations({ queues, buckets, notifications: () => notifications });
  const invocations = createAsyncInvocations({ functions, clock, onFailure: destinations.invocation });
  const notifications = createNotifications({ topics, subscriptions, outbox, invocations, queues, now: clock.now });
  return {
    sns: notificationService({ notifications, subscriptions, usage }),
    sqs: queueService(queues),
    notifications,
    invocations,
    destinations,
    queues,
    buckets,
    reset: () => {
      invocations.clear();
      queues.clear();
      buckets.clear();
      subscriptions.reset();
    },
  };
}
