import { checkCondition } from "../../domain/plan/conditions/check-condition.ts";
import { type PlanProblem, planProblem } from "../../domain/plan/plan-problem.ts";
import { alreadyAt } from "../../domain/shares/mail-addresses.ts";
import { type Buyer, type BuyerInput, isLoopback } from "../../schemas/buyer.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { buyerSecret } from "../shares/buyer-secret.ts";
import { newSalt } from "./buyer-secrets.ts";
import { usesOf } from "./in-use.ts";
import { openSharesOfBuyer } from "./open-leads.ts";
import { done, type Expected, type Outcome, refused } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

/**
 * The signing secret comes with a buyer who is new or has just begun to take webhooks, and is never shown again. `problems`:
 * what looks doubtful about the filter, though it was saved.
 */
export interface SavedBuyer {
  readonly item: Buyer;
  readonly created: boolean;
  readonly secret?: string;
  readonly problems: readonly PlanProblem[];
}

/**
 * Adds or replaces a buyer. Agents and buyers have one space of ids, for both are recipients of shares; and no two of them
 * one e-mail address, for only one of them would get mail.
 */
export async function saveBuyer(
  ports: Pick<Ports, "config" | "ids" | "secrets">,
  config: Configuration,
  buyerId: string,
  input: BuyerInput,
  options: { readonly expected: Expected; readonly mayBeLocal: boolean; readonly locale: Locale },
): Promise<Outcome<SavedBuyer>> {
  const { delivery } = input;
  if (config.agents.has(buyerId)) {
    return invalid("/id", `an agent is called ${buyerId}: use another id, since both can have shares`);
  }
  const namesake = delivery.type === "email" ? alreadyAt(delivery.address, buyerId, config) : undefined;
  if (namesake !== undefined) {
    return invalid("/delivery/address", `${namesake} has this address already: give each buyer one of their own`);
  }
  if (delivery.type === "webhook" && isLoopback(new URL(delivery.url)) && !options.mayBeLocal) {
    return invalid("/delivery/url", "use an address that can be reached from outside");
  }
  const findings = input.filter ? checkCondition(input.filter, "/filter", config) : [];
  const problems = findings.map((finding) => planProblem(finding, options.locale));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return refused({
      kind: "invalid",
      errors: errors.map(({ pointer, message, fix }) => ({ pointer, detail: `${message} ${fix}` })),
    });
  }
  const standing = config.buyers.get(buyerId);
  const saved = await saveExpecting(standing, options.expected, (version) =>
    ports.config.saveBuyer(buyerId, input, newSalt(ports), version),
  );
  if (!saved.done) return saved;
  const { item, created } = saved.value;
  const firstWebhook = delivery.type === "webhook" && (created || standing?.delivery.type === "email");
  const secret = firstWebhook && { secret: await buyerSecret(ports.secrets, item) };
  return done({ item, created, problems, ...secret });
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
