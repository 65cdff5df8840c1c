import { guardRailsOf } from "../../../domain/guard-rails/guard-rails-of.ts";
import { afterOpening, type Holding, holdingNow, notOpened } from "../../../domain/guard-rails/holding.ts";
import type { Obstacle } from "../../../domain/guard-rails/obstacle.ts";
import { ownObstacle } from "../../../domain/guard-rails/own-obstacle.ts";
import { type Decided, refused, unchanged } from "../../../domain/lifecycle/command.ts";
import { holdNow } from "../../../domain/lifecycle/commands/hold-commands.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import { durationMs } from "../../../domain/time/durations.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { changePicks } from "../../picking/change-picks.ts";
import { isToPick, lookAt } from "../../picking/pick-look.ts";
import { notePick, pickObstacle } from "../../picking/take-pick.ts";
import { capacityOf } from "../../routing/full-agents.ts";
import { type Committed, commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { type ActionContext, type ActionResult, decisionContext, gone, roleRefusal } from "./action-context.ts";
import { keyUse } from "./action-key.ts";

/** What the agent's picks say about the opening: what is in the way, or until when it is open (epoch ms). */
interface Noted {
  readonly obstacle?: Obstacle | undefined;
  readonly until?: number;
}

/**
 * E2: the agent opens a lead's details, and nobody else has it meanwhile. It is noted with the agent's picks first, so that of
 * two leads opened at once one is given back, whichever request was slower; then the lead is held. Who could not claim it
 * does not open it. A crash between the two leaves a window that no lead knows of: at worst a cool-down too many.
 */
export async function openLead(context: ActionContext): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return gone;
  const { state, body } = lead;
  const commit = async (noted: Noted = {}): Promise<ActionResult> => ({
    committed: await commitDecided(ports, routing, state, (each) => decideOn(context, each, noted), { key }),
    body,
  });
  if (keyUse(state, key, ports.clock.now()) !== "new") return commit();
  if (looksOnly(context, state)) {
    return commit({ obstacle: (await agentObstacle(context)) ?? (await pickObstacle(ports, { ...context, state })) });
  }
  const wanted = opensUntil(decideOn(context, state));
  if (wanted === undefined) return commit();
  const noted = (await agentObstacle(context)) ?? (await noteOpening(context, state, wanted));
  if (noted === "busy") return { committed: { outcome: "busy", state }, body };
  if ("reason" in noted) return commit({ obstacle: noted });
  // Once more: its request may have come through in between.
  if (noted.before !== undefined) await giveBack(context, noted.before.leadId);
  const opened = await commit({ until: noted.until });
  if (!isOpen(opened.committed, caller.agentId, ports.clock.now())) {
    await changePicks(ports, caller.agentId, (picks) =>
      notOpened(lookAt(routing.plan, picks, ports.clock.now()), leadId, noted.until !== wanted),
    );
    return opened;
  }
  return { body, committed: (await openedAnother(context)) ?? opened.committed };
}

/** What speaks against it in the lead comes before what does in the agent's picks. */
function decideOn(context: ActionContext, state: LeadState, { obstacle, until }: Noted = {}): Decided {
  const refusal = roleRefusal(context, "open", state);
  if (refusal !== undefined) return refusal;
  const inTheWay = obstacle && refused({ kind: "guardRail", obstacle });
  if (looksOnly(context, state)) return inTheWay ?? unchanged;
  const { windows } = guardRailsOf(context.routing.plan);
  const now = decisionContext(context);
  const whole = windows === false ? 0 : durationMs(windows.details);
  const details = until === undefined ? whole : until - now.now;
  const decided = decide({ type: "open", by: context.caller.agentId, details }, state, now);
  return inTheWay && opensUntil(decided) !== undefined ? inTheWay : decided;
}

/** Without windows nothing presses: everybody who may claim it may look, and the first to claim has it. */
function looksOnly({ ports, routing }: ActionContext, state: LeadState): boolean {
  return (
    guardRailsOf(routing.plan).windows === false && isToPick(state) && holdNow(state, ports.clock.now()) === undefined
  );
}

/** When the window ends that this would open, epoch ms; undefined when it would open none. */
function opensUntil(decided: Decided): number | undefined {
  return decided.accepted ? decided.next?.deadlines.hold : undefined;
}

/** Who is no agent, is away or has no room cannot claim it afterwards. */
async function agentObstacle({ ports, config, routing, caller }: ActionContext): Promise<Obstacle | undefined> {
  const agent = config.agents.get(caller.agentId);
  if (agent === undefined) return { reason: "inactive" };
  const { timeOff } = config;
  const limit = capacityOf(agent, routing.plan);
  const held = (await ports.loads.held([agent.agentId])).get(agent.agentId)?.length ?? 0;
  return ownObstacle(agent, { timeOff, limit, held, now: ports.clock.now() });
}

/**
 * Notes the opening with the agent's picks, unless the guard rails are in the way; answers until when it is open, and which
 * lead was open before, and has been given back: later nobody would know of it.
 */
async function noteOpening(
  context: ActionContext,
  state: LeadState,
  wanted: number,
): Promise<Obstacle | "busy" | { readonly until: number; readonly before: Holding | undefined }> {
  const { leadId } = context;
  let before: Holding | undefined;
  let until = wanted;
  const obstacle = await notePick(context.ports, { ...context, state }, async (look) => {
    const open = holdingNow(look);
    before = open?.leadId === leadId ? undefined : open;
    if (before !== undefined) await giveBack(context, before.leadId);
    const picks = afterOpening(look, { leadId, until: wanted });
    until = picks.holding.until;
    return picks;
  });
  return obstacle ?? { until, before };
}

function isOpen(committed: Committed, agentId: string, now: number): boolean {
  return committed.outcome === "done" && holdNow(committed.state, now)?.agentId === agentId;
}

/** While this one was being opened, the agent has opened another, and this one is in the pool again. */
async function openedAnother(context: ActionContext): Promise<Committed | undefined> {
  const { ports, caller, leadId } = context;
  const { holding } = await ports.picks.picksOf(caller.agentId);
  if (holding !== undefined && holding.leadId !== leadId) await giveBack(context, leadId);
  const state = await ports.leads.state(leadId);
  if (state === undefined) return { outcome: "gone" };
  return state.status === "pooled" ? { outcome: "refused", state, refusal: { kind: "openedAnother" } } : undefined;
}

/** One at a time: the lead is in the pool again. */
async function giveBack(context: ActionContext, leadId: string): Promise<Committed> {
  const { ports, routing, caller } = context;
  const state = await ports.leads.state(leadId);
  if (state === undefined) return { outcome: "gone" };
  const command = { type: "giveBack", by: caller.agentId } as const;
  return commitDecided(ports, routing, state, (now) => decide(command, now, decisionContext(context)));
}
