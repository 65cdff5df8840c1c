export interface Notice {
  readonly channel: "sms" | "push" | "email" | "leader";
  /** Phone number, endpoint ARN or agent id (topic filter), by channel. */
  readonly to: string;
  readonly kind: string;
  readonly agentId?: string;
  readonly teamId?: string;
  readonly leadId?: string;
  readonly subject?: string;
  readonly text: string;
  readonly link?: string;
}

export interface NotifierPort {
  /** False when the channel refused for good (disabled endpoint, opted out): the caller tries the next channel. */
  send(notice: Notice): Promise<boolean>;
  /** Subscribes an agent's e-mail to the topics, filtered to this agent (and the led teams). Safe to repeat. */
  subscribe(agent: {
    readonly agentId: string;
    readonly email: string;
    readonly leads: readonly string[];
  }): Promise<void>;
  /** Subscribes somebody outside the team to what is addressed to them. They confirm once. Safe to repeat. */
  subscribeContact(email: string): Promise<void>;
  /** No more e-mail to an address that an agent no longer has. Safe to repeat. */
  unsubscribe(email: string): Promise<void>;
}
