import { randomUUID } from "node:crypto";
import { matchesPattern, type Pattern } from "../streams/filter-criteria.ts";
import { filterable, type Message } from "./message.ts";
import type { SubscriptionProperties } from "./topic-resource.ts";

export interface Subscription extends SubscriptionProperties {
  readonly arn: string;
}

/**
 * Whether nobody has confirmed the subscription. Addresses are confirmed at once here, where nobody reads the mail that
 * asks for it; but those at `unconfirmed.example` never are, so that what follows can be seen.
 */
export function isPending({ Protocol, Endpoint }: SubscriptionProperties): boolean {
  return Protocol === "email" && Endpoint.endsWith("@unconfirmed.example");
}

/** Who gets what is published to a topic: the template's subscriptions and those made by `Subscribe`. */
export interface Subscriptions {
  readonly add: (properties: SubscriptionProperties) => Subscription;
  readonly remove: (arn: string) => void;
  readonly ofTopic: (topicArn: string) => readonly Subscription[];
  readonly find: (arn: string) => Subscription | undefined;
  readonly setFilter: (arn: string, filter: Pattern | undefined) => void;
  /** Back to the template's own. */
  readonly reset: () => void;
}

export function createSubscriptions(given: readonly SubscriptionProperties[]): Subscriptions {
  const stored = new Map<string, Subscription>();
  const add = (properties: SubscriptionProperties): Subscription => {
    const same = [...stored.values()].find(
      ({ TopicArn, Protocol, Endpoint }) =>
        TopicArn === properties.TopicArn && Protocol === properties.Protocol && Endpoint === properties.Endpoint,
    );
    const subscription = { ...properties, arn: same?.arn ?? `${properties.TopicArn}:${randomUUID()}` };
    stored.set(subscription.arn, subscription);
    return subscription;
  };
  const reset = (): void => {
    stored.clear();
    for (const properties of given) add(properties);
  };
  reset();
  return {
    add,
    reset,
    remove: (arn) => void stored.delete(arn),
    ofTopic: (topicArn) => [...stored.values()].filter(({ TopicArn }) => TopicArn === topicArn),
    find: (arn) => stored.get(arn),
    setFilter: (arn, FilterPolicy) => {
      const { FilterPolicy: _, ...rest } = stored.get(arn) ?? {};
      if ("arn" in rest) stored.set(arn, FilterPolicy === undefined ? rest : { ...rest, FilterPolicy });
    },
  };
}

/** Whether a subscription is confirmed, and its filter policy lets a message through. */
export function passes(subscription: Subscription, message: Message): boolean {
  const { FilterPolicy, FilterPolicyScope } = subscription;
  if (isPending(subscription)) return false;
  if (FilterPolicy === undefined) return true;
  const subject = FilterPolicyScope === "MessageBody" ? JSON.parse(message.text) : filterable(message);
  return matchesPattern(FilterPolicy, subject);
}
