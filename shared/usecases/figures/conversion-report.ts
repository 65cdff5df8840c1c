import { groupFigures, type WorkFigures, workFigures } from "../../domain/figures/work-figures.ts";
import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { Configuration, Ports } from "../ports.ts";
import { leadsOfDay } from "../replay/leads-of-day.ts";
import { withShares } from "../shares/views/with-shares.ts";

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
  for (const span of monthsIn(from, to)) {
    const states = await withShares(ports.leads, await leadsOfDay(ports.leads, [...config.sources.keys()], span));
    for (let i = 0; i < states.length; i += atOnce) {
      const some = states.slice(i, i + atOnce).map(({ leadId }) => ports.leads.history(leadId));
      for (const items of await Promise.all(some)) histories.push(items.flatMap(({ events }) => events));
    }
  }
  const seen = visibleTo(caller, config);
  const roleOf = (agentId: string) => (seen(agentId) ? (config.agents.get(agentId)?.role ?? "former") : hidden);
  const figures = by === "agent" ? workFigures(histories) : groupFigures(histories, roleOf);
  return [...figures]
    .filter(([id]) => (by === "agent" ? seen(id) : id !== hidden))
    .map(([id, counts]) => ({ id, ...counts }));
}

/** Stands for everybody whom the caller does not see. */
const hidden = "-";

function visibleTo({ agentId: leaderId, groups }: LeadCaller, { agents, teams }: Configuration) {
  const all = groups.some((group) => group === "manager" || group === "admin" || group === "finance");
  return (agentId: string): boolean => {
    const team = agents.get(agentId)?.team ?? "";
    const { leaderId: named, deputyId } = teams.get(team) ?? {};
    return all || named === leaderId || deputyId === leaderId || agents.get(leaderId)?.team === team;
  };
}

/** The span in pieces that each lie in one month (UTC), as the index keeps them. */
function monthsIn(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (let start = from; start < to; ) {
    const { 0: year = 0, 1: month = 0 } = [new Date(start).getUTCFullYear(), new Date(start).getUTCMonth()];
    const end = Math.min(to, Date.UTC(year, month + 1));
    spans.push({ from: start, to: end });
    start = end;
  }
  return spans;
}
