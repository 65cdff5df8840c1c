const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const second = 1000;
const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * Length in ms of an ISO-8601 duration of weeks, days, hours, minutes and seconds, each of fixed length (`P14D` is
 * 14 × 24 h). Throws on anything else: durations are checked where a plan is saved.
 */
export function durationMs(iso: string): number {
  const match = parts.exec(iso);
  if (match === null) throw new Error(`not a duration: ${iso}`);
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((text) => Number(text ?? 0));
  return (weeks * 7 + days) * day + hours * hour + minutes * minute + seconds * second;
}
