import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Money, Temperature } from "../../schemas/primitives.ts";

/** The time that one agent had one lead, and what came of it. Instants are epoch ms. */
export interface Stint {
  readonly agentId: string;
  readonly sourceId: string;
  readonly temperature: Temperature;
  readonly assignedAt: number;
  readonly contactedAt?: number;
  readonly appointment: boolean;
  readonly noShow: boolean;
  readonly converted: boolean;
  readonly value?: Money;
  /** When somebody else, the pool or nobody got the lead, or it was closed; undefined while it goes on. */
  readonly endedAt?: number;
}

type Open = { -readonly [K in keyof Stint]: Stint[K] };

/**
 * Everybody who had the lead, in order, from its history: one that was taken back or given to somebody else counts for
 * both. An offer that nobody accepted is no stint; a lead that was returned as bad was no chance for anybody.
 */
export function stintsOf(
  { sourceId, temperature }: Pick<LeadState, "sourceId" | "temperature">,
  events: readonly LeadEvent[],
): readonly Stint[] {
  if (events.some(({ type }) => type === "lead.returned")) return [];
  const stints: Open[] = [];
  for (const event of events) {
    const current = stints.at(-1);
    const open = current?.endedAt === undefined ? current : undefined;
    if (open) note(open, event);
    const agentId = newOwner(event, open === undefined);
    if (agentId === undefined || (open?.agentId === agentId && open.endedAt === undefined)) continue;
    if (current) current.endedAt ??= event.at;
    const stint: Open = { agentId, sourceId, temperature, assignedAt: event.at, ...nothingYet };
    if (event.type === "lead.contacted") note(stint, event);
    stints.push(stint);
  }
  return stints;
}

const nothingYet = { appointment: false, noShow: false, converted: false };

/** Who owns the lead from this event on: an ISA who reaches somebody in nurture has the lead by that (C6). */
function newOwner({ type, agentId, outcome }: LeadEvent, unowned: boolean): string | undefined {
  switch (type) {
    case "lead.accepted":
    case "lead.claimed":
    case "lead.reassigned":
    case "lead.handedOver":
      return agentId;
    case "lead.contacted":
      return unowned && outcome === "reached" ? agentId : undefined;
    default:
      return undefined;
  }
}

function note(stint: Open, event: LeadEvent): void {
  switch (event.type) {
    case "lead.contacted":
      if (event.outcome === "reached") stint.contactedAt ??= event.at;
      return;
    case "lead.appointment":
      // What became of an ISA's appointment is the ISA's (C6).
      if (event.madeBy !== undefined) return;
      stint.appointment = true;
      stint.noShow ||= event.outcome === "noShow";
      return;
    case "lead.converted":
      stint.converted = true;
      if (event.value !== undefined && event.currency !== undefined) {
        stint.value = { amount: event.value, currency: event.currency };
      }
      stint.endedAt = event.at;
      return;
    case "lead.handedOver":
    case "lead.lost":
    case "lead.unqualified":
    case "lead.reclaimed":
    case "lead.pooled":
    case "lead.queued":
    case "lead.erased":
      stint.endedAt = event.at;
      return;
    default:
      return;
  }
}
