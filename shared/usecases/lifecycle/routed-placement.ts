import { stageOf } from "../../domain/handover/stage.ts";
import { offerDeadlines } from "../../domain/lifecycle/deadlines.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement, Routed } from "../../domain/lifecycle/place.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import type { Decision } from "../../schemas/lead/decision.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import { assignLead } from "../assign-lead.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { asShare, nextRecipient } from "../shares/next-recipient.ts";

export interface LeadItems {
  readonly state: LeadState;
  readonly body: LeadBody;
}

export type RoutingPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/**
 * By the tenant's rules, as a lead that somebody was asked about or had before (`again`) or as a new one (`first`). One
 * that an ISA has handed over goes to the field, never to another ISA, whatever the rules say (C6).
 */
export async function routedPlacement(
  ports: RoutingPorts,
  config: RoutingConfig,
  { state, body }: LeadItems,
  options: { readonly mode: "first" | "again"; readonly missed?: boolean },
): Promise<Placement> {
  const share = asShare({ state, body });
  if (share !== undefined) return nextRecipient(ports, config, share);
  const holder = holderOf(state);
  const now = ports.clock.now();
  const isas = stageOf(state) === "handover" ? isasOf(config) : [];
  const assignment = await assignLead(ports, config, {
    lead: leadToRoute(body, state),
    ...(options.mode === "first" && { owner: body.first.knownTo, knownThrough: body.first.knownThrough }),
    exclude: [...(state.tried ?? []), ...(holder === undefined ? [] : [holder]), ...isas],
    mode: options.mode,
    missed: options.missed,
    drawnParts: body.decision?.rules.flatMap(({ ruleId, why }) =>
      why.mix === undefined ? [] : [{ ruleId, drawn: why.mix.drawn }],
    ),
    now,
  });
  const routed = routedBy(assignment.decision);
  switch (assignment.outcome) {
    case "agent":
      return { to: "offer", agentId: assignment.agentId, routed, posted: assignment.posting?.posted };
    case "shared": {
      const { accept } = offerDeadlines(state.temperature, config.plan, now);
      return { to: "shares", shares: { at: now, accept, ...assignment.shares }, routed };
    }
    case "pooled":
      return { to: "pool", routed, posting: assignment.posting };
    case "queued":
      return { to: "queue", reason: assignment.reason, routed };
  }
}

/** Who is never asked about a lead that was handed over. */
export function isasOf({ agents }: Pick<RoutingConfig, "agents">): readonly string[] {
  return [...agents.values()].filter(({ role }) => role === "isa").map(({ agentId }) => agentId);
}

/** Rules that were missed say what the lead has instead, which may be about the person: the history keeps those that matched. */
function routedBy(decision: Decision): Routed {
  const { ruleId, method, poolId, ticket } = decision;
  return {
    ruleId,
    method,
    ...(poolId !== undefined && { poolId }),
    ...(ticket !== undefined && { ticket }),
    decision: { ...decision, rules: decision.rules.filter(({ matched }) => matched) },
  };
}
