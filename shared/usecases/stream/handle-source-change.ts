import { mailAddressOf } from "../../domain/shares/mail-addresses.ts";
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
  const { agents, buyers, sources } = await ports.config.current();
  const ofBuyers = new Set([...buyers.values()].map(mailAddressOf));
  const ofTeam = new Set([...agents.values()].map(({ email }) => email));
  const ofSources = new Set([...sources.values()].map(({ returns }) => returns?.contact));
  const kept = before === undefined || ofTeam.has(before) || ofBuyers.has(before) || ofSources.has(before);
  if (!kept) await ports.notifier.unsubscribe(before);
  if (now !== undefined && !ofTeam.has(now)) await ports.notifier.subscribeContact(now);
}
