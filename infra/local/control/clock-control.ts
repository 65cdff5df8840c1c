import { DateTime, Duration } from "luxon";
import * as z from "zod";
import type { Cloud } from "../cloud.ts";
import { ClockMovesBackwards } from "../time/clock.ts";
import { Problem, parse } from "./problem.ts";

const moveSchema = z.union([
  z.strictObject({
    advance: z.string().refine((text) => Duration.fromISO(text).isValid, "an ISO-8601 duration: PT15M"),
  }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

/** Moves the clock (`{advance: "PT15M"}` or `{to: instant}`); answers when everything due has run and has had its effects. */
export async function moveClock({ instruments: { clock }, settle }: Cloud, body: unknown): Promise<{ now: string }> {
  const move = parse(moveSchema, body);
  const now = DateTime.fromMillis(clock.now(), { zone: "utc" });
  const target = "to" in move ? Date.parse(move.to) : now.plus(Duration.fromISO(move.advance)).toMillis();
  try {
    return { now: new Date(await clock.advanceTo(target, settle)).toISOString() };
  } catch (error) {
    if (error instanceof ClockMovesBackwards) throw new Problem(409, `The clock only moves forward: ${error.message}`);
    throw error;
  }
}
