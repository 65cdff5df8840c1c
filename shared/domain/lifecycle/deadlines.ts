import type { Deadlines, LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Temperature } from "../../schemas/primitives.ts";
import { guardRailsOf } from "../guard-rails/guard-rails-of.ts";
import { addBusinessTime, businessTimeBetween } from "../time/business-time.ts";
import { day, durationMs } from "../time/durations.ts";

/** A duration of the SLA from `from`: opening time where the plan's clock says so (D2). Epoch ms. */
export function slaInstant(plan: Plan, from: number, iso: string): number {
  const length = durationMs(iso);
  if (plan.sla.clock === "always" || plan.businessHours === undefined) return from + length;
  return addBusinessTime(from, length, { hours: plan.businessHours, zone: plan.timezone });
}

/** How long it was from one instant to the other by the clock of the plan's SLA, ms (D2). */
export function slaTimeBetween(
  { sla, businessHours, timezone }: Pick<Plan, "sla" | "businessHours" | "timezone">,
  from: number,
  to: number,
): number {
  if (sla.clock === "always" || businessHours === undefined) return to - from;
  return businessTimeBetween(from, to, { hours: businessHours, zone: timezone });
}

/** Deadline of one offer made at `now` (D1); not after `until`, when the lead is there for others to pick (E7). Epoch ms. */
export function offerDeadlines(
  temperature: Temperature,
  plan: Plan,
  now: number,
  until = Number.POSITIVE_INFINITY,
): { readonly accept: number } {
  return { accept: Math.min(slaInstant(plan, now, plan.sla[temperature].acceptWithin), until) };
}

/** How many agents are asked before the pool or the manager gets the lead (D1). */
export function mostOffers(temperature: Temperature, plan: Plan): number {
  return typeof plan.offers.max === "number" ? plan.offers.max : plan.offers.max[temperature];
}

/** When the whole phase of offers that began at `since` ends, however few were made (D2: a hot lead 3 × 5 min). Epoch ms. */
export function offersEndAt(temperature: Temperature, plan: Plan, since: number): number {
  const within = plan.sla[temperature].acceptWithin;
  let end = since;
  for (let made = 0; made < mostOffers(temperature, plan); made += 1) end = slaInstant(plan, end, within);
  return end;
}

/**
 * Deadlines of an owner assigned at `now`, by acceptance, claim, directly or as a backup (D2, D3). A lead given to a
 * backup or manager (`escalated`) has no second escalation. Ownership's end is not among them: it is set at first contact.
 */
export function assignmentDeadlines(
  temperature: Temperature,
  plan: Plan,
  now: number,
  options: { readonly escalated?: boolean } = {},
): Deadlines {
  const step = plan.sla[temperature];
  const escalates = options.escalated !== true;
  return {
    contact: slaInstant(plan, now, step.contactWithin),
    ...(escalates && step.notifyLeaderAfter !== undefined && { leader: slaInstant(plan, now, step.notifyLeaderAfter) }),
    ...(escalates && step.reassignAfter !== undefined && { backup: slaInstant(plan, now, step.reassignAfter) }),
    reclaim: now + durationMs(plan.reclaim.noContactAfter),
  };
}

/**
 * Deadlines of a lead that its owner picked at `now`: without contact in time it is taken back (E3), so nobody else backs
 * up for it before. A leader is told meanwhile, where the plan says so (D2).
 */
export function pickDeadlines(temperature: Temperature, plan: Plan, now: number): Deadlines {
  const contact = slaInstant(plan, now, guardRailsOf(plan).contactWithin);
  const { leader = contact } = assignmentDeadlines(temperature, plan, now);
  return { contact, ...(leader < contact && { leader }), reclaim: contact };
}

/** Deadlines after the first contact at `now` of an owner assigned at `assignedAt` (D3). */
export function contactDeadlines(
  lead: Pick<LeadState, "temperature" | "assignedAt" | "appointmentAt" | "prolongedTo">,
  plan: Plan,
  now: number,
): Deadlines {
  const ownership = Math.max(ownershipEnd(lead, plan, now), lead.prolongedTo ?? 0, ahead(lead.appointmentAt, now));
  return { idle: idleEnd(lead, plan, now), ownership };
}

/**
 * Deadlines when a leader leaves the lead with its owner at `now`, and until when they do: the days by quality begin anew.
 * Neither of them comes nearer (D3).
 */
export function prolongedDeadlines(
  lead: Pick<LeadState, "temperature" | "assignedAt" | "appointmentAt" | "deadlines">,
  plan: Plan,
  now: number,
): { readonly prolongedTo: number; readonly deadlines: Deadlines } {
  const prolongedTo = ownershipEnd({ ...lead, assignedAt: now }, plan, now);
  const { idle = 0, ownership = 0 } = contactDeadlines({ ...lead, prolongedTo }, plan, now);
  const standing = lead.deadlines;
  return {
    prolongedTo,
    deadlines: {
      idle: Math.max(idle, standing.idle ?? 0),
      ownership: Math.max(ownership, standing.ownership ?? 0),
    },
  };
}

/** When a lead without further progress is taken back, after progress at `now`; never before an appointment ahead (D3). */
export function idleEnd(lead: Pick<LeadState, "appointmentAt">, plan: Plan, now: number): number {
  return Math.max(now + durationMs(plan.reclaim.notConvertedAfter), ahead(lead.appointmentAt, now));
}

/** The owner's 30–60 days by quality, counted from the assignment (D3). */
function ownershipEnd(lead: Pick<LeadState, "temperature" | "assignedAt">, plan: Plan, now: number): number {
  return (lead.assignedAt ?? now) + durationMs(plan.reclaim.ownership[lead.temperature]);
}

/** An appointment further ahead than this holds nothing longer: a date in ten years would keep a lead for ever. */
const furthestAppointment = 90 * day;

const ahead = (appointmentAt: number | undefined, now: number): number =>
  appointmentAt !== undefined && appointmentAt > now ? Math.min(appointmentAt, now + furthestAppointment) : 0;

/**
 * When a lead without contact is taken back (D3): 72 h after its assignment; with too few attempts 72 h after the last;
 * with enough of them once they span the plan's `attemptsOver` and a day has passed since the last. Ownership's end
 * bounds all of it, else one call a day would hold a lead for ever. Undefined when nobody has the lead.
 */
export function reclaimDueAt(
  lead: Pick<LeadState, "temperature" | "assignedAt" | "attempts">,
  plan: Plan,
): number | undefined {
  const { assignedAt, attempts } = lead;
  if (assignedAt === undefined) return undefined;
  const limit = durationMs(plan.reclaim.noContactAfter);
  if (attempts === undefined) return assignedAt + limit;
  const due =
    attempts.count < plan.reclaim.minAttempts
      ? attempts.last + limit
      : Math.max(attempts.first + durationMs(plan.reclaim.attemptsOver), attempts.last + day);
  // Who tries does not lose the lead earlier than who does not.
  return Math.min(Math.max(due, assignedAt + limit), ownershipEnd(lead, plan, assignedAt));
}
