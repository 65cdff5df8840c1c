import { type Past, pastShare } from "../../../domain/shares/afterwards/past-share.ts";
import type { CountedBody } from "../../../domain/shares/exclusivity.ts";
import { recipientsNow } from "../../../domain/shares/recipients-now.ts";
import { durationMs } from "../../../domain/time/durations.ts";
import type { Buyer } from "../../../schemas/buyer.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { eventsOf } from "../../lifecycle/lead-events.ts";
import { loadLead } from "../../lifecycle/load-lead.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import { asShare, type SharedLead } from "../next-recipient.ts";
import { otherShares } from "../views/with-recipients.ts";

/** What a buyer's link opens; `until`: end of the time for returns, epoch ms. */
export interface OpenedShare extends SharedLead {
  readonly body: CountedBody;
  readonly buyer: Buyer;
  /** Whether the share is this buyer's (still). */
  readonly own: boolean;
  /** Why there is nothing left to do for this buyer, if so. */
  readonly past?: Past | undefined;
  readonly until: number;
  /** When the first of the others with this lead reached the person, epoch ms. */
  readonly firstContactAt?: number | undefined;
  /** The tenant's time zone. */
  readonly zone: string;
}

/** By the secret in the path. Opening changes nothing. */
export async function openShare(
  ports: Pick<Ports, "leads" | "secrets">,
  config: Configuration,
  token: string,
): Promise<OpenedShare | undefined> {
  const link = await ports.leads.link(ports.secrets.digest(token));
  const buyer = link && config.buyers.get(link.agentId);
  const loaded = buyer && (await loadLead(ports, link.leadId));
  const lead = loaded && asShare(loaded);
  if (buyer === undefined || lead === undefined) return undefined;
  const { state } = lead;
  const others = await otherShares(ports, state);
  const contacts = others.flatMap(({ contactedAt }) => contactedAt ?? []);
  return {
    state,
    body: { ...lead.body, recipients: recipientsNow([state, ...others], state.share.among) },
    buyer,
    own: state.share.buyerId === buyer.buyerId && state.status !== "erased",
    past: await pastOf(ports, state, buyer),
    until: (state.assignedAt ?? state.since) + durationMs(buyer.returnWithin),
    zone: config.plan?.timezone ?? "UTC",
    ...(contacts.length > 0 && { firstContactAt: Math.min(...contacts) }),
  };
}

/** What is sold again forgets who had it before; its history does not, and is read only where it can say something. */
export async function pastOf(
  { leads }: Pick<Ports, "leads">,
  state: LeadState,
  { buyerId }: Pick<Buyer, "buyerId">,
): Promise<Past | undefined> {
  const open = state.share?.buyerId === buyerId && state.status !== "returned" && state.status !== "erased";
  return open ? undefined : pastShare(state, await eventsOf(leads, state), buyerId);
}
