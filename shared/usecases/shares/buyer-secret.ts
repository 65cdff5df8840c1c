import { signingSalts } from "../../domain/shares/signing-salts.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { SecretsPort } from "../ports/ports.ts";

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

/** The secrets that sign a call at `now` (epoch ms): the present one, and those it has replaced in the last day. */
export async function buyerSecrets(
  secrets: Pick<SecretsPort, "keyedHash">,
  buyer: Buyer,
  now: number,
): Promise<{ readonly secret: string; readonly alsoSignedBy?: readonly string[] }> {
  const { buyerId } = buyer;
  const [secret = "", ...alsoSignedBy] = await Promise.all(
    signingSalts(buyer, now).map((salt) => buyerSecret(secrets, { buyerId, salt })),
  );
  return { secret, ...(alsoSignedBy.length > 0 && { alsoSignedBy }) };
}

/** Address of the page on which the buyer answers. `publicUrl` without a trailing slash. */
export function answerAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/b/${token}`;
}
