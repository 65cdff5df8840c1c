import { day } from "./durations.ts";

const units = [
  ["H", 3_600_000],
  ["M", 60_000],
  ["S", 1000],
] as const;

/** A length of time in ms as ISO 8601, in whole seconds: `P14D`, `PT36H` becomes `P1DT12H`, nothing is `PT0S`. */
export function isoDuration(ms: number): string {
  let rest = Math.round(ms / 1000) * 1000;
  const days = Math.floor(rest / day);
  rest -= days * day;
  let time = "";
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) time += `${count}${unit}`;
  }
  if (days === 0 && time === "") return "PT0S";
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
