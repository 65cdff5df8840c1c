import { randomUUID } from "node:crypto";
import { listOf, type QueryInput, type QueryOperation, queryService } from "../aws-endpoint/query-protocol.ts";
import { AwsError, type AwsHandler, type AwsRequest } from "../aws-endpoint/request.ts";
import { leadsIn } from "../instruments/attribution.ts";
import type { Usage } from "../instruments/usage.ts";
import { patternSchema } from "../streams/filter-criteria.ts";
import { readMessage } from "./message.ts";
import type { Notifications, Target } from "./notifications.ts";
import { isPending, type Subscriptions } from "./subscriptions.ts";
import { protocolSchema } from "./topic-resource.ts";

interface Options {
  readonly notifications: Notifications;
  readonly subscriptions: Subscriptions;
  readonly usage: Usage;
}

const parameter = (input: QueryInput, name: string): string => {
  const value = input[name];
  if (typeof value !== "string") throw new AwsError("InvalidParameter", `Invalid parameter: ${name}`);
  return value;
};

function targetOf(input: QueryInput): Target {
  if (typeof input.PhoneNumber === "string") return { phoneNumber: input.PhoneNumber };
  const arn = parameter(input, input.TopicArn === undefined ? "TargetArn" : "TopicArn");
  return arn.includes(":endpoint/") ? { endpointArn: arn } : { topicArn: arn };
}

/** What SNS lists in the place of the ARN of a subscription that nobody has confirmed. */
const pending = "PendingConfirmation";

const defaultChannel = (target: Target): string =>
  "phoneNumber" in target ? "sms" : "endpointArn" in target ? "push" : "email";

/** SNS in its wire protocol. */
export function notificationService({ notifications, subscriptions, usage }: Options): AwsHandler {
  const publish = (target: Target, input: QueryInput, { body, caller }: AwsRequest): string => {
    const message = readMessage(input);
    const messageId = notifications.publish(target, message);
    usage.count("sns", message.attributes.channel?.Value ?? defaultChannel(target), { publishes: 1 });
    if (caller === undefined) usage.charge(leadsIn(body), { publishes: 1 });
    else caller.ledger.spend(JSON.stringify(message), { publishes: 1 });
    return messageId;
  };

  const publishBatch: QueryOperation = (input, request) => {
    const entries = listOf(input.PublishBatchRequestEntries, "member");
    const Successful = entries.map((entry) => ({
      Id: parameter(entry, "Id"),
      MessageId: publish(targetOf(input), entry, request),
    }));
    return { Successful, Failed: [] };
  };

  const filterFrom = (value: string | undefined) =>
    value === undefined || value === "" || value === "{}" ? undefined : patternSchema.parse(JSON.parse(value));

  const subscribe: QueryOperation = (input) => {
    const attributes = new Map(
      listOf(input.Attributes, "entry").map((entry) => [parameter(entry, "key"), parameter(entry, "value")]),
    );
    const filter = filterFrom(attributes.get("FilterPolicy"));
    const added = subscriptions.add({
      TopicArn: parameter(input, "TopicArn"),
      Protocol: protocolSchema.parse(input.Protocol),
      Endpoint: parameter(input, "Endpoint"),
      ...(filter === undefined ? {} : { FilterPolicy: filter }),
      FilterPolicyScope: attributes.get("FilterPolicyScope") === "MessageBody" ? "MessageBody" : "MessageAttributes",
      RawMessageDelivery: attributes.get("RawMessageDelivery") === "true",
    });
    return { SubscriptionArn: isPending(added) ? "pending confirmation" : added.arn };
  };

  return queryService({
    Publish: (input, request) => ({ MessageId: publish(targetOf(input), input, request) }),
    PublishBatch: publishBatch,
    Subscribe: subscribe,
    Unsubscribe: (input) => {
      subscriptions.remove(parameter(input, "SubscriptionArn"));
      return {};
    },
    SetSubscriptionAttributes: (input) => {
      const arn = parameter(input, "SubscriptionArn");
      if (subscriptions.find(arn) === undefined) throw new AwsError("NotFound", "Subscription does not exist", 404);
      if (input.AttributeName !== "FilterPolicy")
        throw new AwsError("InvalidParameter", "Only FilterPolicy can be set");
      const value = input.AttributeValue;
      subscriptions.setFilter(arn, filterFrom(typeof value === "string" ? value : undefined));
      return {};
    },
    ListSubscriptionsByTopic: (input) => ({
      Subscriptions: subscriptions.ofTopic(parameter(input, "TopicArn")).map((each) => ({
        SubscriptionArn: isPending(each) ? pending : each.arn,
        ...{ Protocol: each.Protocol, Endpoint: each.Endpoint, TopicArn: each.TopicArn },
      })),
    }),
    CreatePlatformEndpoint: (input) => {
      const application = parameter(input, "PlatformApplicationArn");
      return { EndpointArn: `${application.replace(":app/", ":endpoint/")}/${randomUUID()}` };
    },
    DeleteEndpoint: () => ({}),
    CheckIfPhoneNumberIsOptedOut: () => ({ isOptedOut: "false" }),
  });
}
