import type { GoneTicket, KnownThrough, MixDraw, RuleWhy, SkipReason, Ticket } from "../../schemas/lead/decision.ts";
import { type Decision, tierPlace } from "../../schemas/lead/decision.ts";
import { EQUAL_SHARE } from "../eligibility/ramp.ts";
import { rounded } from "../figures/rates.ts";
import { lanesOf } from "../rotation/lanes.ts";
import type { LeftOut } from "./pools/left-out.ts";
import type { Lineup } from "./pools/lineup.ts";

/** Somebody who could have had the lead, with the weight and share that decide how soon. */
export interface Runner {
  readonly agentId: string;
  /** 1: a full turn, as an admin enters it. */
  readonly weight?: number;
  readonly share?: number;
}

/** An array is one; that of a large pool puts together as many as are asked for. */
export type Runners = Pick<readonly Runner[], "length" | "slice">;

/** How one method looked at its pool: what a decision tells about it. Nobody is in both lists. */
export interface PoolTrace {
  readonly method: string;
  readonly poolId?: string;
  readonly ticket?: Ticket;
  readonly gone?: readonly GoneTicket[];
  /** Who could have had it, whoever got it included; the next in line come first. */
  readonly runners: Runners;
  readonly leftOut: LeftOut;
  /** By tiers: where the chosen agent stands, and the part of the turns that goes there. */
  readonly tier?: Decision["tier"];
  /** Of the agent who has the person: through what, if not an earlier lead. */
  readonly knownThrough?: KnownThrough | undefined;
  /** The rule's method is a mix: which part had its turn. */
  readonly mix?: MixDraw;
  /** The rule assigns before it posts (E7). */
  readonly first?: RuleWhy["first"];
}

export const nobodyLeftOut: ReadonlyMap<string, SkipReason> = new Map();

/** A line-up's members stand for many leads, and so do their shares and places. */
interface Places {
  readonly shares: ReadonlyMap<string, Runner>;
  readonly tiers: ReadonlyMap<string, NonNullable<Decision["tier"]>>;
}

const known = new WeakMap<Lineup["members"], Places>();

/** Each member of the line-up with the part of the pool's turns, by agent. */
export function sharesOf(lineup: Lineup): ReadonlyMap<string, Runner> {
  return placesOf(lineup).shares;
}

/** The tier in which the member takes turns, with the part of the pool's turns that goes there now (C4). */
export function tierOf(lineup: Lineup, agentId: string): Decision["tier"] {
  return lineup.tiers && placesOf(lineup).tiers.get(agentId);
}

function placesOf({ members, tiers }: Lineup): Places {
  const found = known.get(members);
  if (found) return found;
  const lanes = lanesOf({ members, ...(tiers && { tiers }) });
  const all = lanes.reduce((sum, { share }) => sum + share, 0);
  const places = { shares: new Map<string, Runner>(), tiers: new Map<string, NonNullable<Decision["tier"]>>() };
  for (const lane of lanes) {
    const total = lane.members.reduce((sum, member) => sum + member.weight, 0);
    const part = lane.share / all;
    const place = tierPlace.safeParse(lane.tier);
    const tier = place.success && { place: place.data, share: rounded(part) };
    for (const { agentId, weight } of lane.members) {
      places.shares.set(agentId, { agentId, weight: weight / EQUAL_SHARE, share: rounded((weight / total) * part) });
      if (tier) places.tiers.set(agentId, tier);
    }
  }
  known.set(members, places);
  return places;
}
