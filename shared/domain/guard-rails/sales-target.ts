import { DateTime } from "luxon";
import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import { FIGURES_WINDOW } from "../figures/figures-of.ts";
import { day } from "../time/durations.ts";

/** A target is not judged before somebody had so long for it. Ms. */
const shortest = 30 * day;

/**
 * Part of the sales target that was attained (E5): the value of the deals closed in the last 90 days, which the target is
 * for. Who began later (by `startedOn`, or by the first lead) is held against the part of it that falls to the time since.
 * Undefined without a target, and in the first 30 days.
 */
export function targetAttained(
  { salesTarget, startedOn }: Pick<Agent, "salesTarget" | "startedOn">,
  figures: Pick<AgentFigures, "from" | "to" | "sold" | "workedSince"> | undefined,
  zone: string,
): number | undefined {
  if (!salesTarget || figures?.workedSince === undefined) return undefined;
  const started = startedOn === undefined ? 0 : DateTime.fromISO(startedOn, { zone }).toMillis();
  const worked = figures.to - Math.max(figures.from, figures.workedSince, started);
  if (worked < shortest) return undefined;
  const due = salesTarget * (worked / FIGURES_WINDOW);
  // Not rounded up: a target just missed is missed.
  return Math.floor(((figures.sold?.amount ?? 0) / due) * 10_000 + 1e-6) / 10_000;
}
