import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Recipient } from "../../schemas/lead/share.ts";

/** Agents and buyers have one space of ids: who has one recipient's id has it in the rotation, the link and the claim. */
export function idOf(recipient: Recipient): string {
  return "agentId" in recipient ? recipient.agentId : recipient.buyerId;
}

/** Who has the share now or had it last. Undefined for a share that nobody was ever asked about. */
export function recipientOf({ share, offer, ownerId, tried }: LeadState): Recipient | undefined {
  if (share?.buyerId !== undefined) return { buyerId: share.buyerId };
  const agentId = offer?.agentId ?? ownerId ?? tried?.at(-1);
  return agentId === undefined ? undefined : { agentId };
}
