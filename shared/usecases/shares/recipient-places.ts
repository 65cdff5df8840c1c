import { DateTime } from "luxon";
import { day } from "../../domain/time/durations.ts";
import { type AssignLoads, noLeads } from "../routing/assignment.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";

interface Places {
  readonly loads: AssignLoads;
}

/**
 * The load in which a buyer's shares of one day are counted, from the tenant's midnight: a set like an agent's held
 * leads, so that counting a share again counts nothing. It is never given back: the cap is on what is sent in a day.
 */
export function dayOfBuyer(buyerId: string, timezone: string, now: number): string {
  return `${buyerId}@${DateTime.fromMillis(now, { zone: timezone }).toISODate() ?? ""}`;
}

/** So long a buyer's day is kept after the day it began in, ms: a share that waits for its next try finds it still. */
const keptFor = 3 * day;

/** Takes a place for the share with an agent, or one of the buyer's day. False when there is none; safe to repeat. */
export async function placeWith(
  { loads }: Places,
  { agents, buyers, plan }: RoutingConfig,
  recipientId: string,
  leadId: string,
  now: number,
): Promise<boolean> {
  const buyer = buyers.get(recipientId);
  if (buyer !== undefined) {
    if (buyer.dailyCap === undefined) return true;
    const today = dayOfBuyer(recipientId, plan.timezone, now);
    return loads.reserve(today, leadId, buyer.dailyCap, { expiresAt: now + keptFor });
  }
  const agent = agents.get(recipientId);
  return agent !== undefined && loads.reserve(recipientId, leadId, capacityOf(agent, plan));
}

/** Who of them has no room for the share. */
export async function fullRecipients(
  { loads }: Places,
  { agents, buyers, plan }: RoutingConfig,
  ids: readonly string[],
  leadOf: (recipientId: string) => string,
  now: number,
): Promise<readonly string[]> {
  const limits = ids.flatMap((id) => {
    const buyer = buyers.get(id);
    const agent = agents.get(id);
    const limit = buyer ? buyer.dailyCap : agent && capacityOf(agent, plan);
    return limit === undefined ? [] : [{ id, limit, load: buyer ? dayOfBuyer(id, plan.timezone, now) : id }];
  });
  if (limits.length === 0) return [];
  const held = await loads.held(limits.map(({ load }) => load));
  const full = limits.filter(({ id, limit, load }) => {
    const leads = held.get(load) ?? noLeads;
    return leads.length >= limit && !leads.includes(leadOf(id));
  });
  return full.map(({ id }) => id);
}
