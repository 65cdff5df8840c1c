import { unavailableReason } from "../../domain/eligibility/availability.ts";
import { stageOf } from "../../domain/handover/stage.ts";
import { offersExhausted } from "../../domain/lifecycle/commands/offer-commands.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { CLOSED, FALLBACK } from "../../domain/routing/special-rules.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { asShare, nextRecipient } from "../shares/next-recipient.ts";
import { afterFirstOffer } from "./after-first-offer.ts";
import { backupPlacement } from "./backup-placement.ts";
import { type LeadItems, type RoutingPorts, routedPlacement } from "./routed-placement.ts";

/** Why a picked lead that nobody was reached for in time goes on (E3). */
export const PICK_MISSED = "pickMissed";

/**
 * Who gets a lead that was declined, let pass or taken back (D1, D3): the next agent, and when enough were asked or
 * nobody else can, the manager or the pool, as the plan says. Never the queue: those who could be asked have been; but
 * what the plan holds outside business hours waits there. A backup who was asked since nobody claimed the lead gives way
 * to the next one (C9), and whoever was asked before the lead may be picked to the next one or the pool (E7).
 */
export async function nextPlacement(
  ports: RoutingPorts,
  config: RoutingConfig,
  lead: LeadItems,
  reason: string,
): Promise<Placement> {
  const share = asShare(lead);
  if (share !== undefined) return nextRecipient(ports, config, share);
  const { posted } = lead.state;
  if (posted?.firstUntil !== undefined) return afterFirstOffer(ports, config, lead, posted);
  if (posted !== undefined) return backupPlacement(ports, config, lead.state, posted);
  if (!offersExhausted(lead.state, { now: ports.clock.now(), plan: config.plan })) {
    const missed = reason === PICK_MISSED;
    const placement = await routedPlacement(ports, config, lead, { mode: "again", missed });
    if (placement.to === "pool")
      return (await insteadOfPool(ports, config, lead, placement)) ?? { ...placement, reason };
    if (placement.to !== "queue" || placement.routed?.ruleId === CLOSED) return placement;
  }
  return whenNobodyTakesIt(ports, config, lead, reason);
}

/**
 * Nobody else can be asked: the manager, if the plan says so; a lead that was handed over goes back to its ISA, who knows
 * the person (C6); else the pool.
 */
export async function whenNobodyTakesIt(
  ports: RoutingPorts,
  config: RoutingConfig,
  lead: LeadItems,
  reason: string,
): Promise<Placement> {
  const manager = await toManager(ports, config, lead, reason);
  return manager ?? (await backToIsa(ports, config, lead)) ?? { to: "pool", reason };
}

/** Whether anybody was asked for whom the lead is at this stage: an ISA who had it before the handover does not count. */
export function askedBefore({ tried = [], ...state }: LeadState, { agents }: Pick<RoutingConfig, "agents">): boolean {
  if (stageOf(state) === "new") return tried.length > 0;
  return tried.some((agentId) => agents.get(agentId)?.role !== "isa");
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

/** Where no rule of the plan means the pool, and only its fallback does, a lead's own ISA comes first (C6). */
async function insteadOfPool(
  ports: RoutingPorts,
  config: RoutingConfig,
  lead: LeadItems,
  { routed }: Extract<Placement, { readonly to: "pool" }>,
): Promise<Placement | undefined> {
  return routed?.ruleId === FALLBACK ? backToIsa(ports, config, lead) : undefined;
}

/** The ISA who qualified the lead, given without asking, if there and with room. */
async function backToIsa(
  ports: RoutingPorts,
  { agents, plan, timeOff }: RoutingConfig,
  { state }: LeadItems,
): Promise<Placement | undefined> {
  const isa = stageOf(state) === "handover" && state.isaId !== undefined ? agents.get(state.isaId) : undefined;
  if (isa === undefined || holderOf(state) === isa.agentId) return undefined;
  const now = ports.clock.now();
  if (unavailableReason(isa, { now, timezone: plan.timezone, timeOff }) !== undefined) return undefined;
  const reserved = await ports.loads.reserve(isa.agentId, state.leadId, capacityOf(isa, plan));
  return reserved ? { to: "owner", agentId: isa.agentId, reason: "notTaken" } : undefined;
}
