import type { Source } from "../../schemas/source.ts";
import type { Ports } from "../ports.ts";

/**
 * A source was saved or deleted: whoever it names for bad leads (A6) is asked to confirm the address, and one that no
 * source names any more gets nothing further. Somebody of the team keeps their own subscription: an address has but one.
 */
export async function handleSourceChange(
  ports: Pick<Ports, "config" | "notifier">,
  previous: Source | undefined,
  source: Source | undefined,
): Promise<void> {
  const before = previous?.returns?.contact;
  const now = source?.returns?.contact;
  if (before === now) return;
  const { agents, sources } = await ports.config.current();
  const ofTeam = new Set([...agents.values()].map(({ email }) => email));
  const ofSources = new Set([...sources.values()].map(({ returns }) => returns?.contact));
  if (before !== undefined && !ofTeam.has(before) && !ofSources.has(before)) await ports.notifier.unsubscribe(before);
  if (now !== undefined && !ofTeam.has(now)) await ports.notifier.subscribeContact(now);
}
