import {
  FilterPolicyLimitExceededException,
  InvalidParameterException,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  SubscriptionLimitExceededException,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import type { NotifierPort } from "../usecases/ports/notifier-port.ts";
import { mailSubscribers } from "./mail-subscribers.ts";

export interface MailTopics {
  /** Agents' e-mail; each subscription filters on its agent. */
  readonly mailTopicArn: string;
  /** Leaders' e-mail; each subscription filters on the teams led. */
  readonly leaderTopicArn: string;
  /** Told when SNS takes no more subscriptions, or none so long; nobody gets e-mail by this one. */
  readonly onMailRefused?: ((error: Error) => void) | undefined;
}

type FilterPolicy = Readonly<Record<string, readonly string[]>>;

/**
 * Who gets which e-mail: each address is subscribed once to the agents' topic, filtered to its agent, and to the leaders'
 * topic while it leads teams, filtered to them. SNS asks the person to confirm. An account's quota of filters is no error
 * of this change: it would fail for hours, and hold up what comes after it.
 */
export function createMailSubscriptions(
  { mailTopicArn, leaderTopicArn, onMailRefused }: MailTopics,
  client: SNSClient,
): Pick<NotifierPort, "subscribe" | "subscribeContact" | "unsubscribe"> {
  async function subscribe(TopicArn: string, email: string, filter: FilterPolicy): Promise<void> {
    try {
      await subscribeFiltered(TopicArn, email, JSON.stringify(filter));
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      onMailRefused?.(error);
    }
  }

  async function subscribeFiltered(TopicArn: string, email: string, FilterPolicy: string): Promise<void> {
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

/** The account's or topic's quota is used up (200 filters a topic until raised), or a leader has too many teams for one filter. */
function isRefusedForGood(error: unknown): error is Error {
  return (
    error instanceof FilterPolicyLimitExceededException ||
    error instanceof SubscriptionLimitExceededException ||
    (error instanceof InvalidParameterException && /FilterPolicy/.test(error.message) && !isOtherFilter(error))
  );
}
