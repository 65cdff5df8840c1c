import { offerDeadlines } from "../../domain/lifecycle/deadlines.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { offersExhausted } from "../../domain/lifecycle/offer-commands.ts";
import type { Placement, Routed } from "../../domain/lifecycle/place.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import { CLOSED } from "../../domain/routing/special-rules.ts";
import type { Decision } from "../../schemas/decision.ts";
import type { LeadBody, LeadState } from "../../schemas/lead.ts";
import { assignLead } from "../assign-lead.ts";
import type { Ports } from "../ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { asShare, nextRecipient } from "../shares/next-recipient.ts";

export interface LeadItems {
  readonly state: LeadState;
  readonly body: LeadBody;
}

type RoutingPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/** By the tenant's rules, as a lead that somebody was asked about or had before (`again`) or as a new one (`first`). */
export async function routedPlacement(
  ports: RoutingPorts,
  config: RoutingConfig,
  { state, body }: LeadItems,
  options: { readonly mode: "first" | "again"; readonly exclude?: readonly string[] },
): Promise<Placement> {
  const share = asShare({ state, body });
  if (share !== undefined) return nextRecipient(ports, config, share);
  const holder = holderOf(state);
  const now = ports.clock.now();
  const assignment = await assignLead(ports, config, {
    lead: leadToRoute(body, state),
    exclude: [...(state.tried ?? []), ...(holder === undefined ? [] : [holder]), ...(options.exclude ?? [])],
    mode: options.mode,
    drawnParts: body.decision?.rules.flatMap(({ ruleId, why }) =>
      why.mix === undefined ? [] : [{ ruleId, drawn: why.mix.drawn }],
    ),
    now,
  });
  const routed = routedBy(assignment.decision);
  switch (assignment.outcome) {
    case "agent":
      return { to: "offer", agentId: assignment.agentId, routed };
    case "shared": {
      const { accept } = offerDeadlines(state.temperature, config.plan, now);
      return { to: "shares", shares: { at: now, accept, ...assignment.shares }, routed };
    }
    case "pooled":
      return { to: "pool", routed };
    case "queued":
      return { to: "queue", reason: assignment.reason, routed };
  }
}

/**
 * Who gets a lead that was declined, let pass or taken back (D1, D3): the next agent, and when enough were asked or
 * nobody else can, the manager or the pool, as the plan says. Never the queue: those who could be asked have been; but
 * what the plan holds outside business hours waits there.
 */
export async function nextPlacement(
  ports: RoutingPorts,
  config: RoutingConfig,
  lead: LeadItems,
  reason: string,
): Promise<Placement> {
  const share = asShare(lead);
  if (share !== undefined) return nextRecipient(ports, config, share);
  if (!offersExhausted(lead.state, { now: ports.clock.now(), plan: config.plan })) {
    const placement = await routedPlacement(ports, config, lead, { mode: "again" });
    if (placement.to === "pool") return { ...placement, reason };
    if (placement.to !== "queue" || placement.routed?.ruleId === CLOSED) return placement;
  }
  return (await toManager(ports, config, lead, reason)) ?? { to: "pool", reason };
}

/** The manager of the plan, if that is what it says and there is room: not even a manager is filled beyond capacity. */
async function toManager(
  ports: RoutingPorts,
  { plan, agents }: RoutingConfig,
  { state }: LeadItems,
  reason: string,
): Promise<Placement | undefined> {
  const { then, managerId } = plan.offers;
  const manager = then === "manager" && managerId !== undefined ? agents.get(managerId) : undefined;
  if (manager === undefined || manager.status !== "active" || holderOf(state) === manager.agentId) return undefined;
  const reserved = await ports.loads.reserve(manager.agentId, state.leadId, capacityOf(manager, plan));
  return reserved ? { to: "owner", agentId: manager.agentId, reason, escalated: true } : undefined;
}

function routedBy({ ruleId, method, poolId, ticket }: Decision): Routed {
  return { ruleId, method, ...(poolId !== undefined && { poolId }), ...(ticket !== undefined && { ticket }) };
}
