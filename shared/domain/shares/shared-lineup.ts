import type { Agent } from "../../schemas/agent.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import { EQUAL_SHARE } from "../eligibility/ramp.ts";
import type { Lineup } from "../routing/pools/lineup.ts";
import type { Facts } from "../rules/fact.ts";
import { holdsFor, predicateOf } from "../rules/predicate.ts";

/** The buyers among these ids who take this lead: active, and their filter holds. In the order given. */
export function willingBuyers(
  ids: readonly string[],
  buyers: ReadonlyMap<string, Buyer>,
  facts: Facts,
): readonly Buyer[] {
  return ids.flatMap((buyerId) => {
    const buyer = buyers.get(buyerId);
    if (buyer === undefined || buyer.status !== "active") return [];
    return buyer.filter === undefined || holdsFor(predicateOf(buyer.filter), facts) ? [buyer] : [];
  });
}

/** No buyer has room for fewer than a day's cap; without a cap there is always room. */
const roomForAll = 1_000_000;

/** A buyer as the rotation sees everyone: an id with a place in the order. */
function asAgent({ buyerId, name, version, dailyCap = roomForAll }: Buyer): Agent {
  return {
    agentId: buyerId,
    name,
    email: "",
    team: "buyers",
    role: "agent",
    status: "active",
    weight: 1,
    locale: "de",
    capacity: dailyCap,
    version,
  };
}

/**
 * Agents and buyers in one rotation, the agents first (C11). Those who take this lead are part of the key, so that every
 * member fits every lead of the pool, as everywhere.
 */
export function withBuyers(agents: Lineup, buyers: readonly Buyer[], asked: number): Lineup {
  if (asked === 0) return agents;
  const all = buyers.length === asked;
  const names = buyers.map(({ buyerId }) => buyerId).join("+");
  return {
    ...agents,
    poolKey: all ? agents.poolKey : `${agents.poolKey}:buyers=${encodeURIComponent(names)}`,
    members: [...agents.members, ...buyers.map(({ buyerId }) => ({ agentId: buyerId, weight: EQUAL_SHARE }))],
    agents: new Map([...agents.agents, ...buyers.map((buyer) => [buyer.buyerId, asAgent(buyer)] as const)]),
  };
}
