import { routingSignature } from "../../../domain/lifecycle/routing-signature.ts";
import { leadToRoute } from "../../../domain/routing/lead-to-route.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import type { LeadsPort } from "../../ports/ports.ts";
import type { LeadItems } from "../routed-placement.ts";

interface Line {
  readonly signature: string;
  readonly plan: Plan;
  /** Epoch ms. */
  readonly readAt: number;
}

/** Leads change while they wait, seldom: what another container wrote is seen after this long. Ms. */
const goodFor = 10 * 60_000;
const mostRemembered = 50_000;

/** What a container remembers of queued leads, so that a long queue is not read again whenever somebody has room. */
const memories = new WeakMap<LeadsPort, Map<string, Line>>();

function memoryOf(leads: LeadsPort): Map<string, Line> {
  const known = memories.get(leads) ?? new Map<string, Line>();
  memories.set(leads, known);
  return known;
}

/** The line a queued lead waits in, if it was read lately: leads of one line are routed alike. */
export function rememberedLine(leads: LeadsPort, leadId: string, plan: Plan, now: number): string | undefined {
  const line = memoryOf(leads).get(leadId);
  return line?.plan === plan && now - line.readAt < goodFor ? line.signature : undefined;
}

/** The line of a lead just read. */
export function lineOf(leads: LeadsPort, { state, body }: LeadItems, plan: Plan, now: number): string {
  const memory = memoryOf(leads);
  if (memory.size >= mostRemembered) memory.clear();
  // A known person waits for their own agent too, whatever the rules say of others.
  const signature = `${routingSignature(leadToRoute(body, state), state.tried ?? [], plan)} ${body.first.knownTo ?? ""}`;
  memory.set(state.leadId, { signature, plan, readAt: now });
  return signature;
}

/** The lead has changed: what was remembered of it may be wrong. */
export function forgetLine(leads: LeadsPort, leadId: string): void {
  memories.get(leads)?.delete(leadId);
}
