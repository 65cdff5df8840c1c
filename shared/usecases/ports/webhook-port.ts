/** One signed call of somebody else's server. */
export interface WebhookCall {
  readonly url: string;
  /** The same for every try of one delivery: the receiver tells repeats by it. */
  readonly id: string;
  readonly secret: string;
  /** Earlier secrets that the receiver may still check by: each signs along. */
  readonly alsoSignedBy?: readonly string[];
  /** JSON. */
  readonly body: string;
  /** Epoch ms. */
  readonly at: number;
}

export type WebhookReply =
  | { readonly outcome: "answered"; readonly status: number; readonly body: string }
  /** No answer: the address is not a public one, nobody answers there, or not in time. */
  | { readonly outcome: "unreachable"; readonly reason: string };

/** Signed calls out, as Standard Webhooks says: to public addresses only, never following a redirect. */
export interface WebhookPort {
  call(call: WebhookCall): Promise<WebhookReply>;
}

/** A share for a buyer who takes leads by e-mail. */
export interface BuyerMail {
  readonly buyerId: string;
  readonly address: string;
  readonly leadId: string;
  readonly link: string;
  readonly subject: string;
  readonly text: string;
}

export interface BuyerMailPort {
  /**
   * Which of these addresses (each given once) get e-mail: their readers have confirmed them, and not unsubscribed since.
   * What is sent to any other is accepted and reaches nobody.
   */
  confirmed(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  send(mail: BuyerMail): Promise<void>;
}
