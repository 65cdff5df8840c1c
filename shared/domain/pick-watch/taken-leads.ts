import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { stintsOf } from "../figures/stints.ts";
import type { SizeClass } from "./size-class.ts";

/** A lead as the watch looks at it: what agents saw of it when they chose, and all that happened. */
export interface WatchedLead extends Pick<LeadState, "leadId" | "sourceId" | "temperature" | "receivedAt"> {
  /** At intake; engagement may have moved it since. */
  readonly score: number;
  readonly size: SizeClass;
  readonly events: readonly LeadEvent[];
}

/** A lead that one agent had: picked from the pool, or assigned by an offer, a leader, a backup. Instants are epoch ms. */
export interface TakenLead {
  readonly agentId: string;
  readonly picked: boolean;
  readonly at: number;
  /** In the pool since then; of picked ones only. */
  readonly postedAt?: number;
  readonly receivedAt: number;
  readonly sourceId: string;
  readonly temperature: Temperature;
  readonly size: SizeClass;
  /** As it was when the agent took it. */
  readonly score: number;
  readonly contactedAt?: number;
  readonly converted: boolean;
  /** When the agent had it no more; undefined while that goes on. */
  readonly endedAt?: number;
}

/** Everybody who had the lead, and how they came by it. A lead that was returned as bad was nobody's. */
export function takenLeads(lead: WatchedLead): readonly TakenLead[] {
  const { sourceId, temperature, size, receivedAt, events } = lead;
  const waits = poolWaits(events);
  return stintsOf(lead, events).map(({ agentId, assignedAt, contactedAt, converted, endedAt }) => {
    const picked = events.some(
      ({ type, at, agentId: by }) => type === "lead.claimed" && at === assignedAt && by === agentId,
    );
    const wait = picked ? waits.findLast(({ from, to }) => to === assignedAt && from <= assignedAt) : undefined;
    return {
      ...{ agentId, picked, at: assignedAt, sourceId, temperature, size, receivedAt, converted },
      ...(wait && { postedAt: wait.from }),
      score: scoreAt(lead, assignedAt),
      ...(contactedAt !== undefined && { contactedAt }),
      ...(endedAt !== undefined && { endedAt }),
    };
  });
}

/** A time in the pool, epoch ms; without `to` it lies there still. */
export interface PoolWait {
  readonly from: number;
  readonly to?: number;
}

/** Looking at a lead is not taking it, and whoever enquires again does not change where it lies. */
const staysInPool: ReadonlySet<LeadEvent["type"]> = new Set([
  "lead.pooled",
  "lead.opened",
  "lead.holdExpired",
  "lead.duplicate",
  "lead.scored",
  "lead.engaged",
  "lead.updated",
  "lead.campaignStop",
  "lead.feedback",
  "lead.complained",
]);

/** When the lead lay in the pool: from being posted until anything else became of it. Recycled into it again, it goes on. */
export function poolWaits(events: readonly LeadEvent[]): readonly PoolWait[] {
  const waits: PoolWait[] = [];
  for (const { type, at } of events) {
    const last = waits.at(-1);
    const open = last !== undefined && last.to === undefined;
    if (type === "lead.pooled" && !open) waits.push({ from: at });
    else if (open && !staysInPool.has(type)) waits[waits.length - 1] = { from: last.from, to: at };
  }
  return waits;
}

function scoreAt({ score, events }: WatchedLead, at: number): number {
  const scored = events.findLast((event) => event.type === "lead.scored" && event.at <= at);
  return scored?.value ?? score;
}
