import { complaintsOf } from "../../../domain/complaints/kept-complaints.ts";
import { progressiveRuleName } from "../../../domain/progressive/progressive-rules.ts";
import type { Complaint } from "../../../schemas/lead/complaint.ts";
import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadBody, LeadState } from "../../../schemas/lead/lead.ts";
import { readsComplaint, type Viewer } from "../../lead-view.ts";
import type { Ports } from "../../ports/ports.ts";
import { summariseDecision } from "../../summarise-decision.ts";
import { commitsOf } from "../lead-events.ts";

export type HistoryEntry = Readonly<Record<string, unknown>> & {
  readonly version: number;
  readonly type: LeadEvent["type"];
  /** ISO-8601. */
  readonly at: string;
};

const routed: ReadonlySet<LeadEvent["type"]> = new Set([
  "lead.offered",
  "lead.pooled",
  "lead.queued",
  "lead.reassigned",
  "lead.scored",
  "lead.duplicate",
]);

/**
 * Everything that happened, one entry for each version (D8). The latest commit is added while the consumer has not yet
 * recorded it, so nobody misses what they just did. Every decision goes with its event; the first one is read from BODY.
 */
export async function leadHistory(
  ports: Pick<Ports, "leads">,
  { state, body }: { readonly state: LeadState; readonly body: LeadBody },
  viewer: Viewer,
): Promise<readonly HistoryEntry[]> {
  const commits = await commitsOf(ports.leads, state);
  const entries = commits.flatMap(({ from, events }) => events.map((event, i) => ({ version: from + i, event })));
  const first = entries.find(({ event }) => routed.has(event.type) || event.outcome === "shared");
  const complaints = new Map(complaintsOf(state, body).map((each) => [each.version, each]));
  return entries.map(({ version, event: { decision: own, reason: given, ...event } }) => {
    const complaint = complaints.get(version);
    const reason = event.type === "lead.complained" ? complaintTold(complaint, state, viewer) : given;
    const decision = own ?? (version === first?.version ? body.decision : undefined);
    return {
      version,
      ...event,
      type: event.type,
      at: new Date(event.at).toISOString(),
      ...(reason !== undefined && { reason: reasonTold(reason, viewer) }),
      ...(event.appointmentAt !== undefined && { appointmentAt: new Date(event.appointmentAt).toISOString() }),
      ...(decision && { decision: summariseDecision(decision, viewer.config, viewer.locale, body) }),
    };
  });
}

/** That somebody complained is everybody's to see; what they wrote is not. Nothing is left of it after an erasure (H4). */
function complaintTold(complaint: Complaint | undefined, state: LeadState, viewer: Viewer): string | undefined {
  return complaint && readsComplaint(viewer, state, complaint) ? complaint.reason : undefined;
}

/** A progressive rule is called as the tenant calls it. */
function reasonTold(reason: string, { config }: Viewer): string {
  return progressiveRuleName(reason, config.plan?.progressive ?? []) ?? reason;
}
