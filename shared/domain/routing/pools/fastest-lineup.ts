import type { AgentFigures } from "../../../schemas/figures.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { Lineup } from "./lineup.ts";

type Fastest = Extract<Method, { readonly type: "fastest" }>;

/** Mean times to contact beyond these differ no more, in minutes: a minute is as fast as can be, a day as slow. */
const quickest = 1;
const slowest = 24 * 60;

/**
 * The line-up with shares by measured speed (C14): twice as fast is twice as many turns, but nobody gets less than `floor`
 * of an equal share. Who has too few measured contacts counts as average, and a ramp still reduces (C3). Without any
 * measurement everybody gets the same.
 */
export function fastestLineup(
  lineup: Lineup,
  method: Pick<Fastest, "floor" | "minContacts">,
  figures: ReadonlyMap<string, AgentFigures>,
): Lineup {
  const speeds = lineup.members.map(({ agentId }) => speedOf(figures.get(agentId), method));
  const parts = speedShares(speeds, method.floor);
  const members = lineup.members.map((member, i) => ({
    ...member,
    weight: Math.max(1, Math.round((parts[i] ?? 1) * member.weight)),
  }));
  return { ...lineup, members };
}

/** Contacts a minute, so to speak; undefined when there are too few to tell. */
function speedOf(figures: AgentFigures | undefined, { minContacts }: Pick<Fastest, "minContacts">): number | undefined {
  if (figures?.minutesToContact === undefined || figures.contacted < minContacts) return undefined;
  return 1 / Math.min(slowest, Math.max(quickest, figures.minutesToContact));
}

/**
 * Everybody's share for these speeds, 1 being an equal one: in proportion to the speed, those below the floor lifted to
 * it, and the rest shared by the others in proportion. An unknown speed counts as the mean of those known.
 */
export function speedShares(speeds: readonly (number | undefined)[], floor: number): readonly number[] {
  const known = speeds.filter((speed) => speed !== undefined);
  if (known.length === 0) return speeds.map(() => 1);
  const mean = known.reduce((sum, speed) => sum + speed, 0) / known.length;
  const all = speeds.map((speed) => speed ?? mean);
  const slowestFirst = all.toSorted((a, b) => a - b);
  // Sums of the speeds from each on: added up from the end, so that nothing is ever taken away from a sum.
  const sums = sumsFromEach(slowestFirst);
  // Who is lifted to the floor leaves less for the others, which may put the next one below it.
  const left = (lifted: number) => all.length - lifted * floor;
  const shareOf = (speed: number, lifted: number) => (speed / (sums[lifted] ?? speed)) * left(lifted);
  const found = slowestFirst.findIndex((speed, lifted) => shareOf(speed, lifted) >= floor);
  const lifted = found === -1 ? slowestFirst.length : found;
  return all.map((speed) => (lifted === all.length ? 1 : Math.max(floor, shareOf(speed, lifted))));
}

function sumsFromEach(values: readonly number[]): readonly number[] {
  const sums: number[] = [];
  let sum = 0;
  for (const value of values.toReversed()) {
    sum += value;
    sums.push(sum);
  }
  return sums.reverse();
}
