import type { DraftLead } from "../../domain/intake/draft-lead.ts";
import { isSpam } from "../../domain/intake/spam.ts";
import { noPlan } from "../../domain/intake/verdict.ts";
import { assignmentDeadlines, offerDeadlines } from "../../domain/lifecycle/deadlines.ts";
import type { LeadToRoute } from "../../domain/routing/lead-to-route.ts";
import { isNurtured } from "../../domain/scoring/temperature-of.ts";
import type { Decision } from "../../schemas/lead/decision.ts";
import type { FirstOutcome } from "../../schemas/lead/lead.ts";
import type { LeadInput } from "../../schemas/lead/lead-input.ts";
import type { Source } from "../../schemas/source.ts";
import { type AssignPorts, assignLead } from "../assign-lead.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";
import { markPerson } from "./known-person.ts";
import { dailyCapReached } from "./source-limits.ts";
import { standingClaim } from "./standing-claim.ts";

export interface LeadToDecide {
  readonly leadId: string;
  readonly input: LeadInput;
  readonly draft: DraftLead;
  readonly source: Source;
  readonly config: Configuration;
  /** Text of the form's hidden field. */
  readonly honeypot?: string | undefined;
  readonly now: number;
}

/** What becomes of the lead; `agentId` with `offered` or `accepted` has a place reserved for it. */
export type Outcome = Omit<FirstOutcome, "commitId" | "planVersion" | "deadlines"> &
  Partial<Pick<FirstOutcome, "deadlines">> & { readonly decision?: Decision };

type DecidePorts = AssignPorts & Pick<Ports, "intake" | "leads" | "clock" | "secrets">;

/**
 * What becomes of a new lead, in this order: test leads and spam touch nothing; a known person's lead inside the window is
 * a duplicate (A3); a source over its cap is refused (A6); too low a score stays with marketing (B3); the rest is routed,
 * a known person's to the agent who has the person (C12). `busy`: another intake has marked the person and is still at it.
 * A simulation comes with an `assign` of its own, which leaves out the trace.
 */
export async function decideOutcome(
  ports: DecidePorts,
  lead: LeadToDecide,
  assign: typeof assignLead = assignLead,
): Promise<Outcome | "busy"> {
  const { config, draft, source, now } = lead;
  if (lead.input.test) {
    return { status: "test" };
  }
  if (isSpam(draft.facts, lead.honeypot)) {
    return { status: "rejected", reason: "spam" };
  }
  const person = { ...draft.facts, leadId: lead.leadId, now };
  const known = await markPerson(ports, person, config.plan);
  if (known.outcome === "busy") {
    return "busy";
  }
  if (known.outcome === "duplicate") {
    return {
      status: "duplicate",
      duplicateOf: known.rootId,
      ...(known.agentId === undefined ? {} : { agentId: known.agentId }),
    };
  }
  if (await dailyCapReached(ports, source, config.plan?.timezone, now)) {
    return { status: "rejected", reason: "cap", ...(known.earlier.length > 0 && { earlier: [...known.earlier] }) };
  }
  return routed(ports, lead, known.earlier, assign);
}

async function routed(
  ports: DecidePorts,
  lead: LeadToDecide,
  earlier: readonly string[],
  assign: typeof assignLead,
): Promise<Outcome> {
  const { draft, leadId, now } = lead;
  const config = withPlan(lead.config);
  if (config === undefined) {
    return { status: "queued", reason: noPlan };
  }
  const { plan } = config;
  const { claim, link } = await standingClaim(ports, lead, earlier, config);
  const before = link.length === 0 ? {} : { earlier: [...link] };
  const { agentId: owner, knownThrough } = claim ?? {};
  const known = owner === undefined ? {} : { knownTo: owner, ...(knownThrough && { knownThrough }) };
  if (isNurtured(draft.score.total, plan.scoring)) {
    return { status: "nurture", ...before, ...known, decision: nurtured(plan.version) };
  }
  const assigned = await assign(ports, config, {
    lead: toRoute(leadId, draft),
    owner,
    knownThrough,
    mode: "first",
    now,
  });
  const { decision } = assigned;
  switch (assigned.outcome) {
    case "agent": {
      const { agentId, posting } = assigned;
      if (knownThrough === "outbound" && agentId === owner) {
        return { ...before, ...given(agentId, decision), deadlines: assignmentDeadlines(draft.temperature, plan, now) };
      }
      return {
        status: "offered",
        ...before,
        agentId,
        ...(posting && { posted: posting.posted }),
        deadlines: offerDeadlines(draft.temperature, plan, now, posting?.posted.firstUntil),
        decision,
      };
    }
    case "shared": {
      const { accept } = offerDeadlines(draft.temperature, plan, now);
      const shares = { at: now, accept, ...assigned.shares };
      return { status: "offered", ...before, shares, deadlines: { accept }, decision };
    }
    case "pooled":
      return { status: "pooled", ...before, ...assigned.posting, decision };
    case "queued":
      return { status: "queued", reason: assigned.reason, ...before, ...known, decision };
    default:
      return assigned satisfies never;
  }
}

/** Whoever made the first contact need not accept the lead: it is theirs (C12). */
const given = (agentId: string, decision: Decision): Outcome => ({
  status: "accepted",
  reason: "outbound",
  direct: true,
  agentId,
  decision,
});

const nurtured = (planVersion: number): Decision => ({
  ruleId: "handover",
  method: "nurture",
  chosen: [],
  considered: [],
  rules: [],
  outcome: "nurture",
  planVersion,
});

const toRoute = (leadId: string, draft: DraftLead): LeadToRoute => ({
  leadId,
  facts: draft.facts,
  areas: draft.areas ?? [],
  score: draft.score.total,
  temperature: draft.temperature,
  sourceId: draft.sourceId,
  exclusivity: draft.exclusivity,
  shares: draft.shares,
});
