import {
  InvalidParameterException,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import type { NotifierPort } from "../usecases/ports/notifier-port.ts";
import { mailSubscribers } from "./mail-subscribers.ts";

export interface MailTopics {
  readonly mailTopicArn: string;
  readonly leaderTopicArn: string;
}

type FilterPolicy = Readonly<Record<string, readonly string[]>>;

/**
 * Who gets which e-mail: each address is subscribed once to the agents' topic, filtered to its agent, and to the leaders'
 * topic while it leads teams, filtered to them. SNS asks the person to confirm.
 */
export function createMailSubscriptions(
  { mailTopicArn, leaderTopicArn }: MailTopics,
  client: SNSClient,
): Pick<NotifierPort, "subscribe" | "subscribeContact" | "unsubscribe"> {
  async function subscribe(TopicArn: string, email: string, filter: FilterPolicy): Promise<void> {
    const FilterPolicy = JSON.stringify(filter);
    try {
      await client.send(
        new SubscribeCommand({ TopicArn, Protocol: "email", Endpoint: email, Attributes: { FilterPolicy } }),
      );
    } catch (error) {
      if (!isOtherFilter(error)) throw error;
      const SubscriptionArn = await find(TopicArn, email);
      if (SubscriptionArn === undefined) return;
      await client.send(
        new SetSubscriptionAttributesCommand({
          SubscriptionArn,
          AttributeName: "FilterPolicy",
          AttributeValue: FilterPolicy,
        }),
      );
    }
  }

  async function unsubscribe(TopicArn: string, email: string): Promise<void> {
    const SubscriptionArn = await find(TopicArn, email);
    if (SubscriptionArn !== undefined) await client.send(new UnsubscribeCommand({ SubscriptionArn }));
  }

  /** The ARN of a confirmed subscription; one that waits for confirmation has none and lapses by itself. */
  async function find(TopicArn: string, email: string): Promise<string | undefined> {
    for await (const { address, arn } of mailSubscribers(client, TopicArn)) if (address === email) return arn;
    return undefined;
  }

  return {
    subscribeContact: (email) => subscribe(mailTopicArn, email, { to: [email] }),
    subscribe: async ({ agentId, email, leads }) => {
      await subscribe(mailTopicArn, email, { agentId: [agentId] });
      if (leads.length > 0) await subscribe(leaderTopicArn, email, { teamId: [...leads].sort() });
      else await unsubscribe(leaderTopicArn, email);
    },
    unsubscribe: async (email) => {
      await unsubscribe(mailTopicArn, email);
      await unsubscribe(leaderTopicArn, email);
    },
  };
}

/** SNS refuses to change a subscription by subscribing again. */
function isOtherFilter(error: unknown): boolean {
  return error instanceof InvalidParameterException && /already exists with different attributes/.test(error.message);
}
