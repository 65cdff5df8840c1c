import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { BuyerMail, BuyerMailPort } from "../usecases/webhook-port.ts";

/** E-mail to buyers through the mail topic: each has an own subscription there, which filters on the recipient's id. */
export function createBuyerMail(mailTopicArn: string, client = new SNSClient()): BuyerMailPort {
  return {
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
