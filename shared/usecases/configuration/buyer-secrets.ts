import { hasSalt, withNewSalt } from "../../domain/shares/signing-salts.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { buyerSecret } from "../shares/buyer-secret.ts";
import { done, type Outcome, refused } from "./outcome.ts";

/** 128 bits of its own for each secret. */
const saltBytes = 16;
/** Each failed try means that somebody else changed the buyer meanwhile. */
const mostRivals = 10;

export function newSalt({ ids }: Pick<Ports, "ids">): string {
  return ids.random(saltBytes);
}

/**
 * A new signing secret, shown this once. The old one signs along for a day (Standard Webhooks takes several signatures), or
 * not at all with `revoke`. With the caller's Idempotency-Key (`requestKey`) the secret follows from that: a repeat gets the
 * same one and ends nothing.
 */
export async function replaceBuyerSecret(
  ports: Pick<Ports, "config" | "ids" | "secrets" | "clock">,
  config: Configuration,
  buyerId: string,
  options: { readonly revoke: boolean; readonly requestKey?: string },
): Promise<Outcome<{ readonly secret: string }>> {
  const { revoke, requestKey } = options;
  const salt =
    requestKey === undefined ? newSalt(ports) : await ports.secrets.keyedHash("key", `buyer ${buyerId} ${requestKey}`);
  let standing: Buyer | undefined = config.buyers.get(buyerId);
  for (let rivals = 0; rivals < mostRivals; rivals++) {
    if (standing === undefined) return refused({ kind: "unknown", what: "buyer" });
    if (standing.delivery.type === "email") return refused({ kind: "invalid", errors: [unsigned] });
    const secret = await buyerSecret(ports.secrets, { buyerId, salt });
    if (hasSalt(standing, salt)) return done({ secret });
    const salts = withNewSalt(standing, salt, { revoke, now: ports.clock.now() });
    const saved = await ports.config.saveBuyerSalts(buyerId, salts, standing.version);
    if (saved.saved) return done({ secret });
    standing = saved.current;
  }
  throw new Error(`the buyer was changed ${mostRivals} times meanwhile`);
}

const unsigned = {
  pointer: "/delivery/type",
  detail: "this buyer gets shares by e-mail, which nothing signs: make the delivery a webhook first",
};
