import type {
  BuyerMail,
  BuyerMailPort,
  WebhookCall,
  WebhookPort,
  WebhookReply,
} from "../../../shared/usecases/webhook-port.ts";

export interface MemoryWebhooks {
  readonly port: WebhookPort;
  readonly mail: BuyerMailPort;
  /** What buyers were sent by e-mail. */
  readonly mails: readonly BuyerMail[];
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
  return {
    mails,
    mail: { send: async (mail) => void mails.push(mail) },
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
