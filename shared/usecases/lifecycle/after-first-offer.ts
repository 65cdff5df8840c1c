import { NOT_ASSIGNED, postedAfterFirst, ruleOfPosted } from "../../domain/lead-pool/posting.ts";
import { offersExhausted } from "../../domain/lifecycle/commands/offer-commands.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { CLOSED } from "../../domain/routing/special-rules.ts";
import type { Posted } from "../../schemas/plan/posted.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { type LeadItems, type RoutingPorts, routedPlacement } from "./routed-placement.ts";

/**
 * E7: who was asked before anybody may pick the lead has not taken it. The next one is asked, for the rest of the time; when
 * that is over, or enough were asked, or nobody else can take it, the lead is posted to be picked.
 */
export async function afterFirstOffer(
  ports: RoutingPorts,
  config: RoutingConfig,
  lead: LeadItems,
  posted: Posted,
): Promise<Placement> {
  const { firstUntil = 0 } = posted;
  const now = ports.clock.now();
  if (now < firstUntil && !offersExhausted(lead.state, { now, plan: config.plan })) {
    const placement = await routedPlacement(ports, config, lead, { mode: "again" });
    if (placement.to === "pool") return { ...placement, reason: NOT_ASSIGNED };
    if (placement.to === "queue" && placement.routed?.ruleId !== CLOSED) return toPick(posted, config, now);
    if (placement.to !== "offer") return placement;
    return { ...placement, ...(placement.posted && { posted: { ...placement.posted, firstUntil } }) };
  }
  return toPick(posted, config, now);
}

function toPick(posted: Posted, { plan }: RoutingConfig, now: number): Placement {
  const routed = { ruleId: ruleOfPosted(posted), method: "cherryPick" };
  return { to: "pool", reason: NOT_ASSIGNED, routed, posting: postedAfterFirst(posted, plan, now) };
}
