import { mean, rounded } from "../figures/rates.ts";
import type { PoolWait, TakenLead } from "./taken-leads.ts";
import { watchBars } from "./watch-bars.ts";
import type { WatchRow } from "./watch-rows.ts";

/** A sign that picking is not fair, or does no good, with the figures that say so (E8). */
export type WatchWarning =
  | { readonly kind: "onlyHighScores"; readonly agentId: string; readonly claims: number; readonly lowest: number }
  | {
      readonly kind: "neverTakesSource";
      readonly agentId: string;
      readonly sourceId: string;
      readonly claims: number;
      /** Leads of the source that lay in the pool, as a part of all that did. */
      readonly part: number;
    }
  | { readonly kind: "slowContact"; readonly agentId: string; readonly claims: number; readonly minutes: number }
  | {
      readonly kind: "noBetter";
      readonly agentId: string;
      readonly claims: number;
      readonly conversion: number;
      /** Of the leads that were assigned to everybody else. */
      readonly others: number;
    }
  | { readonly kind: "unclaimed"; readonly posted: number; readonly late: number; readonly part: number }
  | {
      readonly kind: "concentrated";
      readonly agents: number;
      readonly top: number;
      readonly claims: number;
      readonly part: number;
    }
  /** Mean scores of what the agents with the best and with the lowest conversion got. */
  | { readonly kind: "unevenQuality"; readonly best: number; readonly last: number }
  | { readonly kind: "complaints"; readonly complaints: number; readonly agents: number };

/** A lead that lay in the pool. */
export interface PostedLead {
  readonly sourceId: string;
  readonly score: number;
  readonly waits: readonly PoolWait[];
}

export interface WatchInput {
  readonly rows: readonly WatchRow[];
  readonly taken: readonly TakenLead[];
  readonly posted: readonly PostedLead[];
  /** Who could have picked. */
  readonly pickers: ReadonlySet<string>;
  /** Epoch ms. */
  readonly now: number;
}

/** All signs: first those about agents, in the order of the rows, then those about the whole. Pure. */
export function watchWarnings(input: WatchInput): readonly WatchWarning[] {
  return [
    ...input.rows.flatMap((row) => [
      ...onlyHighScores(row, input),
      ...neverTakenSources(row, input),
      ...slowContact(row),
      ...noBetter(row, input),
    ]),
    ...unclaimed(input),
    ...concentrated(input),
    ...unevenQuality(input),
  ];
}

/** Only where there were others to take. */
function onlyHighScores({ agentId, picked }: WatchRow, { taken, posted }: WatchInput): readonly WatchWarning[] {
  const scores = taken.flatMap((each) => (each.agentId === agentId && each.picked ? [each.score] : []));
  const lowest = Math.min(...scores);
  const others = posted.some(({ score }) => score <= watchBars.highScore);
  if (picked.leads < watchBars.claims || lowest <= watchBars.highScore || !others) return [];
  return [{ kind: "onlyHighScores", agentId, claims: picked.leads, lowest }];
}

/** A source that an agent who picks by chance would hardly have missed. */
function neverTakenSources({ agentId, picked, sources }: WatchRow, { posted }: WatchInput): readonly WatchWarning[] {
  const bySource = [...Map.groupBy(posted, ({ sourceId }) => sourceId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return bySource.flatMap(([sourceId, leads]): readonly WatchWarning[] => {
    const part = leads.length / posted.length;
    const chance = (1 - part) ** picked.leads;
    if (picked.leads < watchBars.claims || Object.hasOwn(sources, sourceId) || chance > watchBars.chance) return [];
    return [{ kind: "neverTakesSource", agentId, sourceId, claims: picked.leads, part: rounded(part) }];
  });
}

function slowContact({ agentId, picked, minutesClaimToContact: minutes = 0 }: WatchRow): readonly WatchWarning[] {
  if (picked.leads < watchBars.claims || minutes <= watchBars.lateMinutes) return [];
  return [{ kind: "slowContact", agentId, claims: picked.leads, minutes }];
}

function noBetter({ agentId, picked }: WatchRow, { taken }: WatchInput): readonly WatchWarning[] {
  const assigned = taken.filter((each) => each.agentId !== agentId && !each.picked);
  const { conversion = 0, leads: claims } = picked;
  if (claims < watchBars.leads || assigned.length < watchBars.leads) return [];
  const others = rounded(assigned.filter(({ converted }) => converted).length / assigned.length);
  return conversion > others ? [] : [{ kind: "noBetter", agentId, claims, conversion, others }];
}

function unclaimed({ posted, now }: WatchInput): readonly WatchWarning[] {
  const isLate = ({ from, to = now }: PoolWait) => to - from > watchBars.unclaimedAfter;
  const late = posted.filter(({ waits }) => waits.some(isLate)).length;
  // Of a lead that still lies there, and not for long, nobody knows yet.
  const known = posted.filter(({ waits }) => waits.some((wait) => wait.to !== undefined || isLate(wait))).length;
  const part = rounded(late / known);
  if (known < watchBars.leads || part < watchBars.unclaimedPart) return [];
  return [{ kind: "unclaimed", posted: known, late, part }];
}

function concentrated({ rows, pickers }: WatchInput): readonly WatchWarning[] {
  const picked = new Map(rows.map(({ agentId, picked: { leads } }) => [agentId, leads]));
  const agents = new Set([...pickers, ...rows.flatMap((row) => (row.picked.leads > 0 ? [row.agentId] : []))]);
  const most = [...agents].map((agentId) => picked.get(agentId) ?? 0).toSorted((a, b) => b - a);
  const claims = sum(most);
  const top = Math.ceil(agents.size * watchBars.topAgents);
  if (agents.size < watchBars.agents || claims < watchBars.leads) return [];
  const part = rounded(sum(most.slice(0, top)) / claims);
  return part < watchBars.topPart ? [] : [{ kind: "concentrated", agents: agents.size, top, claims, part }];
}

/** The best fifth by conversion against the last, with everything they had: picked and assigned. */
function unevenQuality({ taken }: WatchInput): readonly WatchWarning[] {
  const agents = [...Map.groupBy(taken, ({ agentId }) => agentId)]
    .filter(([, own]) => own.length >= watchBars.claims)
    .map(([agentId, own]) => ({ agentId, own, part: own.filter(({ converted }) => converted).length / own.length }))
    .toSorted((a, b) => b.part - a.part || (a.agentId < b.agentId ? -1 : 1));
  const fifth = Math.ceil(agents.length * watchBars.topAgents);
  if (agents.length < 2 || agents.at(0)?.part === agents.at(-1)?.part) return [];
  const scoreOf = (some: typeof agents) => mean(some.flatMap(({ own }) => own.map(({ score }) => score))) ?? 0;
  const [best, last] = [scoreOf(agents.slice(0, fifth)), scoreOf(agents.slice(-fifth))];
  return best - last < watchBars.qualityGap ? [] : [{ kind: "unevenQuality", best, last }];
}

/** One is enough: where it feels unfair, something is, whatever the other figures say. */
export function complaintWarnings(complaints: readonly { readonly agentId: string }[]): readonly WatchWarning[] {
  const agents = new Set(complaints.map(({ agentId }) => agentId)).size;
  return agents === 0 ? [] : [{ kind: "complaints", complaints: complaints.length, agents }];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
