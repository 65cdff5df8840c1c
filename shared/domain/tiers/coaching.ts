import type { AgentFigures } from "../../schemas/figures.ts";
import type { TierName } from "../../schemas/tier.ts";
import { mean } from "../figures/rates.ts";
import type { TierPath } from "./tier-path.ts";

const metrics = ["minutesToContact", "appointmentRate", "averageDeal"] as const;
export type CoachingMetric = (typeof metrics)[number];

/** A result that is worse than it usually is in the tier aimed at. Minutes, a part of 1, or money in whole units. */
export interface CoachingPoint {
  readonly metric: CoachingMetric;
  readonly value: number;
  /** The mean of those who are there. */
  readonly usual: number;
}

/** What somebody below the bar can do about it (C4): how far away it is, and what makes the most difference. */
export interface Coaching {
  /** The own tier, which is in danger, or the next one. */
  readonly aim: TierName;
  readonly keeps: boolean;
  readonly level: number;
  /** The conversion as it is, where the level allows for the sources (C4). */
  readonly conversion?: number;
  readonly bar: number;
  readonly assigned: number;
  /** So many deals more, of as many leads, reach the bar. */
  readonly deals: number;
  /** What there were others' results to hold against. */
  readonly compared: readonly CoachingMetric[];
  /** The furthest from the usual first; empty when it is the conversion alone. */
  readonly points: readonly CoachingPoint[];
}

/** A difference smaller than this part of the usual is none. */
const notable = 0.1;
/** Fewer than these are nobody to compare with. */
const fewest = 2;

/**
 * The coaching note of an agent below the bar of the own tier, or in the last one below the next one's (C4). `peers`: the
 * results of everybody else in the tier aimed at and above. `weight`: what a conversion is multiplied by before it is judged,
 * for its sources. Undefined for all others, and while there are too few leads to tell.
 */
export function coachingOf(
  { place, level, conversion, next, hold }: TierPath,
  figures: AgentFigures | undefined,
  peers: (aim: TierName) => readonly AgentFigures[],
  weight = 1,
): Coaching | undefined {
  if (level === undefined || figures === undefined || place === "newcomer") return undefined;
  const [aim, target] = hold === undefined ? [next?.tier, next] : [place, hold];
  if (aim === undefined || target === undefined || target.missing === 0) return undefined;
  const others = peers(aim);
  const compared = metrics.flatMap((metric) => comparedBy(metric, figures, others));
  const points = compared.filter((point) => shortfall(point) >= notable);
  return {
    aim,
    keeps: aim === place,
    level,
    ...(conversion !== undefined && { conversion }),
    bar: target.bar,
    assigned: figures.assigned,
    deals: dealsMissing(figures, target.bar / weight),
    compared: compared.map(({ metric }) => metric),
    points: points.toSorted((a, b) => shortfall(b) - shortfall(a)),
  };
}

/** Rates are rounded: by this little somebody with a deal less is there as well. */
const tolerance = 0.01;

/** `bar`: the conversion to reach, of the same leads. */
function dealsMissing({ assigned, converted }: AgentFigures, bar: number): number {
  return Math.max(1, Math.ceil(bar * assigned - converted - tolerance));
}

function comparedBy(
  metric: CoachingMetric,
  own: AgentFigures,
  others: readonly AgentFigures[],
): readonly CoachingPoint[] {
  const currency = own.averageDeal?.currency;
  const of = (figures: AgentFigures) => {
    if (metric !== "averageDeal") return figures[metric];
    return figures.averageDeal?.currency === currency ? figures.averageDeal?.amount : undefined;
  };
  const value = of(own);
  const known = others.flatMap((each) => of(each) ?? []);
  const usual = mean(known);
  if (value === undefined || usual === undefined || known.length < fewest) return [];
  return [{ metric, value, usual }];
}

/** How much worse than usual, as a part of the usual. */
function shortfall({ metric, value, usual }: CoachingPoint): number {
  if (usual === 0) return metric === "minutesToContact" && value > 0 ? 1 : 0;
  return (metric === "minutesToContact" ? value - usual : usual - value) / usual;
}
