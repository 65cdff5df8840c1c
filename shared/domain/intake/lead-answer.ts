import type { Decision, ToldDecision } from "../../schemas/lead/decision.ts";
import type { LeadBody, LeadStatus } from "../../schemas/lead/lead.ts";
import type { GivenShares, Recipient } from "../../schemas/lead/share.ts";
import type { Money, Temperature } from "../../schemas/primitives.ts";
import { inNameOrder } from "./canonical-json.ts";
import { defined } from "./defined.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Answer to `POST /v1/leads`; instants as ISO-8601. */
export interface LeadAnswer {
  readonly leadId: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly price?: Money;
  readonly status: LeadStatus;
  readonly score: number;
  readonly temperature: Temperature;
  readonly offer?: { readonly agentId: string; readonly expiresAt: string };
  readonly ownerId?: string;
  readonly duplicateOf?: string;
  readonly shares?: readonly {
    readonly shareId: string;
    readonly recipient: Recipient;
    readonly status: "offered";
    readonly offer?: { readonly agentId: string; readonly expiresAt: string };
    readonly price?: Money;
  }[];
  readonly decision?: ToldDecision;
}

/**
 * The sender's answer from BODY alone, so that a repeat gets the same one, byte for byte (I8). `verdict` sources do not learn who got the
 * lead, how it was decided, nor which other lead is the same person's.
 */
export function leadAnswer(
  body: LeadBody,
  answer: "full" | "verdict",
  tell: (decision: Decision) => ToldDecision,
): LeadAnswer {
  const { first, decision, price } = body;
  const verdict = verdictOf(first);
  const told = {
    leadId: body.leadId,
    verdict,
    ...defined({ reason: first.reason }),
    ...((verdict === "accepted" || verdict === "queued") && price ? { price: inNameOrder(price) } : {}),
    status: first.status,
    score: body.score.total,
    temperature: body.temperature,
  };
  return answer === "verdict" ? told : { ...told, ...holder(first), ...decided(decision, tell) };
}

function holder(first: LeadBody["first"]): Pick<LeadAnswer, "offer" | "ownerId" | "duplicateOf" | "shares"> {
  const { agentId, deadlines, duplicateOf, shares } = first;
  if (shares !== undefined) return { shares: givenShares(shares) };
  if (first.status === "offered" && agentId !== undefined && deadlines.accept !== undefined) {
    return { offer: { agentId, expiresAt: new Date(deadlines.accept).toISOString() } };
  }
  return defined({ ownerId: agentId, duplicateOf });
}

/** Each as it was given: what becomes of it is to be asked later (C11). */
function givenShares({ given, accept }: GivenShares): NonNullable<LeadAnswer["shares"]> {
  return given.map(({ recipient, price }, i) => ({
    shareId: String(i + 1),
    recipient,
    status: "offered",
    ...("agentId" in recipient && { offer: { ...recipient, expiresAt: new Date(accept).toISOString() } }),
    ...(price && { price: inNameOrder(price) }),
  }));
}

function decided(
  decision: Decision | undefined,
  tell: (decision: Decision) => ToldDecision,
): Pick<LeadAnswer, "decision"> {
  if (decision === undefined) return {};
  const { summary, ...told } = tell(decision);
  return { decision: { summary, ...inNameOrder(told) } };
}
