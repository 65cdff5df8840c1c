import { isInUse, mailAddressOf } from "../../domain/shares/mail-addresses.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * A buyer was saved or deleted: whoever reads the address that takes leads by e-mail is asked to confirm it, again with
 * every save until they do. One that is not the buyer's any more gets nothing further, unless it is somebody else's: an
 * address has but one subscription, and to end it would cut them off.
 */
export async function handleBuyerChange(
  { config, notifier }: Pick<Ports, "config" | "notifier">,
  previous: Buyer | undefined,
  buyer: Buyer | undefined,
): Promise<void> {
  const before = mailAddressOf(previous);
  const now = mailAddressOf(buyer);
  if (before === undefined && now === undefined) return;
  const current = await config.current();
  if (before !== undefined && before !== now && !isInUse(before, current)) await notifier.unsubscribe(before);
  if (now !== undefined) await notifier.subscribeContact(now);
}
