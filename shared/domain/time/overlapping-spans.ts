import { type WeeklyHours, weekday } from "../../schemas/business-hours.ts";

/** One that is not needed: it begins before an earlier span of its day has ended. */
export interface OverlappingSpan {
  /** In the hours, as a JSON pointer: `/mon/1`. */
  readonly pointer: string;
  readonly span: string;
  /** The span that it overlaps. */
  readonly with: string;
}

/** Spans of one day that overlap another, in the order of the day; spans that only touch are as good as one. */
export function overlappingSpans(hours: WeeklyHours): readonly OverlappingSpan[] {
  return weekday.options.flatMap((day) => {
    const spans = (hours[day] ?? []).map((span, i) => ({ span, pointer: `/${day}/${i}` }));
    const found: OverlappingSpan[] = [];
    let last: string | undefined;
    for (const { span, pointer } of spans.toSorted((a, b) => (a.span < b.span ? -1 : 1))) {
      if (last !== undefined && span.slice(0, 5) < last.slice(6)) found.push({ pointer, span, with: last });
      if (last === undefined || span.slice(6) > last.slice(6)) last = span;
    }
    return found;
  });
}
