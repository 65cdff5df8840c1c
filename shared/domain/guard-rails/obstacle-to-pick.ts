import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { holdNow } from "../lifecycle/commands/hold-commands.ts";
import { durationMs } from "../time/durations.ts";
import { type AccessTier, standardAccessTier } from "./access-tier.ts";
import { MISSES_WINDOW } from "./changes.ts";
import { endOf, type Obstacle } from "./obstacle.ts";
import { quotaObstacles, quotaUses } from "./quotas.ts";
import { isAged, type KindOfLead, ratioObstacle } from "./ratios.ts";
import { coolDownEnd, detailsWindow } from "./windows.ts";

export interface Look {
  readonly picks: Picks;
  readonly rails: CherryPick;
  /** The plan's time zone. */
  readonly zone: string;
  /** Epoch ms. */
  readonly now: number;
}

/** What the guard rails look at of a lead that is to be picked. */
export type LeadToPick = Pick<
  LeadState,
  "leadId" | "temperature" | "receivedAt" | "since" | "posted" | "status" | "held" | "deadlines"
>;

/**
 * What keeps this agent from picking this lead now (section E): of all that does, the one that lasts longest, so that nobody
 * waits for the next refusal. The ratios speak last, as they depend on what else is there. Undefined: nothing does.
 * `others`: what the agent could pick now, this lead or not.
 */
export function obstacleToPick(look: Look, lead: LeadToPick, others: readonly LeadToPick[]): Obstacle | undefined {
  const { picks, rails, now } = look;
  const holds = holdNow(lead, now);
  // Whoever has the lead's details open has the time for these (E2).
  const hurries = holds?.agentId !== picks.agentId;
  const [longest] = [
    ...missed(look, lead),
    ...suspensions(look),
    ...accessDelays(look, postedAt(lead)),
    ...quotas(look),
    ...(hurries ? coolDowns(look) : []),
    ...detailsOver(look, lead),
    ...(hurries && holds !== undefined ? [{ reason: "held" as const, until: holds.until }] : []),
  ].sort(longestFirst);
  if (longest !== undefined || rails.ratios === false) return longest;
  const rest = others.filter(({ leadId }) => leadId !== lead.leadId).map((other) => kindOf(other, rails, now));
  return ratioObstacle(picks.claims, kindOf(lead, rails, now), rest, rails.ratios);
}

/** What keeps this agent from picking any lead now; undefined: nothing that is about the agent alone. */
export function obstacleToPicking(look: Look): Obstacle | undefined {
  const never = accessDelays(look, 0).filter((obstacle) => endOf(obstacle) === Number.POSITIVE_INFINITY);
  const [longest] = [...suspensions(look), ...never, ...quotas(look), ...coolDowns(look)].sort(longestFirst);
  return longest;
}

function longestFirst(a: Obstacle, b: Obstacle): number {
  const [endOfA, endOfB] = [endOf(a), endOf(b)];
  return endOfA === endOfB ? 0 : endOfB - endOfA;
}

/** Since when the lead may be picked; epoch ms. */
export function postedAt({ posted, since }: Pick<LeadState, "posted" | "since">): number {
  return posted?.at ?? since;
}

/** The lead as the ratios see it. */
export function kindOf(lead: LeadToPick, { ratios }: CherryPick, now: number): KindOfLead {
  const agedAfter = ratios === false ? Number.POSITIVE_INFINITY : durationMs(ratios.agedAfter);
  return { temperature: lead.temperature, aged: isAged(lead, agedAfter, now) };
}

/** When this agent's tier may pick a lead posted then (E5); never when leads are only assigned to it. Epoch ms. */
export function accessibleAt(
  { picks, rails: { access } }: { readonly picks: Pick<Picks, "access">; readonly rails: Pick<CherryPick, "access"> },
  posted: number,
): number {
  const tier = accessTierOf(picks);
  if (access === false || tier === 1) return posted;
  const delay = tier === 2 ? access.second : access.last;
  return delay === "assignedOnly" ? Number.POSITIVE_INFINITY : posted + durationMs(delay);
}

/** E5: the tier that was worked out last. */
export function accessTierOf({ access }: Pick<Picks, "access">): AccessTier {
  return access?.tier ?? standardAccessTier;
}

/** E3, E4: a suspension counts as long as the plan has the rule that made it. */
export function suspensionNow({ picks, rails, now }: Look): Picks["suspension"] {
  const { suspension } = picks;
  return suspension !== undefined && now < suspension.until && rails[suspension.reason] !== false
    ? suspension
    : undefined;
}

/** E3: whoever let a lead go without contact does not pick it again for a week, where misses have consequences. */
export function missedUntil({ picks, rails, now }: Look, leadId: string): number | undefined {
  const miss = rails.misses === false ? undefined : picks.misses.find((each) => each.leadId === leadId);
  const until = miss === undefined ? 0 : miss.at + MISSES_WINDOW;
  return now < until ? until : undefined;
}

function missed(look: Look, { leadId }: LeadToPick): readonly Obstacle[] {
  const until = missedUntil(look, leadId);
  return until === undefined ? [] : [{ reason: "missed", until }];
}

function suspensions(look: Look): readonly Obstacle[] {
  const suspension = suspensionNow(look);
  return suspension ? [{ reason: "suspended", until: suspension.until, because: suspension.reason }] : [];
}

function accessDelays(look: Look, posted: number): readonly Obstacle[] {
  const at = accessibleAt(look, posted);
  if (at <= look.now) return [];
  const tier = accessTierOf(look.picks);
  return [{ reason: "accessDelay", ...(at !== Number.POSITIVE_INFINITY && { until: at }), tier }];
}

function quotas({ picks, rails, zone, now }: Look): readonly Obstacle[] {
  return quotaObstacles(quotaUses(picks, rails, zone, now));
}

/** E2: the agent had its details open, and gave it back, until that window was over. */
function detailsOver({ picks, rails: { windows }, now }: Look, { leadId }: LeadToPick): readonly Obstacle[] {
  const window = windows === false ? undefined : detailsWindow(picks, windows, leadId, now);
  return window?.phase === "coolDown" ? [{ reason: "cooldown", until: window.until }] : [];
}

function coolDowns({ picks, rails: { windows }, now }: Look): readonly Obstacle[] {
  const until = windows === false ? undefined : coolDownEnd(picks, windows, now);
  return until === undefined ? [] : [{ reason: "cooldown", until }];
}
