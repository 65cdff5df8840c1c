import { groupFigures, type WorkFigures, workFigures } from "../../domain/figures/work-figures.ts";
import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { withShares } from "../shares/views/with-shares.ts";
import { receivedLeads } from "./received-leads.ts";
import { reportVisibility } from "./report-visibility.ts";

export interface ReportRequest {
  readonly by: "role" | "agent";
  /** Leads received from then until `to` (not included), epoch ms. */
  readonly from: number;
  readonly to: number;
}

export interface ReportRow extends WorkFigures {
  /** An agent's id, or a role. */
  readonly id: string;
}

/** Histories read at once. */
const atOnce = 25;

/**
 * What ISAs and field agents made of the leads of a time, apart (C6, F2). A leader sees the own teams' people, managers
 * and finance all.
 */
export async function conversionReport(
  ports: Pick<Ports, "leads">,
  config: Configuration,
  caller: LeadCaller,
  { by, from, to }: ReportRequest,
): Promise<readonly ReportRow[]> {
  const histories: (readonly LeadEvent[])[] = [];
  const received = await receivedLeads(ports.leads, [...config.sources.keys()], { from, to });
  const states = await withShares(ports.leads, received);
  for (let i = 0; i < states.length; i += atOnce) {
    const some = states.slice(i, i + atOnce).map((state) => eventsOf(ports.leads, state));
    histories.push(...(await Promise.all(some)));
  }
  const seen = reportVisibility(caller, config);
  const roleOf = (agentId: string) => (seen(agentId) ? (config.agents.get(agentId)?.role ?? "former") : hidden);
  const figures = by === "agent" ? workFigures(histories) : groupFigures(histories, roleOf);
  return [...figures]
    .filter(([id]) => (by === "agent" ? seen(id) : id !== hidden))
    .map(([id, counts]) => ({ id, ...counts }));
}

/** Stands for everybody whom the caller does not see. */
const hidden = "-";
