import { type Buyer, type BuyerInput, isLoopback } from "../../schemas/buyer.ts";
import type { Configuration, Ports } from "../ports.ts";
import { buyerSecret } from "../shares/buyer-secret.ts";
import { usesOf } from "./in-use.ts";
import { openSharesOfBuyer } from "./open-leads.ts";
import { done, type Expected, type Outcome, refused } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

/** The signing secret comes with a buyer who is new, and is never shown again. */
export interface SavedBuyer {
  readonly item: Buyer;
  readonly created: boolean;
  readonly secret?: string;
}

/** 128 bits of its own for each buyer that is made. */
const saltBytes = 16;

/** Adds or replaces a buyer. Agents and buyers have one space of ids: both are recipients of shares. */
export async function saveBuyer(
  ports: Pick<Ports, "config" | "ids" | "secrets">,
  config: Configuration,
  buyerId: string,
  input: BuyerInput,
  options: { readonly expected: Expected; readonly mayBeLocal: boolean },
): Promise<Outcome<SavedBuyer>> {
  const { delivery } = input;
  if (config.agents.has(buyerId)) {
    return invalid("/id", `an agent is called ${buyerId}: use another id, since both can have shares`);
  }
  if (delivery.type === "webhook" && isLoopback(new URL(delivery.url)) && !options.mayBeLocal) {
    return invalid("/delivery/url", "use an address that can be reached from outside");
  }
  const salt = ports.ids.random(saltBytes);
  const saved = await saveExpecting(config.buyers.get(buyerId), options.expected, (version) =>
    ports.config.saveBuyer(buyerId, input, salt, version),
  );
  if (!saved.done || !saved.value.created || delivery.type !== "webhook") return saved;
  return done({ ...saved.value, secret: await buyerSecret(ports.secrets, saved.value.item) });
}

/** Refused while the plan names the buyer, or a share is on its way there or can still come back. */
export async function deleteBuyer(
  ports: Pick<Ports, "config" | "leads" | "clock">,
  config: Configuration,
  buyerId: string,
): Promise<Outcome<void>> {
  if (!config.buyers.has(buyerId)) return refused({ kind: "unknown", what: "buyer" });
  const by = [...(await openSharesOfBuyer(ports, config, buyerId)), ...usesOf("buyer", buyerId, config)];
  if (by.length > 0) return refused({ kind: "inUse", by });
  return (await ports.config.deleteBuyer(buyerId)) ? done(undefined) : refused({ kind: "unknown", what: "buyer" });
}

function invalid(pointer: string, detail: string): Outcome<SavedBuyer> {
  return refused({ kind: "invalid", errors: [{ pointer, detail }] });
}
