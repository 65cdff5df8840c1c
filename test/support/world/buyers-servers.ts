/** What a buyer's server answers to a delivery. */
export interface BuyersAnswer {
  readonly status: number;
  readonly body: string;
}

/** The servers of the outside companies that shares are sold to (C11): they answer as the test says. */
export interface BuyersServers {
  /** Where this buyer's leads are sent. */
  address(buyerId: string): Promise<string>;
  /** From now on, for all of them; 200 and nothing in it at first. */
  answerWith(answer: () => BuyersAnswer): void;
  /** Paths of the pages on which the deliveries can be answered, oldest first. */
  pages(): readonly string[];
}

/** The answer page that a delivery names. */
export function pageIn(delivery: string): string {
  const { data } = JSON.parse(delivery) as { readonly data: { readonly answerUrl: string } };
  return new URL(data.answerUrl).pathname;
}
