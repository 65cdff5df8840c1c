import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Cloud } from "../cloud.ts";
import { Problem, parse } from "./problem.ts";

const smsSchema = z.strictObject({ from: z.string().min(1), text: z.string() });

/** The output of the template that names the topic on which AWS End User Messaging publishes replies. */
const topicOutput = /^InboundSmsTopicArn/;

const ownNumber = "+491713920099";

/** An SMS from an agent's telephone, as End User Messaging hands it to the topic. */
export async function receiveSms(
  { template, messaging, settle }: Cloud,
  body: unknown,
): Promise<{ messageId: string }> {
  const { from, text } = parse(smsSchema, body);
  const [, topicArn] = Object.entries(template.outputs).find(([name]) => topicOutput.test(name)) ?? [];
  if (typeof topicArn !== "string")
    throw new Problem(409, "This stage has no output InboundSmsTopicArn: no two-way SMS.");
  const payload = JSON.stringify({
    originationNumber: from,
    destinationNumber: ownNumber,
    messageKeyword: "KEYWORD_LOCAL",
    messageBody: text,
    inboundMessageId: randomUUID(),
    previousPublishedMessageId: randomUUID(),
  });
  const message = { text: payload, subject: undefined, structured: false, attributes: {} };
  const messageId = messaging.notifications.publish({ topicArn }, message);
  await settle();
  return { messageId };
}
