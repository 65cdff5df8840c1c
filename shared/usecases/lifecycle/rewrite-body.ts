import { type Full, tooLarge } from "../../domain/lifecycle/body-room.ts";
import { erasedBody } from "../../domain/lifecycle/erased-body.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";

export type Rewritten =
  | { readonly outcome: "written"; readonly body: LeadBody }
  /** It would be too large to be stored: nothing was changed. */
  | { readonly outcome: "full"; readonly full: Full }
  | { readonly outcome: "gone" };

/** So many writers at the same moment may each get their turn. */
const mostAttempts = 50;

/**
 * Changes BODY after the commit that allowed it, by condition on its revision: of many at once each changes what the one
 * before has left, and nothing accepted is lost. Of an erased lead nothing is written but the emptied BODY, so that no
 * late writer brings personal data back: one who read before the erasure finds another revision.
 */
export async function rewriteBody(
  ports: Pick<Ports, "leads">,
  leadId: string,
  change: (body: LeadBody) => LeadBody,
): Promise<Rewritten> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const lead = await ports.leads.load(leadId, { consistent: true });
    if (lead === undefined) return { outcome: "gone" };
    const { state, body } = lead;
    const changed = state.status === "erased" ? erasedBody(body) : change(body);
    if (changed === body) return { outcome: "written", body };
    const full = tooLarge(body, changed);
    if (full !== undefined) return { outcome: "full", full };
    const { revision = 0 } = body;
    const next = { ...changed, revision: revision + 1 };
    if ((await ports.leads.replaceBody(revision, next)).done) return { outcome: "written", body: next };
  }
  throw new Error(`BODY of ${leadId} changed ${mostAttempts} times while it was being changed`);
}
