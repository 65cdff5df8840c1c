import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { BuyerMail, BuyerMailPort } from "../usecases/ports/webhook-port.ts";
import { mailSubscribers } from "./mail-subscribers.ts";

/** E-mail to buyers through the mail topic: each address has an own subscription there, which filters on it. */
export function createBuyerMail(mailTopicArn: string, client = new SNSClient()): BuyerMailPort {
  return {
    confirmed: async (addresses) => {
      const confirmed = new Set<string>();
      if (addresses.length === 0) return confirmed;
      for await (const { address, arn } of mailSubscribers(client, mailTopicArn)) {
        if (arn !== undefined && addresses.includes(address)) confirmed.add(address);
        if (confirmed.size === addresses.length) break;
      }
      return confirmed;
    },
    send: async (mail) => {
      await client.send(
        new PublishCommand({
          TopicArn: mailTopicArn,
          // SNS takes subjects of one line and less than 100 characters.
          Subject: mail.subject.replace(/\s+/g, " ").trim().slice(0, 99),
          Message: mail.text,
          MessageAttributes: attributesOf(mail),
        }),
      );
    },
  };
}

function attributesOf({ buyerId, address, leadId, link }: BuyerMail) {
  const about = { kind: "share", agentId: buyerId, to: address, leadId, link };
  return Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, { DataType: "String", StringValue: value }]),
  );
}
