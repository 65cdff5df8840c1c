import { mailAddressOf } from "../../../domain/shares/mail-addresses.ts";
import type { Buyer } from "../../../schemas/buyer.ts";
import type { Ports } from "../../ports/ports.ts";

/** `addressConfirmed`: of a buyer who takes leads by e-mail, whether shares reach the address; until then none is sold there. */
export type BuyerSeen = Buyer & { readonly addressConfirmed?: boolean };

/** The buyers, each with whether the e-mail address is confirmed. Asked afresh: people confirm and unsubscribe by themselves. */
export async function confirmedBuyers(
  { buyerMail }: Pick<Ports, "buyerMail">,
  buyers: readonly Buyer[],
): Promise<readonly BuyerSeen[]> {
  const addresses = new Set(buyers.flatMap((buyer) => mailAddressOf(buyer) ?? []));
  if (addresses.size === 0) return buyers;
  const confirmed = await buyerMail.confirmed([...addresses]);
  return buyers.map((buyer) => {
    const address = mailAddressOf(buyer);
    return address === undefined ? buyer : { ...buyer, addressConfirmed: confirmed.has(address) };
  });
}
