import type { Agent } from "../../schemas/agent.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { Source } from "../../schemas/source.ts";

interface Recipients {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly buyers: ReadonlyMap<string, Buyer>;
}

/** Where a buyer is sent shares by e-mail; undefined for one with a webhook. */
export function mailAddressOf(buyer: Pick<Buyer, "delivery"> | undefined): string | undefined {
  return buyer?.delivery.type === "email" ? buyer.delivery.address : undefined;
}

/**
 * Who else has this e-mail address, however it is written: an agent, or a buyer who takes leads by e-mail (C11). A topic
 * has one subscription for an address, so of two who share one, only one would get mail. Undefined: it is free.
 */
export function alreadyAt(address: string, ownId: string, { agents, buyers }: Recipients): string | undefined {
  const wanted = address.toLowerCase();
  const isTheirs = (id: string, other: string | undefined) => id !== ownId && other?.toLowerCase() === wanted;
  const agent = [...agents.values()].find(({ agentId, email }) => isTheirs(agentId, email));
  if (agent !== undefined) return agent.agentId;
  return [...buyers.values()].find((each) => isTheirs(each.buyerId, mailAddressOf(each)))?.buyerId;
}

/**
 * Whether anybody gets mail at this address: an agent, a buyer, or whoever a source names for bad leads (A6). Compared as it
 * is written, as a topic's subscriptions are: of two ways to write one, either may end alone.
 */
export function isInUse(
  address: string,
  { agents, buyers, sources }: Recipients & { readonly sources: ReadonlyMap<string, Source> },
): boolean {
  return (
    [...agents.values()].some(({ email }) => email === address) ||
    [...buyers.values()].some((buyer) => mailAddressOf(buyer) === address) ||
    [...sources.values()].some(({ returns }) => returns?.contact === address)
  );
}
