import { DateTime } from "luxon";

/** A six-field cron expression of EventBridge: minutes hours day-of-month month day-of-week year. */
export interface Cron {
  /** The first instant (epoch ms) after `after` at which it fires; undefined when it never does within ten years. */
  readonly next: (after: number) => number | undefined;
}

interface Field {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const fields: readonly Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: months },
  { min: 1, max: 7, names: weekdays },
  { min: 1970, max: 2199 },
];

/**
 * Parses `0 8 ? * MON-FRI *`: lists, ranges, steps, names, `*` and `?`. `L`, `W` and `#` are refused by name.
 * `zone`: IANA time zone; instants that the change to summer time skips do not fire.
 */
export function parseCron(expression: string, zone: string): Cron {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== 6) throw new Error(`A cron expression has six fields: ${expression}`);
  const [minutes, hours, days, monthSet, dayOfWeek, years] = fields.map((field, index) =>
    parseField(parts[index] ?? "", field, expression),
  );
  const matchesDay = (day: DateTime): boolean =>
    (years?.has(day.year) ?? false) &&
    (monthSet?.has(day.month) ?? false) &&
    (days?.has(day.day) ?? false) &&
    (dayOfWeek?.has((day.weekday % 7) + 1) ?? false);

  return {
    next: (after) => {
      const from = DateTime.fromMillis(after, { zone });
      for (let day = from.startOf("day"), tried = 0; tried < 3660; day = day.plus({ days: 1 }), tried += 1) {
        if (!matchesDay(day)) continue;
        for (const hour of hours ?? []) {
          if (tried === 0 && hour < from.hour) continue;
          for (const minute of minutes ?? []) {
            const at = day.set({ hour, minute });
            if (at.hour === hour && at.toMillis() > after) return at.toMillis();
          }
        }
      }
      return undefined;
    },
  };
}

function parseField(text: string, { min, max, names = [] }: Field, expression: string): ReadonlySet<number> {
  const values = new Set<number>();
  const value = (part: string): number => {
    const named = names.indexOf(part.toUpperCase());
    const number = named >= 0 ? named + 1 : Number(part);
    if (!/^\w+$/.test(part) || !Number.isInteger(number) || number < min || number > max) {
      throw new Error(`The local runner does not understand ${part} in cron(${expression})`);
    }
    return number;
  };
  for (const part of text.split(",")) {
    const [range = "", step] = part.split("/");
    const [first = "", last] = range.split("-");
    const all = range === "*" || range === "?";
    const low = all ? min : value(first);
    const high = all ? max : last === undefined ? (step === undefined ? low : max) : value(last);
    for (let at = low; at <= high; at += step === undefined ? 1 : Math.max(1, Number(step))) values.add(at);
  }
  return new Set([...values].sort((a, b) => a - b));
}
