import { ListSubscriptionsByTopicCommand, type SNSClient } from "@aws-sdk/client-sns";

interface MailSubscriber {
  readonly address: string;
  /** Of a confirmed subscription; SNS keeps quiet about those that nobody has confirmed yet. */
  readonly arn: string | undefined;
}

/** Everybody who is subscribed to the topic by e-mail, confirmed or not: a request for each hundred. */
export async function* mailSubscribers(client: SNSClient, TopicArn: string): AsyncGenerator<MailSubscriber, void> {
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }));
    for (const { Protocol, Endpoint, SubscriptionArn } of page.Subscriptions ?? []) {
      if (Protocol !== "email" || Endpoint === undefined) continue;
      yield { address: Endpoint, arn: SubscriptionArn?.startsWith("arn:") ? SubscriptionArn : undefined };
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
}
