import { guardRailsOf } from "../../../domain/guard-rails/guard-rails-of.ts";
import { afterOpening, type Holding, holdingNow, withoutHolding } from "../../../domain/guard-rails/holding.ts";
import type { Obstacle } from "../../../domain/guard-rails/obstacle.ts";
import { ownObstacle } from "../../../domain/guard-rails/own-obstacle.ts";
import { type Decided, refused, unchanged } from "../../../domain/lifecycle/command.ts";
import { holdNow } from "../../../domain/lifecycle/commands/hold-commands.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { durationMs } from "../../../domain/time/durations.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { changePicks } from "../../picking/change-picks.ts";
import { lookAt } from "../../picking/pick-look.ts";
import { notePick } from "../../picking/take-pick.ts";
import { capacityOf } from "../../routing/full-agents.ts";
import { type Committed, commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";
import { keyUse } from "./action-key.ts";

/**
 * E2: the agent opens a lead's details, and nobody else has it meanwhile. It is noted with the agent's picks first, so that of
 * two leads opened at once one is given back, whichever request was slower; then the lead is held. Who could not claim it
 * does not open it. A crash between the two leaves a window that no lead knows of: at worst a cool-down too many.
 */
export async function openLead(context: ActionContext): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const commit = async (obstacle?: Obstacle): Promise<ActionResult> => ({
    committed: await commitDecided(ports, routing, lead.state, (state) => decideOn(context, state, obstacle), { key }),
    body: lead.body,
  });
  const until = opensUntil(decideOn(context, lead.state));
  if (until === undefined || keyUse(lead.state, key, ports.clock.now()) !== "new") return commit();
  const noted = (await agentObstacle(context)) ?? (await noteOpening(context, lead.state, until));
  if (noted === "busy") return { committed: { outcome: "busy", state: lead.state }, body: lead.body };
  if ("reason" in noted) return commit(noted);
  // Once more: its request may have come through in between.
  if (noted.before !== undefined) await giveBack(context, noted.before.leadId);
  const opened = await commit();
  if (!isOpen(opened.committed, caller.agentId, ports.clock.now())) {
    await changePicks(ports, caller.agentId, (picks) =>
      withoutHolding(lookAt(routing.plan, picks, ports.clock.now()), leadId),
    );
    return opened;
  }
  return (await openedAnother(context)) ? { ...opened, committed: await giveBack(context, leadId) } : opened;
}

/** What speaks against it in the lead comes before what does in the agent's picks. */
function decideOn(context: ActionContext, state: LeadState, obstacle?: Obstacle): Decided {
  const refusal = roleRefusal(context, "open", state);
  if (refusal !== undefined) return refusal;
  const { windows } = guardRailsOf(context.routing.plan);
  // Nothing presses: everybody may look, and the first to claim has it.
  if (windows === false && state.status === "pooled") return unchanged;
  const details = windows === false ? 0 : durationMs(windows.details);
  const by = context.caller.agentId;
  const decided = decide({ type: "open", by, details }, state, decisionContext(context));
  return obstacle && opensUntil(decided) !== undefined ? refused({ kind: "guardRail", obstacle }) : decided;
}

/** When the window ends that this would open, epoch ms; undefined when it would open none. */
function opensUntil(decided: Decided): number | undefined {
  return decided.accepted ? decided.next?.deadlines.hold : undefined;
}

/** Who is away or has no room cannot claim it afterwards. */
async function agentObstacle({ ports, config, routing, caller }: ActionContext): Promise<Obstacle | undefined> {
  const agent = config.agents.get(caller.agentId);
  if (agent === undefined) return undefined;
  const { timeOff } = config;
  const limit = capacityOf(agent, routing.plan);
  const held = (await ports.loads.held([agent.agentId])).get(agent.agentId)?.length ?? 0;
  return ownObstacle(agent, { timeOff, limit, held, now: ports.clock.now() });
}

/**
 * Notes the opening with the agent's picks, unless the guard rails are in the way; answers which lead was open before, and has
 * been given back: later nobody would know of it.
 */
async function noteOpening(
  context: ActionContext,
  state: LeadState,
  until: number,
): Promise<Obstacle | "busy" | { readonly before: Holding | undefined }> {
  const { leadId } = context;
  let before: Holding | undefined;
  const obstacle = await notePick(context.ports, { ...context, state }, async (look) => {
    const open = holdingNow(look);
    before = open?.leadId === leadId ? undefined : open;
    if (before !== undefined) await giveBack(context, before.leadId);
    return afterOpening(look, { leadId, until });
  });
  return obstacle ?? { before };
}

function isOpen(committed: Committed, agentId: string, now: number): boolean {
  return committed.outcome === "done" && holdNow(committed.state, now)?.agentId === agentId;
}

/** While this one was being opened, the agent has opened another. */
async function openedAnother({ ports, caller, leadId }: ActionContext): Promise<boolean> {
  const { holding } = await ports.picks.picksOf(caller.agentId);
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
