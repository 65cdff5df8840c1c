import {
  CheckIfPhoneNumberIsOptedOutCommand,
  EndpointDisabledException,
  InvalidParameterException,
  NotFoundException,
  PlatformApplicationDisabledException,
  PublishCommand,
  type PublishCommandInput,
  SNSClient,
} from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { createNotifier } from "../../../shared/clients/notifier.ts";
import type { Notice } from "../../../shared/usecases/ports/notifier-port.ts";

const client = new SNSClient({ region: "eu-central-1" });
const sns = mockClient(client);
const topics = { mailTopicArn: "arn:aws:sns:r:a:Mail", leaderTopicArn: "arn:aws:sns:r:a:Leader" };
const about = {
  kind: "offer",
  agentId: "anna",
  leadId: "ld_01KAR4Q5ZG0000000000000001",
  link: "https://fairlead.example/o/t",
  text: "A new lead",
};
const sms: Notice = { channel: "sms", to: "+4915112345678", ...about };
const push: Notice = { channel: "push", to: "arn:aws:sns:r:a:endpoint/GCM/app/1", subject: "New lead", ...about };
const string = (StringValue: string) => ({ DataType: "String", StringValue });
const failure = (message = "") => ({ message, $metadata: {} });

beforeEach(() => {
  sns.reset();
  sns.on(CheckIfPhoneNumberIsOptedOutCommand).resolves({ isOptedOut: false });
  sns.on(PublishCommand).resolves({ MessageId: "1" });
});

function published(): PublishCommandInput | undefined {
  return sns.commandCalls(PublishCommand)[0]?.args[0].input;
}

describe("an SMS", () => {
  test("goes out as transactional, with what it is about", async () => {
    expect(await createNotifier(topics, client).send(sms)).toBe(true);
    expect(published()).toEqual({
      PhoneNumber: sms.to,
      Message: sms.text,
      MessageAttributes: {
        kind: string("offer"),
        to: string(sms.to),
        agentId: string("anna"),
        leadId: string(about.leadId),
        link: string(about.link),
        "AWS.SNS.SMS.SMSType": string("Transactional"),
      },
    });
  });

  test("names the sender and the most it may cost, where configured", async () => {
    await createNotifier({ ...topics, smsSenderId: "Makler", smsMaxPrice: "0.10" }, client).send(sms);
    expect(published()?.MessageAttributes).toMatchObject({
      "AWS.SNS.SMS.SenderID": string("Makler"),
      "AWS.SNS.SMS.MaxPrice": { DataType: "Number", StringValue: "0.10" },
    });
  });

  test("is refused for a number that opted out: SNS would take and drop it", async () => {
    sns.on(CheckIfPhoneNumberIsOptedOutCommand, { phoneNumber: sms.to }).resolves({ isOptedOut: true });
    expect(await createNotifier(topics, client).send(sms)).toBe(false);
    expect(published()).toBeUndefined();
  });

  test("is refused for a number that no SMS can reach", async () => {
    const message = "Invalid parameter: PhoneNumber Reason: +49151 is not valid to publish to";
    sns.on(PublishCommand).rejects(new InvalidParameterException(failure(message)));
    expect(await createNotifier(topics, client).send(sms)).toBe(false);
  });

  test("fails loudly when the message itself is wrong", async () => {
    sns.on(PublishCommand).rejects(new InvalidParameterException(failure("Invalid parameter: Message too long")));
    await expect(createNotifier(topics, client).send(sms)).rejects.toThrow("Message too long");
  });
});

describe("a push", () => {
  test("has a payload for each platform", async () => {
    expect(await createNotifier(topics, client).send(push)).toBe(true);
    const { TargetArn, MessageStructure, Message = "" } = published() ?? {};
    expect([TargetArn, MessageStructure]).toEqual([push.to, "json"]);
    const message: Record<string, string> = JSON.parse(Message);
    const data = { kind: "offer", leadId: about.leadId, link: about.link };
    expect(message.default).toBe(about.text);
    expect(JSON.parse(message.APNS ?? "")).toEqual({
      aps: { alert: { title: "New lead", body: about.text }, sound: "default" },
      ...data,
    });
    expect(message.APNS_SANDBOX).toBe(message.APNS);
    expect(JSON.parse(message.GCM ?? "")).toEqual({
      fcmV1Message: {
        message: { notification: { title: "New lead", body: about.text }, data, android: { priority: "high" } },
      },
    });
  });

  test.each([
    ["a disabled endpoint", new EndpointDisabledException(failure("Endpoint is disabled"))],
    ["a deleted endpoint", new NotFoundException(failure("Endpoint does not exist"))],
    ["an app switched off", new PlatformApplicationDisabledException(failure())],
    ["no endpoint at all", new InvalidParameterException(failure("Invalid parameter: TargetArn Reason: none"))],
  ])("is refused by %s", async (_, error) => {
    sns.on(PublishCommand).rejects(error);
    expect(await createNotifier(topics, client).send(push)).toBe(false);
  });

  test("fails loudly when SNS is out of order", async () => {
    sns.on(PublishCommand).rejects(new Error("InternalError"));
    await expect(createNotifier(topics, client).send(push)).rejects.toThrow("InternalError");
  });
});

describe("an e-mail", () => {
  test("goes to the mail topic with a subject of one line", async () => {
    const subject = `New lead\n${"x".repeat(200)}`;
    await createNotifier(topics, client).send({ channel: "email", to: "anna@example.com", ...about, subject });
    expect(published()).toMatchObject({
      TopicArn: topics.mailTopicArn,
      Message: about.text,
      Subject: `New lead ${"x".repeat(90)}`,
      MessageAttributes: { agentId: string("anna"), to: string("anna@example.com") },
    });
  });

  test("to leaders goes to their topic, by team", async () => {
    await createNotifier(topics, client).send({ channel: "leader", to: "berlin", teamId: "berlin", ...about });
    expect(published()).toMatchObject({
      TopicArn: topics.leaderTopicArn,
      MessageAttributes: { teamId: string("berlin"), leaderId: string("anna") },
    });
  });

  test("fails loudly when the topic is gone", async () => {
    sns.on(PublishCommand).rejects(new NotFoundException(failure("Topic does not exist")));
    const notice: Notice = { channel: "email", to: "anna@example.com", ...about };
    await expect(createNotifier(topics, client).send(notice)).rejects.toThrow("Topic does not exist");
  });
});
