import { randomUUID } from "node:crypto";
import type { QueueDefinition } from "./queue-resource.ts";

/** A message in a queue. `sentAt`, `visibleAt`: epoch ms, virtual. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sentAt: number;
  visibleAt: number;
  receiveCount: number;
  receipt: string;
}

/** The template's queues, in memory. Unknown queues throw. */
export interface Queues {
  readonly has: (arn: string) => boolean;
  /** `queue`: URL or ARN. */
  readonly send: (queue: string, body: string, attributes?: Readonly<Record<string, string>>) => QueueMessage;
  /** Up to `most` visible messages, hidden for `seconds` from now on; too often received ones go to the dead-letter queue. */
  readonly receive: (queue: string, most: number, seconds?: number) => readonly QueueMessage[];
  readonly remove: (queue: string, receipt: string) => void;
  readonly messages: (queue: string) => readonly QueueMessage[];
  readonly definitions: readonly QueueDefinition[];
  /** Has `listener` called whenever a message was sent. */
  readonly onSend: (listener: (definition: QueueDefinition) => void) => void;
  readonly clear: () => void;
}

const messagesKept = 10_000;

export function createQueues(definitions: readonly QueueDefinition[], now: () => number): Queues {
  const listeners: ((definition: QueueDefinition) => void)[] = [];
  const stored = new Map(definitions.map(({ arn }) => [arn, [] as QueueMessage[]]));

  const find = (queue: string): QueueDefinition => {
    const found = definitions.find(({ url, arn }) => [url, arn].includes(queue));
    if (found === undefined) throw new Error(`The template has no queue ${queue}`);
    return found;
  };
  const messagesOf = (queue: string): QueueMessage[] => stored.get(find(queue).arn) ?? [];

  const queues: Queues = {
    definitions,
    has: (arn) => stored.has(arn),
    send: (queue, body, attributes = {}) => {
      const messages = messagesOf(queue);
      const at = now();
      const message = { id: randomUUID(), body, attributes, sentAt: at, visibleAt: at, receiveCount: 0, receipt: "" };
      messages.push(message);
      if (messages.length > messagesKept) messages.shift();
      for (const listener of listeners) listener(find(queue));
      return message;
    },
    receive: (queue, most, seconds) => {
      const { visibilityTimeout, redrive } = find(queue);
      const received: QueueMessage[] = [];
      for (const message of [...messagesOf(queue)]) {
        if (received.length === most || message.visibleAt > now()) continue;
        message.receiveCount += 1;
        if (redrive !== undefined && message.receiveCount > redrive.maxReceiveCount) {
          queues.remove(queue, message.receipt);
          queues.send(redrive.arn, message.body, message.attributes);
          continue;
        }
        message.visibleAt = now() + (seconds ?? visibilityTimeout) * 1000;
        message.receipt = randomUUID();
        received.push(message);
      }
      return received;
    },
    remove: (queue, receipt) => {
      const messages = messagesOf(queue);
      const index = messages.findIndex((message) => message.receipt === receipt);
      if (index >= 0) messages.splice(index, 1);
    },
    messages: messagesOf,
    onSend: (listener) => void listeners.push(listener),
    clear: () => {
      for (const messages of stored.values()) messages.length = 0;
    },
  };
  return queues;
}
