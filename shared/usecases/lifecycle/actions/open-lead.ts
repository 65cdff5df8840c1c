import { guardRailsOf } from "../../../domain/guard-rails/guard-rails-of.ts";
import { afterOpening, type Holding, holdingNow, withoutHolding } from "../../../domain/guard-rails/holding.ts";
import type { Obstacle } from "../../../domain/guard-rails/obstacle.ts";
import { type Look, obstacleToPick } from "../../../domain/guard-rails/obstacle-to-pick.ts";
import { type Decided, refused, unchanged } from "../../../domain/lifecycle/command.ts";
import { holdNow } from "../../../domain/lifecycle/commands/hold-commands.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { durationMs } from "../../../domain/time/durations.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Picks } from "../../../schemas/picks.ts";
import { changePicks } from "../../picking/change-picks.ts";
import { type Committed, commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";
import { keyUse } from "./action-key.ts";

/**
 * E2: the agent opens a lead's details, and nobody else has it meanwhile. It is noted with the agent's picks first, so that of
 * two leads opened at once one is given back, whichever request was slower; then the lead is held. A crash between the two
 * leaves a window that no lead knows of: at worst a cool-down too many.
 */
export async function openLead(context: ActionContext): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const { windows } = guardRailsOf(routing.plan);
  const decideOn = (state: LeadState): Decided => {
    const refusal = roleRefusal(context, "open", state);
    if (refusal !== undefined) return refusal;
    // Nothing presses: everybody may look, and the first to claim has it.
    if (windows === false && state.status === "pooled") return unchanged;
    const details = windows === false ? 0 : durationMs(windows.details);
    return decide({ type: "open", by: caller.agentId, details }, state, decisionContext(context));
  };
  const commit = async (decideNow: (state: LeadState) => Decided): Promise<ActionResult> => ({
    committed: await commitDecided(ports, routing, lead.state, decideNow, { key }),
    body: lead.body,
  });
  const decided = decideOn(lead.state);
  const opens = decided.accepted && decided.next?.deadlines.hold !== undefined;
  if (!opens || keyUse(lead.state, key, ports.clock.now()) !== "new") return commit(decideOn);
  const noted = await noteOpening(context, lead.state, decided.next?.deadlines.hold ?? 0);
  if ("obstacle" in noted) return commit((state) => stillOpening(decideOn(state), noted.obstacle));
  if (noted.before !== undefined) await giveBack(context, noted.before.leadId);
  const opened = await commit(decideOn);
  if (!holds(opened.committed, caller.agentId, ports.clock.now())) {
    await changePicks(ports, caller.agentId, (picks) => withoutHolding(lookOf(context, picks), leadId));
    return opened;
  }
  return (await openedAnother(context)) ? { ...opened, committed: await giveBack(context, leadId) } : opened;
}

type Noted = { readonly obstacle: Obstacle } | { readonly before: Holding | undefined };

/** Notes the opening with the agent's picks, unless the guard rails are in the way; answers which lead was open before. */
async function noteOpening(context: ActionContext, state: LeadState, until: number): Promise<Noted> {
  const { ports, caller, leadId } = context;
  let found: Noted = { before: undefined };
  await changePicks(ports, caller.agentId, (picks) => {
    const look = lookOf(context, picks);
    const obstacle = obstacleToPick(look, state, []);
    const before = holdingNow(look);
    found = obstacle === undefined ? { before: before?.leadId === leadId ? undefined : before } : { obstacle };
    return obstacle === undefined ? afterOpening(look, { leadId, until }) : undefined;
  });
  return found;
}

function lookOf({ ports, routing: { plan } }: ActionContext, picks: Picks): Look {
  return { picks, rails: guardRailsOf(plan), zone: plan.timezone, now: ports.clock.now() };
}

/** The guard rails count where the lead could be opened; why it cannot comes first. */
function stillOpening(decided: Decided, obstacle: Obstacle): Decided {
  return decided.accepted && decided.next !== undefined ? refused({ kind: "guardRail", obstacle }) : decided;
}

function holds(committed: Committed, agentId: string, now: number): boolean {
  return committed.outcome === "done" && holdNow(committed.state, now)?.agentId === agentId;
}

/** While this one was being opened, the agent has opened another. */
async function openedAnother({ ports, caller, leadId }: ActionContext): Promise<boolean> {
  const { holding } = await ports.picks.of(caller.agentId);
  return holding !== undefined && holding.leadId !== leadId;
}

/** One at a time: the lead is in the pool again. */
async function giveBack(context: ActionContext, leadId: string): Promise<Committed> {
  const { ports, routing, caller } = context;
  const state = await ports.leads.state(leadId);
  if (state === undefined) return { outcome: "gone" };
  const command = { type: "giveBack", by: caller.agentId } as const;
  return commitDecided(ports, routing, state, (now) => decide(command, now, decisionContext(context)));
}
