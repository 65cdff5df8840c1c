import { DateTime } from "luxon";
import type { Rota } from "../../schemas/plan/on-call.ts";
import { day, durationMs } from "../time/durations.ts";

/** One stretch of duty; instants in epoch ms, `until` excluded. */
export interface Duty {
  readonly from: number;
  readonly until: number;
  /** Whoever is on call first, then who stands in, in the order of the turns. */
  readonly agents: readonly string[];
}

interface Shift {
  readonly at: string;
  readonly agents: readonly string[];
}

/**
 * Who is on call at `now`: the shift that began last, on the local clock of `zone`, and in it the agent whose turn that
 * shift's day is in. Turns are whole local days from `startsOn` on (before it they are counted backwards), so a day of 23
 * or 25 hours is one day. Every instant is somebody's.
 */
export function dutyAt(rota: Rota, zone: string, now: number): Duty {
  const shifts = shiftsOf(rota);
  const today = DateTime.fromMillis(now, { zone }).startOf("day");
  const starts = [-1, 0, 1, 2].flatMap((days) => startsOf(shifts, today.plus({ days })));
  const current = starts.findLastIndex(({ from }) => from <= now);
  const begun = starts[current];
  const next = starts[current + 1];
  if (begun === undefined || next === undefined) throw new Error("a rota has a shift at every instant");
  return { from: begun.from, until: next.from, agents: inTurn(rota, begun.agents, begun.date) };
}

/** The duties from now on, the present one first; those of one agent that follow each other are one. At most `count`. */
export function dutiesFrom(rota: Rota, zone: string, now: number, count: number): readonly Duty[] {
  const duties: Duty[] = [];
  let at = now;
  // A single agent's duty never ends: looked at for so many shifts.
  for (let looked = 0; looked < count * 50 && duties.length <= count; looked++) {
    const duty = dutyAt(rota, zone, at);
    const last = duties.at(-1);
    if (last?.agents[0] === duty.agents[0] && last !== undefined) {
      duties[duties.length - 1] = { ...last, until: duty.until };
    } else {
      duties.push(duty);
    }
    at = duty.until;
  }
  return duties.slice(0, count);
}

function shiftsOf({ agents = [], shifts, changesAt }: Rota): readonly Shift[] {
  return shifts?.map(({ from, agents: own }) => ({ at: from, agents: own })) ?? [{ at: changesAt, agents }];
}

interface Start {
  readonly from: number;
  readonly date: DateTime;
  readonly agents: readonly string[];
}

/** The day's shifts in order, with the instants at which they begin. */
function startsOf(shifts: readonly Shift[], date: DateTime): readonly Start[] {
  return shifts
    .map(({ at, agents }) => {
      const from = date.set({ hour: Number(at.slice(0, 2)), minute: Number(at.slice(3)) }).toMillis();
      return { from, date, agents };
    })
    .toSorted((a, b) => a.from - b.from);
}

/** The agents, beginning with the one whose turn the local day is in. */
function inTurn({ turn, startsOn }: Rota, agents: readonly string[], date: DateTime): readonly string[] {
  const first = DateTime.fromISO(startsOn, { zone: date.zone }).startOf("day");
  const days = Math.round(date.startOf("day").diff(first, "days").days);
  const turns = Math.floor(days / (durationMs(turn) / day));
  const begin = ((turns % agents.length) + agents.length) % agents.length;
  return [...agents.slice(begin), ...agents.slice(0, begin)];
}
