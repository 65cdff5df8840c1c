import { continuingOwner } from "../../domain/intake/continuing-owner.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { durationMs } from "../../domain/time/durations.ts";
import { leadIdTime } from "../../domain/time/lead-id-time.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import { abandonedAfter, standingLead, waitFor } from "./standing-lead.ts";

/** So many of the person's leads are read at most, one read each. */
const mostRead = 10;
/** After so many the next lead remembers the one that somebody owns, not those in between. */
const many = 5;

/** What the person's earlier leads say about whose the person is. */
export interface EarlierLeads {
  /** The latest open lead that an agent owns. */
  readonly owned?: { readonly leadId: string; readonly agentId: string } | undefined;
  /** Who owned the latest ones that are closed, those who let a later one pass left out. */
  readonly closed: readonly string[];
  /** To whom one is being offered. */
  readonly offered?: string | undefined;
  /** What the lead at hand is to remember. */
  readonly link: readonly string[];
}

/**
 * The person's earlier leads, the latest first, until one is open and owned (C12). A person's marks know only the latest
 * lead, and nobody need own that one yet: each lead tells which were before it.
 */
export async function earlierLeads(
  ports: Pick<Ports, "leads" | "clock">,
  latest: readonly string[],
  now: number,
  continuity: Plan["continuity"],
): Promise<EarlierLeads> {
  const known = new Set(latest);
  const waiting = new Set(latest);
  const passed = new Set<string>();
  const closed: string[] = [];
  let offered: string | undefined;
  for (let read = 1; read <= mostRead && waiting.size > 0; read++) {
    const leadId = [...waiting].toSorted().at(-1) ?? "";
    waiting.delete(leadId);
    const lead = await leadOf(ports, leadId, now);
    if (lead === undefined) continue;
    const { state, body } = lead;
    const agentId = continuingOwner(state, now, restingPeriod(continuity));
    if (agentId !== undefined && isOwned(state)) {
      return { owned: { leadId, agentId }, closed, offered, link: read > many ? [leadId] : latest };
    }
    if (agentId !== undefined && !passed.has(agentId)) closed.push(agentId);
    offered ??= state.status === "offered" ? state.offer?.agentId : undefined;
    for (const each of state.tried ?? []) passed.add(each);
    const before = state.duplicateOf === undefined ? (body.first.earlier ?? []) : [state.duplicateOf];
    for (const each of before) if (!known.has(each)) waiting.add(each);
    for (const each of before) known.add(each);
  }
  return { closed, offered, link: latest };
}

/** Whether an agent owns the lead and it is open. */
export function isOwned(state: LeadState): boolean {
  return state.ownerId !== undefined && holderOf(state) === state.ownerId;
}

/** How long after the last contact a person still belongs to somebody, ms; undefined: always. */
export function restingPeriod({ restingPeriod: rest }: Plan["continuity"]): number | undefined {
  return rest === undefined ? undefined : durationMs(rest);
}

/** The lead as it stands; one whose intake must still be at work is waited for. */
async function leadOf(ports: Pick<Ports, "leads" | "clock">, leadId: string, now: number) {
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead !== undefined || now - leadIdTime(leadId) > abandonedAfter) return lead;
  return waitFor(ports.clock, () => standingLead(ports, leadId));
}
