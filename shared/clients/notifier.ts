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
import type { Notice, NotifierPort } from "../usecases/ports/notifier-port.ts";
import { createMailSubscriptions, type MailTopics } from "./mail-subscriptions.ts";
import { pushMessage } from "./push-message.ts";

export interface NotifierSettings extends MailTopics {
  /** Sender's name on an SMS, where the country shows one. At most 11 letters and digits. */
  readonly smsSenderId?: string | undefined;
  /** Most USD that one SMS may cost; dearer ones are not sent. */
  readonly smsMaxPrice?: string | undefined;
}

/** Notices by SNS: SMS, mobile push, and e-mail through the two topics. */
export function createNotifier(settings: NotifierSettings, client = new SNSClient()): NotifierPort {
  const subscriptions = createMailSubscriptions(settings, client);

  /** SNS takes a message to somebody who replied STOP, and drops it: only asking beforehand tells. */
  async function refuses({ channel, to }: Notice): Promise<boolean> {
    if (channel !== "sms") return false;
    const { isOptedOut = false } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: to }));
    return isOptedOut;
  }

  return {
    send: async (notice) => {
      try {
        if (await refuses(notice)) return false;
        await client.send(new PublishCommand(publication(settings, notice)));
        return true;
      } catch (error) {
        if (isUnreachable(error)) return false;
        throw error;
      }
    },
    ...subscriptions,
  };
}

/** Errors that a later try would meet again: a disabled or deleted endpoint, a number that no SMS can reach. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof InvalidParameterException) return /PhoneNumber|TargetArn/i.test(error.message);
  return (
    error instanceof EndpointDisabledException ||
    error instanceof PlatformApplicationDisabledException ||
    (error instanceof NotFoundException && !/topic/i.test(error.message))
  );
}

function publication(settings: NotifierSettings, notice: Notice): PublishCommandInput {
  const MessageAttributes = describing(notice);
  switch (notice.channel) {
    case "sms":
      return {
        PhoneNumber: notice.to,
        Message: notice.text,
        MessageAttributes: { ...MessageAttributes, ...smsSettings(settings) },
      };
    case "push":
      return { TargetArn: notice.to, MessageStructure: "json", Message: pushMessage(notice), MessageAttributes };
    case "email":
      return { TopicArn: settings.mailTopicArn, ...mail(notice), MessageAttributes };
    case "leader":
      return { TopicArn: settings.leaderTopicArn, ...mail(notice), MessageAttributes };
    default:
      return notice.channel satisfies never;
  }
}

/** SNS takes subjects of one line and less than 100 characters. */
function mail({ subject, text }: Notice): { readonly Message: string; readonly Subject?: string } {
  const line = subject?.replace(/\s+/g, " ").trim().slice(0, 99);
  return { Message: text, ...(line && { Subject: line }) };
}

type Attributes = NonNullable<PublishCommandInput["MessageAttributes"]>;

/** What the notice is about: subscriptions filter on it, and whoever follows the messages can tell them apart. */
function describing({ channel, to, kind, agentId, teamId, leadId, link }: Notice): Attributes {
  const leaderId = channel === "leader" ? agentId : undefined;
  const known = Object.entries({ kind, to, agentId, teamId, leaderId, leadId, link });
  return Object.fromEntries(known.flatMap(([name, value]) => (value ? [[name, text(value)]] : [])));
}

/** Transactional: the network's most reliable route. */
function smsSettings({ smsSenderId, smsMaxPrice }: NotifierSettings): Attributes {
  return {
    "AWS.SNS.SMS.SMSType": text("Transactional"),
    ...(smsSenderId && { "AWS.SNS.SMS.SenderID": text(smsSenderId) }),
    ...(smsMaxPrice && { "AWS.SNS.SMS.MaxPrice": { DataType: "Number", StringValue: smsMaxPrice } }),
  };
}

function text(value: string): Attributes[string] {
  return { DataType: "String", StringValue: value };
}
