import { complaintsMade, withComplaints, withoutComplaint } from "../../domain/complaints/kept-complaints.ts";
import { type Effect, effectsOf } from "../../domain/effects/effects-of.ts";
import { workflowInput } from "../../domain/lifecycle/workflow/workflow-input.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadToken } from "../../schemas/lead/workflow.ts";
import { putLinkOf } from "../lead-link.ts";
import { forgetLine } from "../lifecycle/queue/waiting-lines.ts";
import { rewriteBody } from "../lifecycle/rewrite-body.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { giveTurnBack } from "../rotation/give-turn-back.ts";
import { startTelling } from "../shares/afterwards/tell-erased.ts";
import { createShares } from "../shares/create-shares.ts";
import { eraseShares } from "../shares/erase-shares.ts";
import { followShares } from "../shares/follow-shares.ts";
import { completeToken } from "./complete-token.ts";
import { recordMiss } from "./record-miss.ts";
import { sendNotice } from "./send-notice.ts";

/** A version came before the one it follows: the lead is parked (its record fails) until the missing one is replayed. */
export class HistoryGap extends Error {
  constructor(leadId: string, version: number) {
    super(`version ${version} of ${leadId} came before the one it follows`);
    this.name = "HistoryGap";
  }
}

/** What handling a change has brought about. */
export interface Handled {
  /** Queued leads may find somebody now: the caller drains once a batch. */
  readonly drain: boolean;
  /** Events whose effects were done by this call, and not by an earlier delivery. */
  readonly happened: readonly LeadEvent[];
}

/**
 * Does what follows from one version of a lead, each effect safe to repeat, and records the history item last: whoever
 * finds it there has nothing left to do.
 */
export async function handleLeadVersion(
  ports: Ports,
  previous: LeadState | undefined,
  state: LeadState,
): Promise<Handled> {
  const progress = await ports.leads.progress(state.leadId, previous?.version ?? 0, state.version);
  if (progress.recorded) {
    return { drain: false, happened: [] };
  }
  if (previous !== undefined && !progress.previousRecorded) {
    throw new HistoryGap(state.leadId, state.version);
  }
  if (progress.token) {
    await completeToken(ports, progress.token, state);
  }
  if (state.status === "queued") forgetLine(ports.leads, state.leadId);
  const effects = effectsOf(previous, state);
  const config = effects.some(({ type }) => type === "notify" || type === "recordMiss")
    ? await ports.config.current()
    : undefined;
  for (const effect of effects) {
    await perform(effect, { ports, config, state, token: progress.token });
  }
  await ports.leads.recordHistory({
    leadId: state.leadId,
    from: state.version - state.events.length + 1,
    to: state.version,
    events: state.events.map(withoutComplaint),
  });
  return { drain: effects.some((effect) => effect.type === "drainQueue"), happened: state.events };
}

/** A token was stored: if the lead no longer waits for what it stands for, it is completed at once. */
export async function handleLeadToken(ports: Ports, token: LeadToken): Promise<void> {
  const state = await ports.leads.state(token.leadId);
  if (state) {
    await completeToken(ports, token, state);
  }
}

interface Context {
  readonly ports: Ports;
  readonly config: Configuration | undefined;
  readonly state: LeadState;
  readonly token: LeadToken | undefined;
}

async function perform(effect: Effect, { ports, config, state, token }: Context): Promise<void> {
  const { leadId, cycle, wait } = state;
  switch (effect.type) {
    case "hold":
      await ports.loads.reserve(effect.agentId, leadId, 0, { force: true });
      return;
    case "link":
      return putLinkOf(ports, state, effect.agentId);
    case "startWorkflow":
      return ports.workflow.start(workflowInput(state, ports.clock.now()));
    case "deliver":
      return ports.workflow.deliver({ leadId, cycle });
    case "createShares":
      return createShares(ports, leadId);
    case "tellErased":
      return startTelling(ports, state);
    case "eraseShares":
      await eraseShares(ports, leadId);
      return;
    case "followShares":
      return followShares(ports, effect.parentId);
    case "heartbeat":
      // Only the wait that this version belongs to: a stale token has just been completed.
      if (token?.at === "HoldOwnership" && token.cycle === cycle && token.wait === wait) {
        await ports.workflow.heartbeat(token.token);
      }
      return;
    case "useTicket":
      return ports.rotation.recordUsed(effect.poolId, effect.epoch, [effect.n]);
    case "recordMiss":
      return config && recordMiss(ports, config, state, effect);
    case "keepComplaint":
      await rewriteBody(ports, leadId, (body) => withComplaints(body, complaintsMade(state)));
      return;
    case "giveTurnBack":
      return giveTurnBack(ports, leadId);
    case "notify":
      return config && sendNotice(ports, config, state, effect.notice);
    case "release":
      return ports.loads.release(effect.agentId, leadId);
    case "drainQueue":
      // Once per batch, by the caller.
      return;
    default:
      return effect satisfies never;
  }
}
