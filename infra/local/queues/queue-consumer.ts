import { type EventSourceMapping, reportedFailures } from "../lambda/event-source-mapping.ts";
import type { Functions } from "../lambda/functions.ts";
import type { Activity } from "../time/activity.ts";
import type { Clock } from "../time/clock.ts";
import type { QueueMessage, Queues } from "./queues.ts";

interface Options {
  readonly mapping: EventSourceMapping;
  readonly region: string;
  readonly queues: Queues;
  readonly functions: Pick<Functions, "invoke">;
  readonly clock: Clock;
  readonly activity: Activity;
}

/** Feeds a queue to the function of one mapping; what fails becomes visible again after the queue's visibility time-out. */
export function createQueueConsumer({ mapping, region, queues, functions, clock, activity }: Options): void {
  const { source, functionName, batchSize } = mapping;
  const definition = queues.definitions.find(({ arn }) => arn === source);
  if (definition === undefined) throw new Error(`${mapping.id} reads a queue the template does not have: ${source}`);

  const failedOf = async (messages: readonly QueueMessage[]): Promise<readonly QueueMessage[]> => {
    const reply = await functions.invoke(functionName, JSON.stringify({ Records: messages.map(recordOf) }));
    if ("error" in reply) return messages;
    const failed = mapping.reportsItemFailures ? reportedFailures(reply.payload) : [];
    return messages.filter(({ id }) => failed?.includes(id) ?? true);
  };

  const recordOf = ({ id, body, receipt, receiveCount, attributes }: QueueMessage) => ({
    messageId: id,
    receiptHandle: receipt,
    body,
    attributes: { ApproximateReceiveCount: `${receiveCount}` },
    messageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, stringValue]) => [name, { stringValue, dataType: "String" }]),
    ),
    eventSource: "aws:sqs",
    eventSourceARN: source,
    awsRegion: region,
  });

  const poll = (): Promise<void> =>
    activity.during(`queue ${definition.label}`, async () => {
      for (let batch = queues.receive(source, batchSize); batch.length > 0; batch = queues.receive(source, batchSize)) {
        const failed = await failedOf(batch);
        for (const message of batch) if (!failed.includes(message)) queues.remove(source, message.receipt);
        for (const { visibleAt } of failed) clock.schedule(visibleAt, poll);
      }
    });

  queues.onSend(({ arn }) => {
    if (arn === source) void poll();
  });
}
