import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Money } from "../../../schemas/primitives.ts";

/** One share that a buyer bought, and what became of it. Instants in epoch ms. */
export interface Sale {
  readonly buyerId: string;
  /** As the buyer knows it. */
  readonly leadId: string;
  readonly shareId: string;
  readonly soldAt: number;
  readonly status: "sold" | "returned" | "takenBack" | "erased";
  /** When it came back, or was erased. */
  readonly endedAt?: number | undefined;
  readonly reason?: string | undefined;
  /** What is owed; left out when nothing is. */
  readonly owed?: Money | undefined;
  /** 1 to 5, as the buyer rated it last. */
  readonly rating?: number | undefined;
}

/**
 * Every sale of one share, from all that happened to it: one that came back and was sold again is two. Nothing is owed for what
 * came back, nor for a person who is forgotten (H4).
 */
export function salesOf(
  { leadId, share }: Pick<LeadState, "leadId" | "share">,
  events: readonly LeadEvent[],
): readonly Sale[] {
  const { shareId = "", price } = share ?? {};
  const sales: Sale[] = [];
  for (const event of events) {
    const { type, buyerId, at, reason, value } = event;
    const open = sales.at(-1);
    if (type === "lead.accepted" && buyerId !== undefined) {
      sales.push({ buyerId, leadId, shareId, soldAt: at, status: "sold", ...(price && { owed: price }) });
    } else if (open !== undefined && type === "lead.feedback" && buyerId === open.buyerId) {
      sales.splice(-1, 1, { ...open, rating: value });
    } else if (open?.status === "sold" && (type === "lead.returned" || type === "lead.erased")) {
      const status = type === "lead.erased" ? "erased" : buyerId === undefined ? "takenBack" : "returned";
      const { owed, ...rest } = open;
      sales.splice(-1, 1, { ...rest, status, endedAt: at, ...(reason !== undefined && { reason }) });
    }
  }
  return sales;
}

/** Sums in each currency, to the hundredth. */
export function sumOf(owed: readonly Money[]): readonly Money[] {
  const hundredths = new Map<string, number>();
  for (const { amount, currency } of owed) {
    hundredths.set(currency, (hundredths.get(currency) ?? 0) + Math.round(amount * 100));
  }
  return [...hundredths].map(([currency, sum]) => ({ amount: sum / 100, currency }) as Money);
}
