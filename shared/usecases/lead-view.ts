import { complaintsOf } from "../domain/complaints/kept-complaints.ts";
import { type LeadCaller, standingOf } from "../domain/lifecycle/access.ts";
import { returnableUntil } from "../domain/lifecycle/commands/return-commands.ts";
import { holderOf } from "../domain/lifecycle/holder.ts";
import { isFinal } from "../domain/lifecycle/phase.ts";
import { type CountedBody, exclusivityOf } from "../domain/shares/exclusivity.ts";
import type { Complaint } from "../schemas/lead/complaint.ts";
import type { Decision } from "../schemas/lead/decision.ts";
import type { LeadBody, LeadState } from "../schemas/lead/lead.ts";
import type { Locale } from "../schemas/primitives.ts";
import { type HandoverView, handoverView } from "./handover-view.ts";
import type { Configuration } from "./ports/ports.ts";
import { summariseDecision } from "./summarise-decision.ts";
import { attributionFor, detailFor, factsFor } from "./visible-facts.ts";

/** Who looks at a lead, in which language, and the team as it is. */
export interface Viewer {
  readonly caller: LeadCaller;
  readonly config: Configuration;
  readonly locale: Locale;
}

/** A lead as the API shows it; instants as ISO-8601. Fields by role. */
export type LeadView = Readonly<Record<string, unknown>> & {
  readonly leadId: string;
  readonly version: number;
  readonly status: LeadState["status"];
};

/**
 * The lead for this reader: everything for the owner, the leaders of the team, managers and the ISAs who qualify it; before
 * acceptance and in the pool what helps to decide, without contact data; for finance and marketing nothing personal.
 */
export function leadView(state: LeadState, body: CountedBody, viewer: Viewer): LeadView {
  const { leadId, version, status } = state;
  const detail = detailFor(standingOf(viewer.caller, state, viewer.config));
  if (detail === "none") return { leadId, version, status };
  return {
    ...factsFor(body, detail, viewer.config.plan),
    ...exclusivityOf(body),
    ...(state.share && { parentId: state.share.parentId, shareId: state.share.shareId }),
    ...(detail === "full" && { ...workOf(state, body, viewer), handover: handoverOf(state, body, viewer) }),
    ...(detail !== "masked" &&
      detail !== "opened" && {
        attribution: attributionFor(body, detail),
        price: state.share === undefined ? body.price : state.share.price,
      }),
    ...statusOf(state, viewer),
  };
}

/** The lead's state of affairs, without anything about the person. */
function statusOf(state: LeadState, { config }: Viewer): LeadView {
  const { offer, deadlines } = state;
  return {
    leadId: state.leadId,
    version: state.version,
    status: state.status,
    temperature: state.temperature,
    score: state.score,
    sourceId: state.sourceId,
    receivedAt: iso(state.receivedAt),
    since: iso(state.since),
    ownerId: state.ownerId,
    ...(offer !== undefined && { offer: { agentId: offer.agentId, expiresAt: iso(offer.expiresAt) } }),
    deadlines: isFinal(state.status)
      ? {}
      : {
          accept: iso(deadlines.accept),
          claim: iso(deadlines.claim),
          hold: iso(deadlines.hold),
          contact: iso(deadlines.contact),
          reclaim: iso(deadlines.reclaim ?? deadlines.idle),
          ownership: iso(deadlines.ownership),
        },
    assignedAt: iso(state.assignedAt),
    contactedAt: iso(state.contactedAt),
    appointmentAt: iso(state.appointmentAt),
    isaId: state.isaId,
    handedOverAt: iso(state.handedOverAt),
    attempts: state.attempts?.count,
    value: state.value,
    returnAsked: state.returnAsked && { ...state.returnAsked, at: iso(state.returnAsked.at) },
    returnableUntil: isFinal(state.status)
      ? undefined
      : iso(returnableUntil(state, config.sources.get(state.sourceId))),
    reason: state.reason,
    duplicateOf: state.duplicateOf,
  };
}

/** What everybody who works on the lead sees beside the facts. */
function workOf(state: LeadState, body: LeadBody, viewer: Viewer): Readonly<Record<string, unknown>> {
  const { config, locale } = viewer;
  const decision = decisionNow(state, body);
  const { externalId, areas, consent, engagement, accountId, senderScore, flags, checklist } = body;
  return {
    ...{ externalId, areas, consent, engagement, accountId, senderScore, flags, checklist },
    notes: body.notes?.map((note) => ({ ...note, at: iso(note.at) })),
    complaints: complaintsFor(state, body, viewer),
    heldBy: state.held?.agentId,
    scoreParts: (body.rescored ?? body.score).parts,
    decision: decision && summariseDecision(decision, config, locale, body),
  };
}

/** Those that this reader may read, if there are any. */
function complaintsFor(state: LeadState, body: LeadBody, viewer: Viewer) {
  const told = complaintsOf(state, body).filter((each) => readsComplaint(viewer, state, each));
  return told.length === 0 ? undefined : told.map((each) => ({ ...each, at: iso(each.at) }));
}

/**
 * What an agent wrote is for that agent, and for who leads those who have the lead, unless it is about their own decision
 * (F4).
 */
export function readsComplaint(
  { caller, config }: Viewer,
  state: LeadState,
  { by, decidedBy }: Pick<Complaint, "by" | "decidedBy">,
): boolean {
  if (by === caller.agentId) return true;
  return decidedBy !== caller.agentId && standingOf(caller, state, config) === "leader";
}

/** By which decision the lead is where it is, as far as STATE and BODY tell: one by which it was routed again may be older. */
export function decisionNow(state: LeadState, { decision }: LeadBody): Decision | undefined {
  const latest = state.events.findLast((event) => event.decision !== undefined)?.decision;
  if (latest !== undefined || decision === undefined) return latest;
  const holder = holderOf(state) ?? state.ownerId;
  if (holder !== undefined) return decision.chosen.includes(holder) ? decision : undefined;
  const waits = state.status === "pooled" || state.status === "queued";
  return waits && decision.outcome !== state.status ? undefined : decision;
}

/** What is missing for the handover, while an ISA qualifies the lead or could (C6). */
function handoverOf(state: LeadState, body: LeadBody, { config, locale }: Viewer): HandoverView | undefined {
  const qualifying = state.status === "nurture" || config.agents.get(holderOf(state) ?? "")?.role === "isa";
  return qualifying && config.plan ? handoverView(body, config.plan, locale) : undefined;
}

function iso(instant: number): string;
function iso(instant: number | undefined): string | undefined;
function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
