import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Engagement } from "../../schemas/lead/lead-input.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { factsOf } from "../routing/facts.ts";
import { leadToRoute } from "../routing/lead-to-route.ts";
import type { Facts } from "../rules/fact.ts";

/**
 * What a progressive rule may ask about (C16): all that routing rules may, `status`, and what the person just did:
 * `engagement.type` and `engagement.detail`, `engagement.count` (how often that type, this time included, of the hundred
 * that are kept), `engagement.sinceContact` (how often since the owner's first contact) and `engagement.total` (of any
 * type).
 */
export function behaviourFacts(
  body: LeadBody,
  state: LeadState,
  { type, detail }: Engagement,
  { plan, now }: { readonly plan: Plan; readonly now: number },
): Facts {
  const { engagement: all = [] } = body;
  const alike = all.filter((each) => each.type === type);
  const { contactedAt = Number.POSITIVE_INFINITY } = state;
  return {
    ...factsOf(leadToRoute(body, state), now, plan.timezone, plan.businessHours),
    status: state.status,
    engagement: {
      type,
      detail,
      count: alike.length,
      sinceContact: alike.filter(({ at }) => Date.parse(at) >= contactedAt).length,
      total: all.length,
    },
  };
}
