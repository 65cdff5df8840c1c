import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import type { Day } from "./day.ts";
import { groupOf } from "./tenant.ts";

/** Something that somebody does, and how often compared with everything else. */
export type Act = readonly [weight: number, act: (day: Day) => Promise<void>];

/** Whoever is offered or has the lead, mostly; sometimes a colleague tries. A share may be named by its lead's id. */
export async function byHolder(
  day: Day,
  action: string,
  body: unknown,
  fits: (state: LeadState) => boolean = ({ ownerId }) => ownerId !== undefined,
): Promise<void> {
  const state = await day.someLead(fits);
  const holder = state?.offer?.agentId ?? state?.ownerId;
  if (!state || holder === undefined) return;
  const person = day.chance(0.1) ? day.pick(day.agents) : holder;
  const leadId = state.share !== undefined && day.chance(0.5) ? state.share.parentId : state.leadId;
  await byPerson(day, person, action, leadId, body);
}

export async function byPerson(day: Day, person: string, action: string, leadId: string, body: unknown): Promise<void> {
  await day.said(
    `${person} ${action} ${leadId} ${JSON.stringify(body)}`,
    day.world.ask("POST", `/v1/leads/${leadId}/${action}`, {
      as: { person, groups: [groupOf(day.tenant, person)] },
      body,
    }),
  );
}
