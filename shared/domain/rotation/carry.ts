import type { Credits, Member, Roster } from "../../schemas/rotation.ts";
import { settle } from "./credits.ts";
import { openCursor, turnsBetween } from "./cursor.ts";
import { type Lane, lanesOf } from "./lanes.ts";

/**
 * The credits after n tickets of the epoch that began with these: what the next epoch begins with. A turn that passed
 * (agent full, lead lost on the way) counts as used. Who is not on the roster keeps an unchanged account, so that an
 * absence freezes the fraction of a turn somebody had earned and the return restores it. Setting it to zero instead
 * starves those with small shares: with daily office hours a new agent got none of 50 due leads. `cursor` is the
 * epoch's, if it was worked out before.
 */
export function carry(roster: Roster, credits: Credits, n: number, cursor = openCursor(roster, credits)): Credits {
  if (n === 0) return credits;
  const turns = turnsBetween(cursor, 1, n);
  const byAgent = Map.groupBy(turns, (turn) => turn.agentId);
  const byTier = Map.groupBy(turns, (turn) => turn.tier);
  return settleLanes(
    roster,
    credits,
    (lane) => byTier.get(lane.tier)?.length ?? 0,
    (member) => byAgent.get(member.agentId)?.length ?? 0,
  );
}

/**
 * The credits after an agent's lead turned out bad and was returned: that ticket is taken back, as if it had never been
 * drawn. The agent has one turn to come; all members of the tier bear it by their shares, so that the sum stays zero.
 * Adding a turn from nowhere would let the others' debts grow with every bad lead, and a newcomer, who begins at zero,
 * would wait until all of them were paid. The turn of an agent who is away waits in the account.
 */
export function grantExtraTurn(roster: Roster, credits: Credits, agentId: string): Credits {
  const lanes = lanesOf(roster);
  const own = lanes.find((lane) => lane.members.some((member) => member.agentId === agentId));
  if (own) {
    return settleLanes(
      roster,
      credits,
      ({ tier }) => (tier === own.tier ? -1 : 0),
      (member) => (member.agentId === agentId ? -1 : 0),
    );
  }
  const present = lanes.flatMap((lane) => lane.members);
  const parts = present.map((member) => ({ key: member.agentId, weight: member.weight, received: 0 }));
  return { ...credits, members: settle(credits.members, [...parts, { key: agentId, weight: 0, received: -1 }]) };
}

function settleLanes(
  roster: Roster,
  credits: Credits,
  ofTier: (lane: Lane) => number,
  ofMember: (member: Member) => number,
): Credits {
  const lanes = lanesOf(roster);
  const tiers = lanes.map((lane) => ({ key: lane.tier, weight: lane.share, received: ofTier(lane) }));
  const members = lanes.map((lane) =>
    lane.members.map((member) => ({ key: member.agentId, weight: member.weight, received: ofMember(member) })),
  );
  return {
    tiers: roster.tiers ? settle(credits.tiers, tiers) : credits.tiers,
    members: members.reduce(settle, credits.members),
  };
}
