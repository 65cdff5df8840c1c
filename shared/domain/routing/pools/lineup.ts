import type { Agent } from "../../../schemas/agent.ts";
import type { Member, Roster, Tier } from "../../../schemas/rotation.ts";
import { inPoolOrder } from "../../rotation/pool-key.ts";
import { counted, type LeftOut, leftOutBefore } from "./left-out.ts";
import type { Pool } from "./pool.ts";
import type { Presence } from "./presence.ts";

/** A pool as it stands now: who takes turns, with what weight, and who does not and why. Capacity is not in it. */
export interface Lineup {
  readonly poolKey: string;
  /** In the order in which ties are broken. */
  readonly members: readonly Member[];
  /** Where members stand in tiers (C4). */
  readonly tiers?: readonly Tier[];
  readonly agents: ReadonlyMap<string, Agent>;
  /** Left out by what they are or by where they are; misfits last. */
  readonly leftOut: LeftOut;
  /** Members who are full when they have had so many in a day: buyers (C11). */
  readonly capped?: ReadonlySet<string>;
  /** Epoch ms. */
  readonly validUntil: number;
}

/**
 * The pool's line-up. The order is turned over all who fit, present or not, so that a derived pool keeps its first
 * agent while others come and go.
 */
export function lineupOf(pool: Pool, presence: Presence, weightOf: (agent: Agent) => number): Lineup {
  const present = new Set(presence.present);
  const members = inPoolOrder(pool.poolKey, pool.members).filter((agent) => present.has(agent));
  return {
    poolKey: pool.poolKey,
    members: members.map((agent) => ({ agentId: agent.agentId, weight: weightOf(agent) })),
    agents: new Map(members.map((agent) => [agent.agentId, agent])),
    leftOut: counted(leftOutBefore(presence.absent, pool.misfits)),
    validUntil: presence.validUntil,
  };
}

/** Why a member who has no room is left out. */
export function fullReason({ capped }: Pick<Lineup, "capped">, agentId: string): "quota" | "capacity" {
  return capped?.has(agentId) === true ? "quota" : "capacity";
}

/** The same members with the same weights in the same order and tiers: no new epoch is needed. */
export function sameRoster(
  roster: Roster,
  members: readonly Member[],
  tiers: readonly Tier[] | undefined = undefined,
): boolean {
  return (
    roster.members.length === members.length &&
    roster.members.every((member, i) => sameMember(member, members[i])) &&
    roster.tiers?.length === tiers?.length &&
    (roster.tiers ?? []).every(({ tier, share }, i) => tier === tiers?.[i]?.tier && share === tiers[i].share)
  );
}

function sameMember({ agentId, weight, tier }: Member, other: Member | undefined): boolean {
  return agentId === other?.agentId && weight === other.weight && tier === other.tier;
}
