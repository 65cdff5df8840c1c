import { undeliverable } from "../../../contract/metrics.ts";
import { changed, unchanged } from "../../../domain/lifecycle/command.ts";
import { amended } from "../../../domain/lifecycle/draft.ts";
import {
  buyersToTell,
  erasureNotTold,
  erasureTold,
  isErasureSettled,
} from "../../../domain/shares/afterwards/buyers-to-tell.ts";
import { erasureMail } from "../../../domain/shares/afterwards/erasure-mail.ts";
import type { Buyer, DeliveryTask, ErasurePayload } from "../../../schemas/buyer.ts";
import type { LeadEvent } from "../../../schemas/lead/event.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Share } from "../../../schemas/lead/share.ts";
import { linkTokenOf } from "../../lead-link.ts";
import { commitDecided } from "../../lifecycle/commit-decided.ts";
import { eventsOf } from "../../lifecycle/lead-events.ts";
import type { Ports } from "../../ports/ports.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import { answerAddress, buyerSecrets } from "../buyer-secret.ts";

type TellPorts = Pick<Ports, "buyerMail" | "clock" | "ids" | "leads" | "loads" | "publicUrl" | "secrets" | "webhooks">;
type ErasedShare = LeadState & { readonly share: Share };

/**
 * H4: everybody who was sent an erased share is told, by the workflow that delivers shares and as patiently. An erased share
 * has no further cycles, so those after its last stand for the buyers to tell, in the order they were asked.
 */
export async function startTelling(
  { leads, workflow }: Pick<Ports, "leads" | "workflow">,
  state: LeadState,
): Promise<void> {
  const { leadId, cycle } = state;
  const buyers = buyersToTell(await eventsOf(leads, state), undeliverable.unconfirmed);
  for (let n = 1; n <= buyers.length; n++) await workflow.deliver({ leadId, cycle: cycle + n });
}

type Told = { readonly outcome: "toldErased" | "ended" } | { readonly outcome: "failed"; readonly reason: string };

/** One such buyer is told; whom nobody can tell stands in the lead's history, and an alarm counts it. */
export async function tellErased(
  ports: TellPorts,
  config: RoutingConfig,
  state: ErasedShare,
  { task, cycle }: DeliveryTask,
): Promise<Told> {
  const events = await eventsOf(ports.leads, state);
  const buyerId = buyersToTell(events, undeliverable.unconfirmed)[cycle - state.cycle - 1];
  if (buyerId === undefined || isErasureSettled(events, buyerId)) return { outcome: "ended" };
  const record = async (what: { readonly outcome: string; readonly reason?: string }) => {
    const event = { type: "lead.updated", at: ports.clock.now(), actor: "system", buyerId, ...what } as const;
    await commitDecided(ports, config, state, (now) =>
      isErasureSettled(now.events, buyerId) ? unchanged : changed(amended(now, {}, [event])),
    );
  };
  if (mayBeUnderWay(state, events, buyerId, ports.clock.now())) return { outcome: "failed", reason: "underWay" };
  const buyer = config.buyers.get(buyerId);
  const sent = task === "GiveUp" || buyer === undefined ? "never" : await send(ports, state, buyer);
  if (sent !== "taken" && sent !== "never") return { outcome: "failed", reason: sent };
  await record(sent === "taken" ? { outcome: erasureTold } : { outcome: erasureNotTold, reason: undeliverable.reason });
  return { outcome: "toldErased" };
}

/** Longer than any call of a buyer's server takes, ms. */
const callOver = 15_000;

/**
 * Whether a delivery may have been on its way when the share was erased, which is since when it has this status: told now,
 * the buyer would get the lead afterwards.
 */
function mayBeUnderWay(
  { share, since }: ErasedShare,
  events: readonly LeadEvent[],
  buyerId: string,
  now: number,
): boolean {
  const sold = events.some((event) => event.type === "lead.accepted" && event.buyerId === buyerId);
  return share.buyerId === buyerId && !sold && now < since + callOver;
}

/** `never`: no later try would reach anybody; else why this one did not. */
async function send(
  ports: TellPorts,
  { leadId, since, share: { shareId } }: ErasedShare,
  buyer: Buyer,
): Promise<string> {
  const { buyerId, delivery } = buyer;
  const now = ports.clock.now();
  if (delivery.type === "email") {
    const { address } = delivery;
    if (!(await ports.buyerMail.confirmed([address])).has(address)) return "never";
    const link = answerAddress(ports.publicUrl, await linkTokenOf(ports.secrets, leadId, buyerId));
    await ports.buyerMail.send({ buyerId, address, leadId, link, ...erasureMail(link) });
    return "taken";
  }
  const payload: ErasurePayload = {
    type: "lead.erased",
    timestamp: new Date(now).toISOString(),
    data: { leadId, shareId, erasedAt: new Date(since).toISOString() },
  };
  const reply = await ports.webhooks.call({
    url: delivery.url,
    id: `msg_${leadId}_${buyerId}_erased`,
    ...(await buyerSecrets(ports.secrets, buyer, now)),
    body: JSON.stringify(payload),
    at: now,
  });
  if (reply.outcome === "unreachable") return reply.reason;
  return reply.status >= 200 && reply.status < 300 ? "taken" : `status${reply.status}`;
}
