import type { GivenShare } from "../../schemas/lead/share.ts";
import type { Money } from "../../schemas/primitives.ts";
import type { RoutingConfig } from "../routing-config.ts";

/** The recipient with this id and what a share costs there: the method's price, else the buyer's own. */
export function recipientFor(
  { buyers }: Pick<RoutingConfig, "buyers">,
  id: string,
  method: { readonly price?: Money | undefined },
): Pick<GivenShare, "recipient" | "price"> {
  const buyer = buyers.get(id);
  const price = method.price ?? buyer?.price;
  return { recipient: buyer ? { buyerId: id } : { agentId: id }, ...(price && { price }) };
}
