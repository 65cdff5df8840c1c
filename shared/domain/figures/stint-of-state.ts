import type { LeadState } from "../../schemas/lead/lead.ts";
import { isFinal } from "../lifecycle/phase.ts";
import type { Stint } from "./stints.ts";

/**
 * The stints of a lead whose state tells all of them: at most one agent ever had it, and nothing was agreed that only the
 * history knows. Most leads are like that, and their histories need not be read. Undefined for all others.
 */
export function stintOfState(state: LeadState): readonly Stint[] | undefined {
  const { status, ownerId, assignedAt, contactedAt, value } = state;
  const simple = state.cycle === 1 && state.tried === undefined && state.appointmentAt === undefined;
  if (!simple || status === "appointment" || status === "erased") return undefined;
  if (status === "returned" || ownerId === undefined) return [];
  if (assignedAt === undefined) return undefined;
  return [
    {
      agentId: ownerId,
      sourceId: state.sourceId,
      temperature: state.temperature,
      assignedAt,
      ...(contactedAt !== undefined && { contactedAt }),
      appointment: false,
      noShow: false,
      converted: status === "converted",
      ...(status === "converted" && value !== undefined && { value }),
      ...(isFinal(status) && { endedAt: state.since }),
    },
  ];
}
