import {
  FilterPolicyLimitExceededException,
  InvalidParameterException,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test, vi } from "vitest";
import { createBuyerMail } from "../../../shared/clients/buyer-mail.ts";
import { createMailSubscriptions } from "../../../shared/clients/mail-subscriptions.ts";

const client = new SNSClient({ region: "eu-central-1" });
const sns = mockClient(client);
const mailTopicArn = "arn:aws:sns:r:a:Mail";
const leaderTopicArn = "arn:aws:sns:r:a:Leader";
const subscriptions = createMailSubscriptions({ mailTopicArn, leaderTopicArn }, client);
const email = "anna@example.com";
const row = (Endpoint: string, SubscriptionArn: string) => ({ Protocol: "email", Endpoint, SubscriptionArn });

beforeEach(() => {
  sns.reset();
  sns.on(SubscribeCommand).resolves({});
  sns.on(UnsubscribeCommand).resolves({});
  sns.on(SetSubscriptionAttributesCommand).resolves({});
  sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [] });
});

function subscribed() {
  return sns.commandCalls(SubscribeCommand).map((call) => call.args[0].input);
}

test("an agent's address is filtered to the agent", async () => {
  await subscriptions.subscribe({ agentId: "anna", email, leads: [] });
  const Attributes = { FilterPolicy: JSON.stringify({ agentId: ["anna"] }) };
  expect(subscribed()).toEqual([{ TopicArn: mailTopicArn, Protocol: "email", Endpoint: email, Attributes }]);
});

test("a leader's address is also filtered to the teams led", async () => {
  await subscriptions.subscribe({ agentId: "anna", email, leads: ["nord", "berlin"] });
  const Attributes = { FilterPolicy: JSON.stringify({ teamId: ["berlin", "nord"] }) };
  expect(subscribed()[1]).toEqual({ TopicArn: leaderTopicArn, Protocol: "email", Endpoint: email, Attributes });
});

test("a used-up quota of filters, or one too long, is told and holds nothing up; any other error is one", async () => {
  const onMailRefused = vi.fn();
  const told = createMailSubscriptions({ mailTopicArn, leaderTopicArn, onMailRefused }, client);
  const subscribe = () => told.subscribe({ agentId: "anna", email, leads: ["berlin"] });
  const full = new FilterPolicyLimitExceededException({ message: "200 filters", $metadata: {} });
  const message = "Invalid parameter: FilterPolicy: Filter policy is too complex";
  const tooLong = new InvalidParameterException({ message, $metadata: {} });
  sns.on(SubscribeCommand, { TopicArn: mailTopicArn }).rejects(full);
  sns.on(SubscribeCommand, { TopicArn: leaderTopicArn }).rejects(tooLong);
  await subscribe();
  expect(onMailRefused.mock.calls).toEqual([[full], [tooLong]]);
  sns.on(SubscribeCommand).rejects(new InvalidParameterException({ message: "Invalid address", $metadata: {} }));
  await expect(subscribe()).rejects.toThrow("Invalid address");
});

test("who leads no team any more leaves the leaders' topic", async () => {
  sns
    .on(ListSubscriptionsByTopicCommand, { TopicArn: leaderTopicArn })
    .resolves({ Subscriptions: [row("bernd@example.com", "arn:1"), row(email, "arn:2")] });
  await subscriptions.subscribe({ agentId: "anna", email, leads: [] });
  expect(sns.commandCalls(UnsubscribeCommand).map((call) => call.args[0].input)).toEqual([
    { SubscriptionArn: "arn:2" },
  ]);
});

test("other teams change the filter of the subscription that is there, found on any page", async () => {
  const message = "Invalid parameter: Attributes Reason: Subscription already exists with different attributes";
  sns
    .on(SubscribeCommand, { TopicArn: leaderTopicArn })
    .rejects(new InvalidParameterException({ message, $metadata: {} }));
  sns
    .on(ListSubscriptionsByTopicCommand, { TopicArn: leaderTopicArn })
    .resolves({ Subscriptions: [row("bernd@example.com", "arn:1")], NextToken: "2" })
    .on(ListSubscriptionsByTopicCommand, { TopicArn: leaderTopicArn, NextToken: "2" })
    .resolves({ Subscriptions: [row(email, "arn:2")] });
  await subscriptions.subscribe({ agentId: "anna", email, leads: ["berlin"] });
  expect(sns.commandCalls(SetSubscriptionAttributesCommand).map((call) => call.args[0].input)).toEqual([
    {
      SubscriptionArn: "arn:2",
      AttributeName: "FilterPolicy",
      AttributeValue: JSON.stringify({ teamId: ["berlin"] }),
    },
  ]);
});

test("an address that was never confirmed is left to lapse", async () => {
  sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [row(email, "PendingConfirmation")] });
  await subscriptions.unsubscribe(email);
  expect(sns.commandCalls(UnsubscribeCommand)).toEqual([]);
});

test("an address that is nobody's any more leaves both topics", async () => {
  sns
    .on(ListSubscriptionsByTopicCommand, { TopicArn: mailTopicArn })
    .resolves({ Subscriptions: [row(email, "arn:1")] })
    .on(ListSubscriptionsByTopicCommand, { TopicArn: leaderTopicArn })
    .resolves({ Subscriptions: [row(email, "arn:2")] });
  await subscriptions.unsubscribe(email);
  const removed = sns.commandCalls(UnsubscribeCommand).map((call) => call.args[0].input.SubscriptionArn);
  expect(removed).toEqual(["arn:1", "arn:2"]);
});

test("other refusals are errors", async () => {
  sns.on(SubscribeCommand).rejects(new InvalidParameterException({ message: "Invalid email", $metadata: {} }));
  await expect(subscriptions.subscribe({ agentId: "anna", email, leads: [] })).rejects.toThrow("Invalid email");
});

test("an address takes mail once it is confirmed, and no longer when it is unsubscribed", async () => {
  const { confirmed } = createBuyerMail(mailTopicArn, client);
  sns
    .on(ListSubscriptionsByTopicCommand, { TopicArn: mailTopicArn })
    .resolves({ Subscriptions: [row("a@example.com", "PendingConfirmation")], NextToken: "2" })
    .on(ListSubscriptionsByTopicCommand, { TopicArn: mailTopicArn, NextToken: "2" })
    .resolves({ Subscriptions: [row("b@example.com", "arn:aws:sns:r:a:Mail:1"), row("c@example.com", "Deleted")] });
  const asked = ["a", "b", "c", "d"].map((name) => `${name}@example.com`);
  expect([...(await confirmed(asked))]).toEqual(["b@example.com"]);
});

test("whoever is asked about nobody asks nobody", async () => {
  expect((await createBuyerMail(mailTopicArn, client).confirmed([])).size).toBe(0);
  expect(sns.commandCalls(ListSubscriptionsByTopicCommand)).toEqual([]);
});
