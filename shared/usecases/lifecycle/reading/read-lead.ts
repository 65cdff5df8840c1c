import { type LeadActionName, mayAct } from "../../../domain/lifecycle/access.ts";
import { type LeadView, leadView, type Viewer } from "../../lead-view.ts";
import type { Ports } from "../../ports/ports.ts";
import { sharedHistory } from "../../shares/views/shared-history.ts";
import { sharesOf } from "../../shares/views/shares-of.ts";
import { ownShare, standingShares } from "../../shares/views/standing-shares.ts";
import { viewWithShares } from "../../shares/views/view-with-shares.ts";
import { loadLead } from "../load-lead.ts";
import type { LeadItems } from "../routed-placement.ts";
import { type HistoryEntry, leadHistory } from "./lead-history.ts";

type ReadPorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads">;

/** The lead as this reader may see it; undefined when for them there is none. */
export async function readLead(ports: ReadPorts, viewer: Viewer, leadId: string): Promise<LeadView | undefined> {
  const lead = await loadLead(ports, leadId);
  return lead && viewWithShares(ports, lead, viewer);
}

/** D8: everything that happened to the lead; of a shared one to all its shares, or for a recipient to the own (C11). */
export async function readLeadHistory(
  ports: ReadPorts,
  viewer: Viewer,
  leadId: string,
): Promise<readonly HistoryEntry[] | undefined> {
  const lead = await loadLead(ports, leadId);
  if (lead === undefined) return undefined;
  if (allowed(viewer, lead, "history")) {
    return lead.state.shares === undefined ? leadHistory(ports, lead, viewer) : sharedHistory(ports, lead, viewer);
  }
  const own = ownShare(await standingShares(ports, lead.state), viewer.caller, viewer.config);
  const share = own && (await loadLead(ports, own.leadId));
  return share && allowed(viewer, share, "history") ? leadHistory(ports, share, viewer) : undefined;
}

/** H4: all that is stored about the person, for the person: of a shared lead with its shares, whichever was asked for. */
export async function exportLead(
  ports: ReadPorts,
  viewer: Viewer,
  leadId: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const lead = await loadLead(ports, leadId);
  if (lead === undefined || !allowed(viewer, lead, "export")) return undefined;
  const { share, shares } = lead.state;
  if (share !== undefined) return exportLead(ports, viewer, share.parentId);
  const whole = { lead: leadView(lead.state, lead.body, viewer), stored: lead.body };
  if (shares === undefined) return { ...whole, history: await leadHistory(ports, lead, viewer) };
  const parts = await sharesOf(ports, lead.state);
  return {
    ...whole,
    shares: await Promise.all(
      parts.map(async (state) => ({ shareId: state.share?.shareId, stored: await ports.leads.body(state.leadId) })),
    ),
    history: await sharedHistory(ports, lead, viewer),
  };
}

function allowed({ caller, config }: Viewer, { state }: LeadItems, action: LeadActionName): boolean {
  return mayAct(caller, action, state, config) === "yes";
}
