import type { Buyer } from "../../schemas/buyer.ts";
import type { SecretsPort } from "../ports.ts";

/**
 * The secret that signs what the buyer is sent, as Standard Webhooks writes it. It follows from the tenant's own secret
 * and the buyer's salt: shown once, stored nowhere.
 */
export async function buyerSecret(
  secrets: Pick<SecretsPort, "keyedHash">,
  { buyerId, salt }: Pick<Buyer, "buyerId" | "salt">,
): Promise<string> {
  const hash = await secrets.keyedHash("buyer", `${buyerId}|${salt}`);
  return `whsec_${Buffer.from(hash, "base64url").toString("base64")}`;
}

/** Address of the page on which the buyer answers. `publicUrl` without a trailing slash. */
export function answerAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/b/${token}`;
}
