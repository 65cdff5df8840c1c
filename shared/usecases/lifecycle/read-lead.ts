import { type LeadActionName, mayAct } from "../../domain/lifecycle/access.ts";
import { type LeadView, leadView, type Viewer } from "../lead-view.ts";
import type { Ports } from "../ports.ts";
import { type HistoryEntry, leadHistory } from "./lead-history.ts";
import { loadLead } from "./load-lead.ts";
import type { LeadItems } from "./next-placement.ts";

type ReadPorts = Pick<Ports, "leads">;

/** The lead as this reader may see it; undefined when for them there is none. */
export async function readLead(ports: ReadPorts, viewer: Viewer, leadId: string): Promise<LeadView | undefined> {
  const lead = await visible(ports, viewer, leadId, "view");
  return lead && leadView(lead.state, lead.body, viewer);
}

/** D8: everything that happened to the lead. */
export async function readLeadHistory(
  ports: ReadPorts,
  viewer: Viewer,
  leadId: string,
): Promise<readonly HistoryEntry[] | undefined> {
  const lead = await visible(ports, viewer, leadId, "history");
  return lead && leadHistory(ports, lead, viewer);
}

/** H4: all that is stored about the person, for the person. */
export async function exportLead(
  ports: ReadPorts,
  viewer: Viewer,
  leadId: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const lead = await visible(ports, viewer, leadId, "export");
  if (lead === undefined) return undefined;
  return {
    lead: leadView(lead.state, lead.body, viewer),
    stored: lead.body,
    history: await leadHistory(ports, lead, viewer),
  };
}

async function visible(
  ports: ReadPorts,
  { caller, config }: Viewer,
  leadId: string,
  action: LeadActionName,
): Promise<LeadItems | undefined> {
  const lead = await loadLead(ports, leadId);
  if (lead === undefined || mayAct(caller, action, lead.state, config) !== "yes") return undefined;
  return lead;
}
