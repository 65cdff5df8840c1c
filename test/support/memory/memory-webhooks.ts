import type {
  BuyerMail,
  BuyerMailPort,
  WebhookCall,
  WebhookPort,
  WebhookReply,
} from "../../../shared/usecases/ports/webhook-port.ts";

export interface MemoryWebhooks {
  readonly port: WebhookPort;
  readonly mail: BuyerMailPort;
  /** What buyers were sent by e-mail. */
  readonly mails: readonly BuyerMail[];
  /** From now on nobody has confirmed this address, or somebody has. Everybody confirms at first. */
  confirm(address: string, confirmed: boolean): void;
  /** What was sent out, oldest first. */
  readonly calls: readonly WebhookCall[];
  /** How the others answer from now on; with 200 and nothing in it at first. */
  answerWith(answer: (call: WebhookCall) => WebhookReply): void;
}

/** The servers of others: they answer as the test says. */
export function createMemoryWebhooks(): MemoryWebhooks {
  const calls: WebhookCall[] = [];
  let answer = (_call: WebhookCall): WebhookReply => ({ outcome: "answered", status: 200, body: "" });
  const mails: BuyerMail[] = [];
  const unconfirmed = new Set<string>();
  return {
    mails,
    mail: {
      confirmed: async (addresses) => new Set(addresses.filter((address) => !unconfirmed.has(address))),
      send: async (mail) => void mails.push(mail),
    },
    confirm: (address, confirmed) => void (confirmed ? unconfirmed.delete(address) : unconfirmed.add(address)),
    calls,
    answerWith: (next) => {
      answer = next;
    },
    port: {
      call: async (call) => {
        calls.push(call);
        return answer(call);
      },
    },
  };
}
