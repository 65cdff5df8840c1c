import type { WeeklyHours } from "../../../schemas/business-hours.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { durationMs } from "../../time/durations.ts";
import type { Finding } from "../findings/finding.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const minute = 60_000;
const dayMinutes = 24 * 60;

/**
 * Leads that arrive while the business is closed are routed at once, and due before anybody is back (D2, C17): every night
 * leaves missed deadlines. Said once, for the temperatures it concerns.
 */
export function closedHours({ sla, businessHours, onCall }: PlanInput): readonly Finding[] {
  const handled = onCall !== undefined && onCall.outsideHours !== "normal";
  if (businessHours === undefined || sla.clock === "businessHours" || handled) return [];
  const closed = longestClosed(businessHours) * minute;
  const temperatures = (["hot", "warm", "cold"] as const).filter(
    (temperature) => durationMs(sla[temperature].contactWithin) < closed,
  );
  return temperatures.length === 0
    ? []
    : [{ severity: "hint", code: "dueWhileClosed", pointer: "/sla/clock", temperatures }];
}

/** The longest time between two openings of a usual week, minutes; 0 when it never opens. */
function longestClosed(hours: WeeklyHours): number {
  const spans = weekdays.flatMap((name, day) =>
    (hours[name] ?? []).map((span): readonly [number, number] => {
      const [from = "", to = ""] = span.split("-");
      return [day * dayMinutes + minutesOf(from), day * dayMinutes + minutesOf(to)];
    }),
  );
  const sorted = spans.toSorted(([a], [b]) => a - b);
  const [first] = sorted;
  if (!first) return 0;
  let closesAt = first[1];
  let longest = 0;
  for (const [from, to] of [...sorted.slice(1), [first[0] + 7 * dayMinutes, first[1] + 7 * dayMinutes] as const]) {
    longest = Math.max(longest, from - closesAt);
    closesAt = Math.max(closesAt, to);
  }
  return longest;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
