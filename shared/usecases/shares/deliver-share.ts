import { undeliverable } from "../../contract/metrics.ts";
import { passShareOn, sellShare } from "../../domain/shares/buyer-commands.ts";
import { deliveryMail } from "../../domain/shares/delivery-mail.ts";
import { deliveryPayload } from "../../domain/shares/delivery-payload.ts";
import { type Buyer, type DeliveryPayload, type DeliveryTask, refusedDelivery } from "../../schemas/buyer.ts";
import { linkTokenOf } from "../lead-link.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { tellErased } from "./afterwards/tell-erased.ts";
import { answerAddress, buyerSecrets } from "./buyer-secret.ts";
import { commitRecipient } from "./commit-recipient.ts";
import { asShare, type SharedLead } from "./next-recipient.ts";
import { countRecipients } from "./views/with-recipients.ts";

type DeliveryPorts = Pick<
  Ports,
  "buyerMail" | "clock" | "ids" | "leads" | "loads" | "publicUrl" | "rotation" | "secrets" | "webhooks"
>;

/** How a task of the delivery ends; `failed`: the workflow tries again, and gives up one day. */
export type Delivered =
  | { readonly outcome: "sold" | "passedOn" | "ended" | "toldErased" }
  | { readonly outcome: "failed"; readonly reason: string };

/**
 * Sends a share to its buyer (C11). What is to be done follows from the share alone: a repeated or late task finds
 * nothing to do, and what is sent twice after a lost reply has the same id. The buyer may refuse in the answer; whoever
 * cannot be reached for good, or has not confirmed the e-mail address, is passed over and pays nothing. In both cases the
 * next recipient has it in the same commit.
 */
export async function deliverShare(
  ports: DeliveryPorts,
  config: RoutingConfig,
  task: DeliveryTask,
): Promise<Delivered> {
  const loaded = await ports.leads.load(task.leadId, { consistent: true });
  const lead = loaded && asShare(loaded);
  if (lead?.state.status === "erased") return tellErased(ports, config, lead.state, task);
  const buyerId = lead?.state.share.buyerId;
  if (lead === undefined || buyerId === undefined || lead.state.cycle !== task.cycle) return { outcome: "ended" };
  if (lead.state.status !== "offered") return { outcome: "ended" };
  const passOn = (type: "lead.declined" | "lead.offerExpired", reason: string) =>
    commitRecipient(ports, config, lead, (state, next, context) =>
      passShareOn(state, buyerId, { type, reason }, next, context),
    );
  const buyer = config.buyers.get(buyerId);
  if (task.task === "GiveUp" || buyer === undefined || buyer.status !== "active") {
    await passOn("lead.offerExpired", undeliverable.reason);
    return { outcome: "passedOn" };
  }
  const answer = await send(ports, lead, buyer);
  if (answer.outcome === "failed") return answer;
  if (answer.outcome === "hopeless") {
    await passOn("lead.offerExpired", answer.reason);
    return { outcome: "passedOn" };
  }
  if (answer.outcome === "refused") {
    await passOn("lead.declined", answer.reason);
    return { outcome: "passedOn" };
  }
  await commitRecipient(ports, config, lead, (state, _next, context) => sellShare(state, buyerId, context), {
    choose: false,
  });
  return { outcome: "sold" };
}

/** 410: as Standard Webhooks has it, the receiver wants nothing more there. */
const goneForGood = 410;

type Answer =
  | { readonly outcome: "taken" }
  /** Nobody is reached there, and no later try would. */
  | { readonly outcome: "hopeless"; readonly reason: string }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "failed"; readonly reason: string };

async function send(ports: DeliveryPorts, { state, body }: SharedLead, buyer: Buyer): Promise<Answer> {
  const token = await linkTokenOf(ports.secrets, state.leadId, buyer.buyerId);
  const answerUrl = answerAddress(ports.publicUrl, token);
  const recipients = (await countRecipients(ports, state)) ?? state.share.among;
  const payload = deliveryPayload({ state, body, buyer, answerUrl, recipients, now: ports.clock.now() });
  return buyer.delivery.type === "email"
    ? sendMail(ports, payload, buyer, buyer.delivery.address)
    : sendWebhook(ports, payload, buyer, buyer.delivery.url);
}

async function sendMail(
  { buyerMail }: DeliveryPorts,
  payload: DeliveryPayload,
  { buyerId }: Buyer,
  address: string,
): Promise<Answer> {
  if (!(await buyerMail.confirmed([address])).has(address)) {
    return { outcome: "hopeless", reason: undeliverable.unconfirmed };
  }
  const { leadId, answerUrl } = payload.data;
  const mail = deliveryMail(payload, payload.data.lead.language?.startsWith("en") ? "en" : "de");
  await buyerMail.send({ buyerId, address, leadId, link: answerUrl, ...mail });
  return { outcome: "taken" };
}

async function sendWebhook(
  { webhooks, secrets, clock }: DeliveryPorts,
  payload: DeliveryPayload,
  buyer: Buyer,
  url: string,
): Promise<Answer> {
  const now = clock.now();
  const reply = await webhooks.call({
    url,
    id: `msg_${payload.data.leadId}_${buyer.buyerId}`,
    ...(await buyerSecrets(secrets, buyer, now)),
    body: JSON.stringify(payload),
    at: now,
  });
  if (reply.outcome === "unreachable") return { outcome: "failed", reason: reply.reason };
  if (reply.status === goneForGood) return { outcome: "hopeless", reason: undeliverable.gone };
  if (reply.status < 200 || reply.status >= 300) return { outcome: "failed", reason: `status${reply.status}` };
  const refusal = refusedDelivery.safeParse(parsed(reply.body));
  return refusal.success ? { outcome: "refused", reason: refusal.data.reason } : { outcome: "taken" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
