import { withoutPick } from "../../../domain/guard-rails/changes.ts";
import type { Obstacle } from "../../../domain/guard-rails/obstacle.ts";
import { absenceOf } from "../../../domain/guard-rails/own-obstacle.ts";
import { type Decided, refused } from "../../../domain/lifecycle/command.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { changePicks } from "../../picking/change-picks.ts";
import { isToPick, lookAt } from "../../picking/pick-look.ts";
import { takePick } from "../../picking/take-pick.ts";
import { capacityOf } from "../../routing/full-agents.ts";
import { type Committed, commitDecided } from "../commit-decided.ts";
import type { LeadItems } from "../routed-placement.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";
import { keyUse } from "./action-key.ts";

/** A lead may be posted to be picked, or be so no longer, while somebody claims it. */
const mostAttempts = 3;

/**
 * C9: an agent takes a lead from the pool. One that is to be picked (C10) is noted with the agent's picks first, if the
 * guard rails let it pass; then the place is reserved and the lead committed. When that comes to nothing the pick is taken
 * out again; what a crash leaves is found in no lead, and dropped at the agent's next claim.
 */
export async function claimLead(context: ActionContext): Promise<ActionResult> {
  const { ports, leadId } = context;
  for (let attempt = 1; ; attempt++) {
    const lead = await ports.leads.load(leadId, { consistent: true });
    if (lead === undefined) return gone;
    const claimed = await attemptClaim(context, lead);
    if (claimed !== "otherwisePosted") return { committed: withWords(context, claimed), body: lead.body };
    if (attempt === mostAttempts) return { committed: { outcome: "busy", state: lead.state }, body: lead.body };
  }
}

async function attemptClaim(context: ActionContext, { state }: LeadItems): Promise<Committed | "otherwisePosted"> {
  const { ports, config, routing, caller, key } = context;
  const isNew = keyUse(state, key, ports.clock.now()) === "new";
  const guarded = isNew && isToPick(state) && decideOn(context, state).accepted;
  if (guarded) {
    const obstacle = await takePick(ports, { config, routing, caller, state });
    if (obstacle === "busy") return { outcome: "busy", state };
    if (obstacle !== undefined) return { outcome: "refused", state, refusal: { kind: "guardRail", obstacle } };
  }
  let otherwisePosted = false;
  const committed = await commitDecided(
    ports,
    routing,
    state,
    (now) => {
      const decided = decideOn(context, now);
      otherwisePosted = decided.accepted && decided.next !== undefined && isToPick(now) !== guarded;
      return otherwisePosted ? refused({ kind: "wrongState", status: now.status }) : decided;
    },
    { key },
  );
  if (guarded && !hasPicked(committed, caller.agentId)) await takeOut(context);
  return otherwisePosted ? "otherwisePosted" : committed;
}

function decideOn(context: ActionContext, state: LeadState): Decided {
  const { caller } = context;
  const refusal = roleRefusal(context, "claim", state);
  if (refusal !== undefined) return refusal;
  const decided = decide({ type: "claim", by: caller.agentId }, state, decisionContext(context));
  const absence = decided.accepted && decided.next !== undefined ? absenceNow(context) : undefined;
  return absence === undefined ? decided : refused({ kind: "guardRail", obstacle: absence });
}

function absenceNow({ ports, config, caller }: ActionContext): Obstacle | undefined {
  const agent = config.agents.get(caller.agentId);
  return agent && absenceOf(agent, config.timeOff, ports.clock.now());
}

/** Whether the agent has the lead as one that they picked, by this request or another of theirs. */
function hasPicked(committed: Committed, agentId: string): boolean {
  if (committed.outcome === "gone") return false;
  const { ownerId, picked } = committed.state;
  return ownerId === agentId && picked === true;
}

async function takeOut({ ports, routing, caller, leadId }: ActionContext): Promise<void> {
  await changePicks(ports, caller.agentId, (picks) =>
    withoutPick(lookAt(routing.plan, picks, ports.clock.now()), leadId),
  );
}

/** Who has no room is told so like whatever else is in the way. */
function withWords({ routing, caller }: ActionContext, committed: Committed): Committed {
  if (committed.outcome !== "refused" || committed.refusal.kind !== "unavailable") return committed;
  const { agentId, reason } = committed.refusal;
  const agent = routing.agents.get(caller.agentId);
  if (agent === undefined || agentId !== caller.agentId || reason !== "capacity") return committed;
  const limit = capacityOf(agent, routing.plan);
  return { ...committed, refusal: { kind: "guardRail", obstacle: { reason, limit } } };
}
