import { isInUse } from "../../domain/shares/mail-addresses.ts";
import type { Source } from "../../schemas/source.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * A source was saved or deleted: whoever it names for bad leads (A6) is asked to confirm the address, and one that no
 * source names any more gets nothing further. Somebody of the team keeps their own subscription, and so does a buyer: an
 * address has but one.
 */
export async function handleSourceChange(
  ports: Pick<Ports, "config" | "notifier">,
  previous: Source | undefined,
  source: Source | undefined,
): Promise<void> {
  const before = previous?.returns?.contact;
  const now = source?.returns?.contact;
  if (before === now) return;
  const config = await ports.config.current();
  if (before !== undefined && !isInUse(before, config)) await ports.notifier.unsubscribe(before);
  const isOfTeam = [...config.agents.values()].some(({ email }) => email === now);
  if (now !== undefined && !isOfTeam) await ports.notifier.subscribeContact(now);
}
