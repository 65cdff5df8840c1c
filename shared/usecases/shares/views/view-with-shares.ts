import { mayAct } from "../../../domain/lifecycle/access.ts";
import type { CountedBody } from "../../../domain/shares/exclusivity.ts";
import { recipientsNow } from "../../../domain/shares/recipients-now.ts";
import { shareLeadId } from "../../../domain/shares/share-lead-id.ts";
import type { LeadBody, LeadState } from "../../../schemas/lead/lead.ts";
import { type LeadView, leadView, type Viewer } from "../../lead-view.ts";
import { withPresentDecision } from "../../lifecycle/reading/present-decision.ts";
import type { LeadItems } from "../../lifecycle/routed-placement.ts";
import type { Ports } from "../../ports/ports.ts";
import { shareRow } from "./share-rows.ts";
import { ownShare, standingShares } from "./standing-shares.ts";

type ViewPorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads">;

/**
 * A lead with its shares, if it has any (C11). Who may see the lead as a whole sees who has each share and what it costs;
 * a recipient sees the own share in full, and of the others how far they are: whether somebody has made contact already.
 * Under the parent's id a recipient finds the own share. Undefined: for this reader there is no such lead.
 */
export async function viewWithShares(ports: ViewPorts, lead: LeadItems, viewer: Viewer): Promise<LeadView | undefined> {
  const { caller, config } = viewer;
  const visible = mayAct(caller, "view", lead.state, config) === "yes";
  const { state, body } = visible ? await withPresentDecision(ports, lead) : lead;
  if (state.share !== undefined) {
    if (!visible) return undefined;
    const all = (await siblings(ports, state)).map((each) => (each.leadId === state.leadId ? state : each));
    return { ...leadView(state, counted(body, all, state.share.among), viewer), shares: rows(all, state) };
  }
  if (state.shares === undefined) return visible ? leadView(state, body, viewer) : undefined;
  const shares = await standingShares(ports, state);
  const among = state.shares.given.length;
  if (visible) {
    const view = leadView(state, counted(body, shares, among), viewer);
    return { ...view, shares: shares.map((share) => shareRow(share, true)) };
  }
  const own = ownShare(shares, caller, config);
  const ownBody = own && (await ports.leads.body(own.leadId));
  if (own === undefined || ownBody === undefined || mayAct(caller, "view", own, config) !== "yes") return undefined;
  const told = await withPresentDecision(ports, { state: own, body: ownBody });
  const view = leadView(own, counted(told.body, shares, among), viewer);
  return { ...view, leadId: state.leadId, shares: rows(shares, own) };
}

function counted(body: LeadBody, shares: readonly LeadState[], among: number): CountedBody {
  return { ...body, recipients: recipientsNow(shares, among) };
}

/** For a recipient: the own row in full, of the others how far they are. */
function rows(shares: readonly LeadState[], own: LeadState): readonly Readonly<Record<string, unknown>>[] {
  return shares.map((share) => shareRow(share, share.leadId === own.leadId));
}

function siblings({ leads }: ViewPorts, { share }: LeadState): Promise<readonly LeadState[]> {
  const ids = Array.from({ length: share?.among ?? 0 }, (_, i) => shareLeadId(share?.parentId ?? "", i + 1));
  return leads.states(ids);
}
