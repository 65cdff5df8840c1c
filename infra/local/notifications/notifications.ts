import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-endpoint/request.ts";
import type { Channel, Outbox, OutboxItem } from "../instruments/outbox.ts";
import type { AsyncInvocations } from "../lambda/async-invocations.ts";
import type { Queues } from "../queues/queues.ts";
import { type Message, textFor } from "./message.ts";
import { passes, type Subscription, type Subscriptions } from "./subscriptions.ts";

/** Where a message goes: a topic, one telephone number, or one device. */
export type Target =
  | { readonly topicArn: string }
  | { readonly phoneNumber: string }
  | { readonly endpointArn: string };

/** SNS without leaving the machine: people's messages land in the outbox, functions and queues get theirs. */
export interface Notifications {
  /** Answers the message id; throws `AwsError` for an unknown topic. */
  readonly publish: (target: Target, message: Message) => string;
}

interface Options {
  readonly topics: readonly string[];
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly invocations: AsyncInvocations;
  readonly queues: Queues;
  readonly now: () => number;
}

export function createNotifications({
  topics,
  subscriptions,
  outbox,
  invocations,
  queues,
  now,
}: Options): Notifications {
  const deliver = (subscription: Subscription, message: Message, messageId: string): void => {
    const text = textFor(message, subscription.Protocol) ?? message.text;
    const envelope = envelopeOf(subscription, { ...message, text }, messageId, now());
    const { Protocol, Endpoint, RawMessageDelivery } = subscription;
    if (Protocol === "lambda") invocations.invoke(Endpoint, JSON.stringify(lambdaEvent(subscription, envelope)));
    else if (Protocol === "sqs") queues.send(Endpoint, RawMessageDelivery ? text : JSON.stringify(envelope));
    else outbox.add(item(channels[Protocol], Endpoint, text, message));
  };

  const publishToTopic = (topicArn: string, message: Message, messageId: string): void => {
    if (!topics.includes(topicArn)) throw new AwsError("NotFound", "Topic does not exist", 404);
    for (const subscription of subscriptions.ofTopic(topicArn)) {
      if (passes(subscription, message)) deliver(subscription, message, messageId);
    }
    // What a chat program would get has no subscription of its own: the message names the room.
    const { channel, to } = message.attributes;
    if (channel !== undefined && to !== undefined) outbox.add(item("chat", to.Value, message.text, message));
  };

  return {
    publish: (target, message) => {
      const messageId = randomUUID();
      if ("topicArn" in target) publishToTopic(target.topicArn, message, messageId);
      else if ("phoneNumber" in target) {
        outbox.add(item("sms", target.phoneNumber, textFor(message, "sms") ?? "", message));
      } else outbox.add(item("push", target.endpointArn, textFor(message, "default") ?? "", message));
      return messageId;
    },
  };
}

const channels = { email: "email", "email-json": "email", sms: "sms", application: "push" } as const;

const smsSetting = /^AWS\.(SNS|MM)\./;

/** The outbox entry of a message; the attributes our publisher sets name agent, lead, kind and link. */
function item(channel: Channel, to: string, text: string, { attributes }: Message): Omit<OutboxItem, "at"> {
  const value = (name: string): string | undefined => attributes[name]?.Value;
  const given = ["agentId", "leadId", "kind", "link"].flatMap((name) => {
    const found = value(name);
    return found === undefined ? [] : [[name, found]];
  });
  const settings = Object.entries(attributes).filter(([name]) => smsSetting.test(name));
  return {
    channel: channelNamed(value("channel")) ?? channel,
    to,
    text,
    ...Object.fromEntries(given),
    ...(settings.length === 0
      ? {}
      : { settings: Object.fromEntries(settings.map(([name, { Value }]) => [name.replace(/^.*\./, ""), Value])) }),
  };
}

const channelNamed = (name: string | undefined): Channel | undefined =>
  (["sms", "push", "email", "chat"] as const).find((channel) => channel === name);

function envelopeOf(subscription: Subscription, message: Message, messageId: string, at: number) {
  return {
    Type: "Notification",
    MessageId: messageId,
    TopicArn: subscription.TopicArn,
    Subject: message.subject ?? null,
    Message: message.text,
    Timestamp: new Date(at).toISOString(),
    SignatureVersion: "1",
    Signature: "local",
    SigningCertUrl: "local",
    UnsubscribeUrl: "local",
    MessageAttributes: message.attributes,
  };
}

const lambdaEvent = ({ arn }: Subscription, envelope: ReturnType<typeof envelopeOf>) => ({
  Records: [{ EventSource: "aws:sns", EventVersion: "1.0", EventSubscriptionArn: arn, Sns: envelope }],
});
