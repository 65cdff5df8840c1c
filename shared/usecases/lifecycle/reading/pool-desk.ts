import { afterListed } from "../../../domain/guard-rails/changes.ts";
import type { Obstacle } from "../../../domain/guard-rails/obstacle.ts";
import { type Look, obstacleToPick } from "../../../domain/guard-rails/obstacle-to-pick.ts";
import { ownObstacle } from "../../../domain/guard-rails/own-obstacle.ts";
import { standingOf } from "../../../domain/lifecycle/access.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import type { Viewer } from "../../lead-view.ts";
import { changePicks } from "../../picking/change-picks.ts";
import { othersToPick } from "../../picking/others-to-pick.ts";
import { isToPick, lookAt } from "../../picking/pick-look.ts";
import { settledPicks } from "../../picking/settled-picks.ts";
import type { Ports } from "../../ports/ports.ts";
import { capacityOf } from "../../routing/full-agents.ts";

type DeskPorts = Pick<Ports, "clock" | "leads" | "loads" | "picks">;

/** How one person stands in front of the pool. */
export interface PoolDesk {
  readonly open: number;
  readonly capacity: number;
  /** What the guard rails look at; undefined without a plan, or when none of the leads is to be picked. */
  readonly look: Look | undefined;
  /** What keeps them from taking this lead now. */
  readonly obstacleTo: (state: LeadState) => Obstacle | undefined;
}

/** Looks at the agent, and for leads to be picked at what the guard rails look at. */
export async function poolDesk(ports: DeskPorts, viewer: Viewer, states: readonly LeadState[]): Promise<PoolDesk> {
  const { caller, config } = viewer;
  const { plan, timeOff } = config;
  const agent = config.agents.get(caller.agentId);
  const open = (await ports.loads.held([caller.agentId])).get(caller.agentId)?.length ?? 0;
  const capacity = agent && plan ? capacityOf(agent, plan) : 0;
  const now = ports.clock.now();
  const own = agent && ownObstacle(agent, { timeOff, limit: capacity, held: open, now });
  const looked = plan && states.some(isToPick) ? await lookNow(ports, viewer, plan, now) : undefined;
  return {
    open,
    capacity,
    look: looked?.look,
    obstacleTo: (state) => own ?? (isToPick(state) ? looked?.obstacleTo(state) : undefined),
  };
}

async function lookNow(ports: DeskPorts, viewer: Viewer, plan: Plan, now: number) {
  const { caller, config } = viewer;
  const picks = await settledPicks(ports, await ports.picks.picksOf(caller.agentId), now);
  const look = lookAt(plan, picks, now);
  const others = await othersToPick(ports, config, caller, look);
  return { look, obstacleTo: (state: LeadState) => obstacleToPick(look, state, others) };
}

/**
 * E2: the first look at something to pick begins the time to choose; another one does not prolong it. For those who only
 * watch over the pool no time runs. Answers the look as it is then.
 */
export async function beginWindow(
  ports: DeskPorts,
  { caller, config }: Viewer,
  look: Look,
  pickable: readonly LeadState[],
): Promise<Look> {
  const mine = pickable.some((state) => isToPick(state) && standingOf(caller, state, config) === "claimant");
  if (!mine || afterListed(look) === undefined) return look;
  const { picks } = await changePicks(ports, caller.agentId, (standing) => afterListed({ ...look, picks: standing }));
  return { ...look, picks };
}
