import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { day, durationMs } from "../time/durations.ts";

export type AcceptancePolicy = Exclude<CherryPick["acceptance"], false>;
export type Suspension = NonNullable<Picks["suspension"]>;

/** Offers of the last seven days count. Ms. */
export const ACCEPTANCE_WINDOW = 7 * day;

/** How one offer ended, with whom and when (epoch ms). */
export interface OfferAnswer {
  readonly agentId: string;
  readonly at: number;
  readonly accepted: boolean;
}

const answers: ReadonlySet<LeadEvent["type"]> = new Set(["lead.accepted", "lead.declined", "lead.offerExpired"]);

/** What became of the offers of one lead: accepted, declined, or left without an answer in time. */
export function offerAnswers(events: readonly LeadEvent[]): readonly OfferAnswer[] {
  return events.flatMap(({ type, agentId, at }) =>
    agentId !== undefined && answers.has(type) ? [{ agentId, at, accepted: type === "lead.accepted" }] : [],
  );
}

/** An agent's part of accepted offers, and what it was worked out from. */
export interface Acceptance {
  readonly answered: number;
  readonly accepted: number;
  readonly rate: number;
}

/** Undefined without an offer that ended in the time from `from` (not included) to `to`. */
export function acceptanceIn(own: readonly OfferAnswer[], from: number, to: number): Acceptance | undefined {
  const ended = own.filter(({ at }) => at > from && at <= to);
  const accepted = ended.filter((each) => each.accepted).length;
  return ended.length === 0 ? undefined : { answered: ended.length, accepted, rate: accepted / ended.length };
}

/**
 * The suspension from picking that follows from too few accepted offers (E4); undefined when there is no reason for one.
 * Nobody is suspended twice for the same offers: those before the latest suspension no longer count, and while one runs
 * there is no other.
 */
export function acceptanceSuspension(
  own: readonly OfferAnswer[],
  { suspension }: Pick<Picks, "suspension">,
  policy: AcceptancePolicy,
  now: number,
): { readonly suspension: Suspension; readonly acceptance: Acceptance } | undefined {
  if (suspension !== undefined && suspension.until > now) return undefined;
  const acceptance = acceptanceIn(own, Math.max(now - ACCEPTANCE_WINDOW, suspension?.from ?? 0), now);
  if (acceptance === undefined || acceptance.answered < policy.minOffers) return undefined;
  if (acceptance.rate >= policy.minimum) return undefined;
  return {
    suspension: { from: now, until: now + durationMs(policy.suspension), reason: "acceptance" },
    acceptance,
  };
}
