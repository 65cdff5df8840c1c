import type { Complaint } from "../../schemas/lead/complaint.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";

/** The complaints of one commit. */
export function complaintsMade({ version, events }: Pick<LeadState, "version" | "events">): readonly Complaint[] {
  return events.flatMap(({ type, at, actor, about, agentId, reason }, i) => {
    if (type !== "lead.complained" || about === undefined || reason === undefined) return [];
    const by = actor.slice("agent:".length);
    const decidedBy = agentId !== undefined && { decidedBy: agentId };
    return [{ version: version - events.length + 1 + i, at, by, about, ...decidedBy, reason }];
  });
}

/** BODY with these complaints; one that it has already is not kept twice. */
export function withComplaints(body: LeadBody, made: readonly Complaint[]): LeadBody {
  const kept = body.complaints ?? [];
  const fresh = made.filter(({ version }) => !kept.some((each) => each.version === version));
  return fresh.length === 0 ? body : { ...body, complaints: [...kept, ...fresh] };
}

/** All complaints about a lead, oldest first, with those that BODY is about to have. */
export function complaintsOf(state: LeadState, body: Pick<LeadBody, "complaints">): readonly Complaint[] {
  const kept = body.complaints ?? [];
  return [...kept, ...complaintsMade(state).filter(({ version }) => !kept.some((each) => each.version === version))];
}

/** The event as the history keeps it, which outlives an erasure: what the agent wrote is in BODY (H4). */
export function withoutComplaint(event: LeadEvent): LeadEvent {
  if (event.type !== "lead.complained") return event;
  const { reason, ...rest } = event;
  return rest;
}
