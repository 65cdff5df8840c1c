import type { Complaint } from "../../schemas/lead/complaint.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { WatchRow } from "./watch-rows.ts";

/** Somebody complained about how a lead was given out (E8, F4). */
export interface LeadComplaint extends Pick<LeadEvent, "about" | "ruleId" | "method"> {
  readonly leadId: string;
  /** Epoch ms. */
  readonly at: number;
  /** Who complains. */
  readonly agentId: string;
  /** Whose decision it is about, if a person's. */
  readonly decidedBy?: string;
  /** Gone with the person's data when the lead was erased. */
  readonly reason?: string;
}

/** The complaints in a lead's whole history, which counts its events from 1; what was written comes from BODY. */
export function complaintsIn(
  leadId: string,
  events: readonly LeadEvent[],
  kept: readonly Complaint[],
): readonly LeadComplaint[] {
  return events.flatMap(({ type, at, actor, about, ruleId, method, agentId: decidedBy }, i) => {
    if (type !== "lead.complained") return [];
    const reason = kept.find(({ version }) => version === i + 1)?.reason;
    return [
      {
        ...{ leadId, at, agentId: actor.slice("agent:".length) },
        ...(about !== undefined && { about }),
        ...(ruleId !== undefined && { ruleId }),
        ...(method !== undefined && { method }),
        ...(decidedBy !== undefined && { decidedBy }),
        ...(reason !== undefined && { reason }),
      },
    ];
  });
}

export interface ComplainedRow extends WatchRow {
  /** How often the agent complained. */
  readonly complaints: number;
}

const nothing = { leads: 0, contacted: 0, converted: 0 };

/** The rows with everybody's complaints; also one for who complained and had no lead: that may be why. */
export function withComplaintCounts(
  rows: readonly WatchRow[],
  complaints: readonly LeadComplaint[],
): readonly ComplainedRow[] {
  const counts = Map.groupBy(complaints, ({ agentId }) => agentId);
  const others = [...counts.keys()].filter((agentId) => !rows.some((row) => row.agentId === agentId));
  const empty = others.map((agentId) => ({
    ...{ agentId, picked: nothing, assigned: nothing, sources: {}, companySizes: {}, aged: 0 },
  }));
  return [...rows, ...empty]
    .map((row) => ({ ...row, complaints: counts.get(row.agentId)?.length ?? 0 }))
    .toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1));
}
