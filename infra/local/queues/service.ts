import { createHash } from "node:crypto";
import * as z from "zod";
import { jsonService } from "../aws-endpoint/json-protocol.ts";
import type { AwsHandler } from "../aws-endpoint/request.ts";
import type { Queues } from "./queues.ts";

const attributesSchema = z
  .record(z.string(), z.object({ StringValue: z.string().default("") }))
  .default({})
  .transform((all) => Object.fromEntries(Object.entries(all).map(([name, { StringValue }]) => [name, StringValue])));

const sendSchema = z.object({ QueueUrl: z.string(), MessageBody: z.string(), MessageAttributes: attributesSchema });
const receiveSchema = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().default(1),
  VisibilityTimeout: z.number().optional(),
});
const deleteSchema = z.object({ QueueUrl: z.string(), ReceiptHandle: z.string() });
const queueSchema = z.object({ QueueUrl: z.string() });

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

/** SQS in its wire protocol (JSON 1.0), as far as dead-letter queues are read and sent back. */
export function queueService(queues: Queues): AwsHandler {
  return jsonService({
    SendMessage: (input) => {
      const { QueueUrl, MessageBody, MessageAttributes } = sendSchema.parse(input);
      const { id } = queues.send(QueueUrl, MessageBody, MessageAttributes);
      return { MessageId: id, MD5OfMessageBody: md5(MessageBody) };
    },
    ReceiveMessage: (input) => {
      const { QueueUrl, MaxNumberOfMessages, VisibilityTimeout } = receiveSchema.parse(input);
      const messages = queues.receive(QueueUrl, MaxNumberOfMessages, VisibilityTimeout);
      return {
        Messages: messages.map(({ id, body, receipt, receiveCount }) => ({
          MessageId: id,
          ReceiptHandle: receipt,
          Body: body,
          MD5OfBody: md5(body),
          Attributes: { ApproximateReceiveCount: `${receiveCount}` },
        })),
      };
    },
    DeleteMessage: (input) => {
      const { QueueUrl, ReceiptHandle } = deleteSchema.parse(input);
      queues.remove(QueueUrl, ReceiptHandle);
    },
    GetQueueAttributes: (input) => {
      const { length } = queues.messages(queueSchema.parse(input).QueueUrl);
      return { Attributes: { ApproximateNumberOfMessages: `${length}` } };
    },
  });
}
