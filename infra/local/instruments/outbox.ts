import { createBoundedList } from "./bounded-list.ts";

export type Channel = "sms" | "push" | "email" | "chat";

/** One message that would have left the building. `at` is an ISO instant of virtual time. */
export interface OutboxItem {
  readonly at: string;
  readonly channel: Channel;
  readonly to: string;
  readonly agentId?: string;
  readonly leadId?: string;
  readonly kind?: string;
  readonly text: string;
  readonly link?: string;
  /** SMS settings the publisher asked for: `MaxPrice`, `SMSType`, `SenderID`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Every SMS, push, e-mail and chat message, readable at `GET /_local/outbox` instead of being sent. */
export interface Outbox {
  readonly add: (item: Omit<OutboxItem, "at">) => void;
  /** Messages at or after `since` (epoch ms), oldest first. */
  readonly since: (since: number) => readonly OutboxItem[];
  readonly clear: () => void;
}

const messagesKept = 100_000;

export function createOutbox(now: () => number): Outbox {
  const items = createBoundedList<OutboxItem>(messagesKept);
  return {
    add: (item) => items.add({ at: new Date(now()).toISOString(), ...item }),
    since: (since) => items.all().filter((item) => Date.parse(item.at) >= since),
    clear: items.clear,
  };
}
