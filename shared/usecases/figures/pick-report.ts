import { guardRailsOf } from "../../domain/guard-rails/guard-rails-of.ts";
import { accessibleAt } from "../../domain/guard-rails/obstacle-to-pick.ts";
import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import { slaTimeBetween } from "../../domain/lifecycle/deadlines.ts";
import { type ComplainedRow, type LeadComplaint, withComplaintCounts } from "../../domain/pick-watch/complaints.ts";
import { poolWaits, type TakenLead, takenLeads, type WatchedLead } from "../../domain/pick-watch/taken-leads.ts";
import { warningText } from "../../domain/pick-watch/warning-texts.ts";
import { type Quality, qualityOf, watchRows } from "../../domain/pick-watch/watch-rows.ts";
import {
  complaintWarnings,
  type PostedLead,
  type WatchWarning,
  watchWarnings,
} from "../../domain/pick-watch/watch-warnings.ts";
import { durationMs } from "../../domain/time/durations.ts";
import type { Picks } from "../../schemas/picks.ts";
import { usualRatios } from "../../schemas/plan/cherry-pick.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { reportVisibility } from "./report-visibility.ts";
import { watchedLeads } from "./watched-leads.ts";

export interface PickReport {
  /** Leads that were read, those of them that lay in the pool, and how often one was claimed. */
  readonly leads: number;
  readonly posted: number;
  readonly claims: number;
  /** Everybody's picked and assigned leads. */
  readonly all: { readonly picked: Quality; readonly assigned: Quality; readonly complaints: number };
  readonly items: readonly ComplainedRow[];
  /** Latest first; `at` is ISO-8601. */
  readonly complaints: readonly (Omit<LeadComplaint, "at"> & { readonly at: string })[];
  readonly warnings: readonly (WatchWarning & { readonly text: string })[];
}

/**
 * How fairly agents pick among the leads received from `from` to `to` (epoch ms, not included), and whether it does any
 * good (E8). A leader sees the rows, complaints and warnings of the own teams; what concerns the whole is for everybody who may
 * read reports. Undefined when there are too many leads in this time for one answer.
 */
export async function pickReport(
  ports: Pick<Ports, "clock" | "leads" | "picks">,
  config: Configuration,
  caller: LeadCaller,
  { from, to, locale }: { readonly from: number; readonly to: number; readonly locale: Locale },
): Promise<PickReport | undefined> {
  const leads = await watchedLeads(ports, [...config.sources.keys()], { from, to });
  if (leads === undefined) return undefined;
  const now = ports.clock.now();
  const taken = leads.flatMap(takenLeads);
  const posted = leads.flatMap(postedLead);
  const picks = await ports.picks.picksOfAll([
    ...new Set(taken.flatMap((each) => (each.picked ? [each.agentId] : []))),
  ]);
  const rows = watchRows(taken, { now, ...railsAt(config, picks) });
  const complaints = leads.flatMap((lead) => lead.complaints).toSorted((a, b) => b.at - a.at);
  const warnings = [
    ...watchWarnings({ rows, taken, posted, pickers: pickersOf(config), now }),
    ...complaintWarnings(complaints),
  ];
  const seen = reportVisibility(caller, config);
  return {
    leads: leads.length,
    posted: posted.length,
    claims: taken.filter(({ picked }) => picked).length,
    all: { ...bothKinds(taken), complaints: complaints.length },
    items: withComplaintCounts(rows, complaints).filter(({ agentId }) => seen(agentId)),
    complaints: complaints
      .filter(({ agentId }) => seen(agentId))
      .map(({ at, reason, ...each }) => ({
        ...each,
        at: new Date(at).toISOString(),
        ...(reason !== undefined && each.decidedBy !== caller.agentId && { reason }),
      })),
    warnings: warnings
      .filter((warning) => !("agentId" in warning) || seen(warning.agentId))
      .map((warning) => ({ ...warning, text: warningText(warning, namesIn(config), locale) })),
  };
}

function bothKinds(taken: readonly TakenLead[]): Omit<PickReport["all"], "complaints"> {
  return {
    picked: qualityOf(taken.filter(({ picked }) => picked)),
    assigned: qualityOf(taken.filter(({ picked }) => !picked)),
  };
}

function postedLead({ sourceId, score, events }: WatchedLead): readonly PostedLead[] {
  const waits = poolWaits(events);
  return waits.length === 0 ? [] : [{ sourceId, score, waits }];
}

/** The plan's guard rails as far as the watch asks for them; the usual ones without a plan. */
function railsAt({ plan }: Configuration, picks: ReadonlyMap<string, Picks>) {
  const rails = guardRailsOf(plan ?? {});
  return {
    agedAfter: durationMs((rails.ratios || usualRatios).agedAfter),
    contactWithin: durationMs(rails.contactWithin),
    elapsed: (from: number, to: number) => (plan === undefined ? to - from : slaTimeBetween(plan, from, to)),
    claimableAt: (agentId: string, postedAt: number) =>
      accessibleAt({ picks: picks.get(agentId) ?? {}, rails }, postedAt),
  };
}

function pickersOf({ agents }: Configuration): ReadonlySet<string> {
  return new Set(
    [...agents.values()].flatMap(({ agentId, role, status }) =>
      role === "agent" && status === "active" ? [agentId] : [],
    ),
  );
}

function namesIn({ agents, sources }: Configuration) {
  return {
    agent: (agentId: string) => agents.get(agentId)?.name ?? agentId,
    source: (sourceId: string) => sources.get(sourceId)?.name ?? sourceId,
  };
}
