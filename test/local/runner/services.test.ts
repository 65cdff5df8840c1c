import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import {
  CreatePlatformEndpointCommand,
  ListSubscriptionsByTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from "@aws-sdk/client-sns";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { credentials, type Items, type RunningFixture, region, runFixture } from "./running-fixture.ts";

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await runFixture();
});
afterAll(() => fixture.stop());
beforeEach(async () => {
  await fixture.call("POST", "/_local/reset", { empty: true });
});

type Outbox = Items<{ text: string; channel: string; to: string }>;
const outbox = async () => (await fixture.call<Outbox>("GET", "/_local/outbox")).body.items;
const config = () => ({ endpoint: fixture.product.cloud.awsEndpoint, region, credentials });
const text = (StringValue: string) => ({ DataType: "String", StringValue });
const TopicArn = "arn:aws:sns:eu-central-1:123456789012:demo-Mail";

describe("SNS, through its unmodified client", () => {
  it("puts SMS, with their settings, into the outbox", async () => {
    await new SNSClient(config()).send(
      new PublishCommand({
        PhoneNumber: "+491713920012",
        Message: "Neuer Lead <Mia> & Co",
        MessageAttributes: {
          "AWS.SNS.SMS.MaxPrice": text("0.10"),
          agentId: text("anna"),
          leadId: text("ld_1"),
          kind: text("offer"),
          link: text("http://x/o/1"),
        },
      }),
    );
    expect(await outbox()).toEqual([
      {
        at: expect.any(String),
        channel: "sms",
        to: "+491713920012",
        agentId: "anna",
        leadId: "ld_1",
        kind: "offer",
        text: "Neuer Lead <Mia> & Co",
        link: "http://x/o/1",
        settings: { MaxPrice: "0.10" },
      },
    ]);
  });

  it("mails those subscribers whose filter lets the message through", async () => {
    const sns = new SNSClient(config());
    for (const agentId of ["anna", "ben"]) {
      const Attributes = { FilterPolicy: JSON.stringify({ agentId: [agentId] }) };
      const Endpoint = `${agentId}@example.com`;
      await sns.send(
        new SubscribeCommand({ TopicArn, Protocol: "email", Endpoint, Attributes, ReturnSubscriptionArn: true }),
      );
    }
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    expect(Subscriptions?.map(({ Endpoint }) => Endpoint)).toEqual(["anna@example.com", "ben@example.com"]);
    await sns.send(new PublishCommand({ TopicArn, Message: "Hello", MessageAttributes: { agentId: text("ben") } }));
    expect(await outbox()).toMatchObject([{ channel: "email", to: "ben@example.com", text: "Hello" }]);
  });

  it("never confirms addresses at unconfirmed.example: they are listed as pending and get nothing", async () => {
    const sns = new SNSClient(config());
    const Endpoint = "shop@unconfirmed.example";
    const made = await sns.send(new SubscribeCommand({ TopicArn, Protocol: "email", Endpoint }));
    expect(made.SubscriptionArn).toBe("pending confirmation");
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    expect(Subscriptions).toMatchObject([{ Endpoint, SubscriptionArn: "PendingConfirmation" }]);
    await sns.send(new PublishCommand({ TopicArn, Message: "Hello" }));
    expect(await outbox()).toEqual([]);
  });

  it("writes to the room a message for a chat names, and to nobody who has not subscribed", async () => {
    await new SNSClient(config()).send(
      new PublishBatchCommand({
        TopicArn,
        PublishBatchRequestEntries: [
          { Id: "1", Message: "a", MessageAttributes: { to: text("lena@example.com") } },
          { Id: "2", Message: "b", MessageAttributes: { to: text("#sales"), channel: text("chat") } },
        ],
      }),
    );
    expect((await outbox()).map(({ channel, to }) => [channel, to])).toEqual([["chat", "#sales"]]);
    expect((await fixture.usage()).total.sns).toEqual({ publishes: 2, byChannel: { email: 1, chat: 1 } });
  });

  it("pushes to a device's endpoint, text taken from the JSON structure", async () => {
    const sns = new SNSClient(config());
    const PlatformApplicationArn = "arn:aws:sns:eu-central-1:123456789012:app/GCM/fairlead";
    const { EndpointArn } = await sns.send(new CreatePlatformEndpointCommand({ PlatformApplicationArn, Token: "t" }));
    const Message = JSON.stringify({ default: "New lead", GCM: "{}" });
    await sns.send(new PublishCommand({ TargetArn: EndpointArn, MessageStructure: "json", Message }));
    expect(await outbox()).toMatchObject([{ channel: "push", to: EndpointArn, text: "New lead" }]);
  });

  it("refuses an unknown topic and an empty message as AWS does", async () => {
    const sns = new SNSClient(config());
    await expect(sns.send(new PublishCommand({ TopicArn: `${TopicArn}x`, Message: "a" }))).rejects.toMatchObject({
      name: "NotFoundException",
    });
    await expect(sns.send(new PublishCommand({ TopicArn, Message: "" }))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  it("shows only what is at or after `since`", async () => {
    const sns = new SNSClient(config());
    await sns.send(new PublishCommand({ PhoneNumber: "+491713920012", Message: "early" }));
    const { body } = await fixture.call<{ now: string }>("POST", "/_local/clock", { advance: "PT1M" });
    await sns.send(new PublishCommand({ PhoneNumber: "+491713920012", Message: "late" }));
    const { body: since } = await fixture.call<Outbox>("GET", `/_local/outbox?since=${body.now}`);
    expect(since.items.map(({ text: told }) => told)).toEqual(["late"]);
    expect((await fixture.call("GET", "/_local/outbox?since=yesterday")).status).toBe(422);
  });
});

describe("Cognito and Secrets Manager, through their unmodified clients", () => {
  it("creates, finds and disables users", async () => {
    const cognito = new CognitoIdentityProviderClient(config());
    const user = { UserPoolId: "eu-central-1_demoDataPool", Username: "anna" };
    const UserAttributes = [
      { Name: "email", Value: "anna@example.com" },
      { Name: "email_verified", Value: "true" },
    ];
    await cognito.send(new AdminCreateUserCommand({ ...user, UserAttributes }));
    await expect(cognito.send(new AdminCreateUserCommand({ ...user, UserAttributes }))).rejects.toMatchObject({
      name: "UsernameExistsException",
    });
    await expect(
      cognito.send(new AdminCreateUserCommand({ ...user, Username: "other", UserAttributes })),
    ).rejects.toMatchObject({ name: "AliasExistsException" });
    await cognito.send(new AdminDisableUserCommand(user));
    expect(await cognito.send(new AdminGetUserCommand(user))).toMatchObject({ Username: "anna", Enabled: false });
    const Filter = 'email = "anna@example.com"';
    const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: user.UserPoolId, Filter }));
    expect(Users).toHaveLength(1);
    await expect(cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: "nobody" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("creates and reads secrets", async () => {
    const secrets = new SecretsManagerClient(config());
    await secrets.send(new CreateSecretCommand({ Name: "webhook/1", SecretString: "s3cret" }));
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: "webhook/1" }));
    expect(SecretString).toBe("s3cret");
    await expect(secrets.send(new GetSecretValueCommand({ SecretId: "none" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });
});
