import type { Command, Decided } from "../../domain/lifecycle/command.ts";
import { decide } from "../../domain/lifecycle/decide.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { keyUse } from "./actions/action-key.ts";
import { type CommitOptions, type Committed, commitDecided } from "./commit-decided.ts";
import { passTicket } from "./give-back-place.ts";
import type { LeadItems } from "./routed-placement.ts";

/** A command for which somebody has to be chosen, and reserved, before it can be decided. */
export interface PlacedCommand {
  /** Why nobody needs to be chosen: refused, or done already. Asked again before every commit. */
  readonly stands: (state: LeadState) => Decided | undefined;
  readonly choose: (lead: LeadItems) => Promise<Placement | Decided>;
  readonly command: (placement: Placement) => Command;
}

/**
 * Chooses who gets the lead next and commits that together with why (declined, expired, taken back, handed over). `lead`
 * was read consistently: who was asked before is left out. What was reserved or drawn in vain is given back.
 */
export async function commitPlaced(
  ports: Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">,
  config: RoutingConfig,
  lead: LeadItems,
  { stands, choose, command }: PlacedCommand,
  options: CommitOptions = {},
): Promise<Committed> {
  const { state } = lead;
  const settled = keyUse(state, options.key, ports.clock.now()) === "new" ? stands(state) : undefined;
  if (settled !== undefined || keyUse(state, options.key, ports.clock.now()) !== "new") {
    return commitDecided(ports, config, state, (now) => stands(now) ?? settled ?? { accepted: true }, options);
  }
  const chosen = await choose(lead);
  if ("accepted" in chosen) return commitDecided(ports, config, state, () => chosen, options);
  const committed = await commitDecided(
    ports,
    config,
    state,
    (now) => stands(now) ?? decide(command(chosen), now, { now: ports.clock.now(), plan: config.plan }),
    { ...options, ...("agentId" in chosen && { reserved: chosen.agentId }) },
  );
  if (committed.outcome !== "done" || !committed.changed) await passTicket(ports, state.leadId, chosen);
  return committed;
}
