import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { methodsOfPlan } from "../../domain/plan/methods-of-plan.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Share } from "../../schemas/lead/share.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import { drawAgain } from "../rotation/draw-again.ts";
import { type SharedMethod, sharedLineup, turnRequest } from "../routing/methods/try-shared.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { decideRecipient } from "./decide-recipient.ts";
import { recipientFor } from "./recipients.ts";

export type RecipientPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

export interface SharedLead {
  readonly state: LeadState & { readonly share: Share };
  readonly body: LeadBody;
}

/**
 * Who gets a share that was declined, let pass, taken back or sent back: the next one of the rule that shared the lead who
 * was not asked about any share of it, whoever else reaches for the same at this moment. Nobody left: it stays unsold,
 * and no second share goes to anybody.
 */
export async function nextRecipient(
  ports: RecipientPorts,
  config: RoutingConfig,
  lead: SharedLead,
): Promise<Placement> {
  const { state, body } = lead;
  const { parentId, shareId, poolRule } = state.share;
  const shared = sharedBy(config.plan, poolRule);
  if (shared === undefined) return { to: "unsold" };
  const { method, ruleId } = shared;
  const now = ports.clock.now();
  const holder = holderOf(state);
  const asked = [...(await ports.leads.recipients(parentId)), ...(state.tried ?? []), ...(holder ? [holder] : [])];
  const request = { lead: leadToRoute(body, state), mode: "again", exclude: asked, now } as const;
  const context = { ports, config, ruleId: poolRule, request };
  const lineup = sharedLineup(context, method, true);
  const turn = turnRequest(context, lineup, [...new Set(asked)], () => state.leadId);
  const { taken } = await drawAgain(ports, {
    ...turn,
    reserve: async (id) => {
      if (!(await turn.reserve(id))) return false;
      if (await ports.leads.claimRecipient(parentId, id, shareId)) return true;
      await ports.loads.release(id, state.leadId);
      return false;
    },
  });
  if (taken === undefined) return { to: "unsold" };
  const routed = decideRecipient(config, request.lead, { ruleId, method, lineup, taken, asked }, now);
  const { recipient, price } = recipientFor(config, taken.agentId, method);
  return "buyerId" in recipient
    ? { to: "buyer", ...recipient, price, routed }
    : { to: "offer", ...recipient, price, routed };
}

/** The method that shared the lead, as the plan has it now. */
export function sharedBy(
  plan: Plan,
  poolRule: string,
): { readonly ruleId: string; readonly method: SharedMethod } | undefined {
  for (const placed of methodsOfPlan(plan)) {
    if (placed.poolRule === poolRule && placed.method.type === "shared") {
      return { ruleId: placed.ruleId, method: placed.method };
    }
  }
  return undefined;
}

/** The lead as a share, if it is one. */
export function asShare({
  state,
  body,
}: {
  readonly state: LeadState;
  readonly body: LeadBody;
}): SharedLead | undefined {
  const { share } = state;
  return share && { state: { ...state, share }, body };
}
