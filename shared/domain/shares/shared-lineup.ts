import type { Agent } from "../../schemas/agent.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import { EQUAL_SHARE } from "../eligibility/ramp.ts";
import { leftOutBefore } from "../routing/pools/left-out.ts";
import type { Lineup } from "../routing/pools/lineup.ts";
import type { Facts } from "../rules/fact.ts";
import { holdsFor, predicateOf } from "../rules/predicate.ts";

/** Why the buyer does not take this lead: paused, or the filter does not hold (`unfit`). Undefined for one who does. */
function unwilling({ status, filter }: Buyer, facts: Facts): "paused" | "unfit" | undefined {
  if (status !== "active") return "paused";
  return filter === undefined || holdsFor(predicateOf(filter), facts) ? undefined : "unfit";
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
 * member fits every lead of the pool, as everywhere; the others are left out, and it is told why.
 */
export function withBuyers(agents: Lineup, asked: readonly Buyer[], facts: Facts): Lineup {
  if (asked.length === 0) return agents;
  const against = new Map(
    asked.flatMap((buyer) => {
      const reason = unwilling(buyer, facts);
      return reason === undefined ? [] : [[buyer.buyerId, reason] as const];
    }),
  );
  const buyers = asked.filter(({ buyerId }) => !against.has(buyerId));
  const all = against.size === 0;
  const names = buyers.map(({ buyerId }) => buyerId).join("+");
  return {
    ...agents,
    poolKey: all ? agents.poolKey : `${agents.poolKey}:buyers=${encodeURIComponent(names)}`,
    members: [...agents.members, ...buyers.map(({ buyerId }) => ({ agentId: buyerId, weight: EQUAL_SHARE }))],
    agents: new Map([...agents.agents, ...buyers.map((buyer) => [buyer.buyerId, asAgent(buyer)] as const)]),
    leftOut: leftOutBefore(against, agents.leftOut),
    capped: new Set(buyers.map(({ buyerId }) => buyerId)),
  };
}
