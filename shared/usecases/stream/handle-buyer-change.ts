import type { Buyer } from "../../schemas/buyer.ts";
import type { Ports } from "../ports.ts";

/**
 * A buyer was saved or deleted: who takes leads by e-mail is subscribed to them, like an agent to the own messages, and
 * has to confirm the address once. One who does not any more is told nothing.
 */
export async function handleBuyerChange(
  { notifier }: Pick<Ports, "notifier">,
  previous: Buyer | undefined,
  buyer: Buyer | undefined,
): Promise<void> {
  const before = addressOf(previous);
  const now = addressOf(buyer);
  if (before !== undefined && before !== now) await notifier.unsubscribe(before);
  if (buyer !== undefined && now !== undefined) {
    await notifier.subscribe({ agentId: buyer.buyerId, email: now, leads: [] });
  }
}

function addressOf(buyer: Buyer | undefined): string | undefined {
  return buyer?.delivery.type === "email" ? buyer.delivery.address : undefined;
}
