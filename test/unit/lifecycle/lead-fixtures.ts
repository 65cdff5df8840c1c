import type { Command, Decided, Draft, Refusal } from "../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../shared/domain/lifecycle/decide.ts";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import type { FirstOutcome, LeadBody, LeadState } from "../../../shared/schemas/lead/lead.ts";
import { leadBody } from "../../../shared/schemas/lead/lead.ts";
import { type Plan, planInput } from "../../../shared/schemas/plan/plan.ts";
import type { Temperature } from "../../../shared/schemas/primitives.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Monday, 10:00 in Berlin. */
export const start = Date.parse("2026-11-23T09:00:00Z");
export const leadId = "ld_01JD0000000000000000000001";

/** The defaults of a plan: hot 5/15/15/30 min, warm 30 min/2 h, cold 4 h/24 h; 72 h, 14 days, 2 attempts over 5 days. */
export function aPlan(given: Partial<Parameters<typeof planInput.parse>[0] & object> = {}): Plan {
  const input = planInput.parse({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [],
    fallback: { type: "pool" },
    ...given,
  });
  return { ...input, version: 1 };
}

export function aBody(first: Partial<FirstOutcome> = {}, given: Partial<LeadBody> = {}): LeadBody {
  return leadBody.parse({
    leadId,
    sourceId: "website",
    receivedAt: start,
    facts: { firstName: "Erika", lastName: "Mustermann", email: "erika@example.com", phone: "+493012345678" },
    score: { total: 50, parts: [{ points: 50, why: "base" }] },
    temperature: "hot",
    first: { commitId: "first", status: "offered", planVersion: 1, ...first },
    ...given,
  });
}

/** Offered to anna until five minutes after the start. */
export function offered(temperature: Temperature = "hot", acceptWithin = 5 * minute): LeadState {
  return firstState(aBody({ agentId: "anna", deadlines: { accept: start + acceptWithin } }, { temperature }));
}

export function unassigned(status: "nurture" | "pooled" | "queued"): LeadState {
  return firstState(aBody({ status, ...(status === "queued" && { reason: "capacity" }) }));
}

/** The state after these commands, each accepted, at these minutes after the start. */
export function given(state: LeadState, ...steps: readonly (readonly [number, Command])[]): LeadState {
  return steps.reduce((lead, [minutes, command]) => apply(lead, command, start + minutes * minute), state);
}

export const accept: Command = { type: "accept", by: "anna" };
export const reached: Command = { type: "contact", by: "anna", channel: "call", outcome: "reached" };
export const noAnswer: Command = { type: "contact", by: "anna", channel: "call", outcome: "noAnswer" };
export const toBen = { to: "offer", agentId: "ben" } as const;

/** Accepted by anna one minute after the start. */
export const accepted = (temperature?: Temperature): LeadState => given(offered(temperature), [1, accept]);
/** Contacted two minutes after the start. */
export const contacted = (): LeadState => given(accepted(), [2, reached]);

export function apply(state: LeadState, command: Command, now: number, plan: Plan = aPlan()): LeadState {
  return stateOf(state, nextOf(decide(command, state, { now, plan })));
}

/** As the use case names and numbers it. */
export function stateOf(before: LeadState, next: Draft): LeadState {
  return { ...next, version: before.version + next.events.length, commitId: `commit-${before.version}` };
}

export function nextOf(decided: Decided): Draft {
  if (!decided.accepted) throw new Error(`refused: ${JSON.stringify(decided.refusal)}`);
  if (decided.next === undefined) throw new Error("nothing changed");
  return decided.next;
}

export function refusalOf(decided: Decided): Refusal {
  if (decided.accepted) throw new Error("it was accepted");
  return decided.refusal;
}

export const types = (state: { readonly events: readonly { readonly type: string }[] }): readonly string[] =>
  state.events.map((event) => event.type);
