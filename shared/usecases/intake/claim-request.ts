import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { IntakeClaim } from "../ports/intake-port.ts";
import type { Ports } from "../ports/ports.ts";
import { abandonedAfter, standingLead, waitFor } from "./standing-lead.ts";

/** What makes a post the same post again (A3): its Idempotency-Key or the sender's own id, per source. */
export interface RequestName {
  readonly sourceId: string;
  readonly kind: "key" | "externalId";
  /** A digest: senders' keys may be long. */
  readonly value: string;
}

export interface Claim {
  readonly name: RequestName;
  /** How long a repeat is recognised, ms. */
  readonly keepFor: number;
}

export type Claimed =
  /** This post makes the lead with the claim's id; `resumed` when an earlier try died on the way. */
  | { readonly outcome: "mine"; readonly claim: IntakeClaim; readonly resumed: boolean }
  /** An earlier post made it. */
  | { readonly outcome: "repeated"; readonly body: LeadBody }
  /** The key was used for another body. */
  | { readonly outcome: "keyReused" }
  /** An earlier post is still at it. */
  | { readonly outcome: "inProgress" };

type ClaimPorts = Pick<Ports, "intake" | "leads" | "clock">;

/**
 * Claims every name of a post for the lead it will make, one after the other in the order given: of any number of equal
 * posts at once one goes on, and the others wait up to two seconds for its answer. A claim without a lead after 30 s is
 * taken over with the lead id it has.
 */
export async function claimRequest(ports: ClaimPorts, names: readonly Claim[], fresh: IntakeClaim): Promise<Claimed> {
  let claim = fresh;
  let resumed = false;
  const held: RequestName[] = [];
  for (const { name, keepFor } of names) {
    const claimed = await ports.intake.claim(name, claim, fresh.at + keepFor);
    if (!claimed.mine) {
      const earlier = await settle(ports, name, claimed.first, fresh);
      if (earlier.outcome === "repeated") {
        await point(ports, held, claim, earlier.body.leadId);
      }
      if (earlier.outcome === "inProgress") {
        await abandonClaims(ports, held, claim);
      }
      if (earlier.outcome !== "mine") {
        return earlier;
      }
      await point(ports, held, claim, earlier.claim.leadId);
      claim = earlier.claim;
      resumed = true;
    }
    held.push(name);
  }
  return { outcome: "mine", claim, resumed };
}

/** What became of the first post with this name. */
async function settle(ports: ClaimPorts, name: RequestName, first: IntakeClaim, fresh: IntakeClaim): Promise<Claimed> {
  if (name.kind === "key" && first.bodyHash !== fresh.bodyHash) {
    return { outcome: "keyReused" };
  }
  if (ports.clock.now() - first.at > abandonedAfter) {
    const lead = await standingLead(ports, first.leadId);
    const claim = { ...fresh, leadId: first.leadId };
    if (lead === undefined && (await ports.intake.takeOver(name, first, claim))) {
      return { outcome: "mine", claim, resumed: true };
    }
  }
  const lead = await waitFor(ports.clock, () => standingLead(ports, first.leadId));
  return lead === undefined ? { outcome: "inProgress" } : { outcome: "repeated", body: lead.body };
}

/** Names this post has claimed already stand for the earlier post's lead from now on. */
async function point(ports: ClaimPorts, names: readonly RequestName[], claim: IntakeClaim, leadId: string) {
  for (const name of names) {
    await ports.intake.takeOver(name, claim, { ...claim, leadId });
  }
}

/**
 * Lets the next repeat go on at once instead of after 30 s, because this post ended without a lead. Best effort: when it
 * fails, the repeat waits.
 */
export async function abandonClaims(
  ports: Pick<Ports, "intake">,
  names: readonly RequestName[],
  claim: IntakeClaim,
): Promise<void> {
  for (const name of names) {
    await ports.intake.takeOver(name, claim, { ...claim, at: 0 }).catch(() => false);
  }
}
