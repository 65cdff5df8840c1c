import { afterPick, withoutPending } from "../../domain/guard-rails/changes.ts";
import type { Obstacle } from "../../domain/guard-rails/obstacle.ts";
import { kindOf, type Look, obstacleToPick } from "../../domain/guard-rails/obstacle-to-pick.ts";
import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { othersToPick } from "./others-to-pick.ts";
import { lookAt } from "./pick-look.ts";
import { settledPicks } from "./settled-picks.ts";

/** Each refused write means that another claim of this agent went through: more than a quota holds at once are none. */
const mostAttempts = 40;

export interface PickRequest {
  readonly config: Configuration;
  readonly routing: RoutingConfig;
  readonly caller: LeadCaller;
  readonly state: LeadState;
}

/**
 * Notes the claim with the agent's picks if the guard rails let it pass (section E), by condition on what they looked at: of
 * twenty claims at once as many pass as the quota holds. Undefined: it is noted, and the lead may be claimed; `busy`: others
 * of this agent's requests came first again and again.
 */
export async function takePick(
  ports: Pick<Ports, "clock" | "leads" | "picks">,
  request: PickRequest,
): Promise<Obstacle | "busy" | undefined> {
  const { leadId } = request.state;
  return notePick(
    ports,
    request,
    (look) => {
      const { temperature, aged = false } = kindOf(request.state, look.rails, look.now);
      return afterPick(look, { leadId, temperature, ...(aged && { aged }) });
    },
    (picks) => ({ ...picks, claims: withoutPending(picks.claims, leadId) }),
  );
}

/**
 * The same for what comes before a claim: what follows for the picks, if the guard rails let the lead be taken now.
 * `counting`: the picks as they count for this.
 */
export async function notePick(
  ports: Pick<Ports, "clock" | "leads" | "picks">,
  { config, routing, caller, state }: PickRequest,
  change: (look: Look) => Picks | Promise<Picks>,
  counting: (picks: Picks) => Picks = (picks) => picks,
): Promise<Obstacle | "busy" | undefined> {
  let standing = await ports.picks.picksOf(caller.agentId);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const now = ports.clock.now();
    const picks = counting(await settledPicks(ports, standing, now));
    const look = lookAt(routing.plan, picks, now);
    const obstacle = await obstacleNow(ports, config, caller, look, state);
    if (obstacle !== undefined) return obstacle;
    const replaced = await ports.picks.replacePicks(standing.revision, await change(look));
    if (replaced.done) return undefined;
    standing = replaced.current;
  }
  return "busy";
}

/** What keeps the agent from this lead now, where nothing is noted. */
export async function pickObstacle(
  ports: Pick<Ports, "clock" | "leads" | "picks">,
  { config, routing, caller, state }: PickRequest,
): Promise<Obstacle | undefined> {
  const now = ports.clock.now();
  const picks = await settledPicks(ports, await ports.picks.picksOf(caller.agentId), now);
  return obstacleNow(ports, config, caller, lookAt(routing.plan, picks, now), state);
}

/** With a look at what else is there, where the ratios ask for it. */
async function obstacleNow(
  ports: Pick<Ports, "leads">,
  config: Configuration,
  caller: LeadCaller,
  look: Look,
  state: LeadState,
): Promise<Obstacle | undefined> {
  const alone = obstacleToPick(look, state, []);
  return alone ?? obstacleToPick(look, state, await othersToPick(ports, config, caller, look));
}
