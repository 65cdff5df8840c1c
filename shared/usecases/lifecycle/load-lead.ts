import type { Ports } from "../ports/ports.ts";
import type { LeadItems } from "./routed-placement.ts";

/** STATE and BODY by the cheap read; a lead that is not there yet by that is looked for once more, consistently. */
export async function loadLead(ports: Pick<Ports, "leads">, leadId: string): Promise<LeadItems | undefined> {
  return (await ports.leads.load(leadId)) ?? (await ports.leads.load(leadId, { consistent: true }));
}
