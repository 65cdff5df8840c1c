import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { hour } from "../time/durations.ts";
import { dayAround, weekAround } from "../time/local-periods.ts";
import type { Obstacle, QuotaWindow } from "./obstacle.ts";

/** How much of one quota an agent has used (E6). */
export interface QuotaUse {
  readonly window: QuotaWindow;
  /** Claims in this window, without those that misses have cost. */
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** When there is room again, if there is none; else when the count falls next. Epoch ms; undefined: nothing counts. */
  readonly resetsAt?: number;
}

/**
 * The quotas that the plan has (E6): of the last sixty minutes, of the day and of the week from Monday, these two in the
 * tenant's zone. Each contact missed today costs claims of today (E3).
 */
export function quotaUses(
  { claims, misses }: Pick<Picks, "claims" | "misses">,
  { quotas, misses: onMisses }: Pick<CherryPick, "quotas" | "misses">,
  zone: string,
  now: number,
): readonly QuotaUse[] {
  if (quotas === false) return [];
  const { perHour, perDay, perWeek } = quotas;
  const times = claims.map(({ at }) => at).sort((a, b) => a - b);
  const since = (from: number) => times.filter((at) => at >= from).length;
  const uses: QuotaUse[] = [];
  if (perHour !== false) {
    const recent = times.filter((at) => at > now - hour);
    const next = recent[Math.max(0, recent.length - perHour)];
    uses.push({ ...use("hour", perHour, recent.length), ...(next !== undefined && { resetsAt: next + hour }) });
  }
  if (perDay !== false) {
    const { from, to } = dayAround(now, zone);
    const missed = misses.filter(({ at }) => at >= from).length;
    const lost = onMisses === false ? 0 : missed * onMisses.claimsLess;
    uses.push({ ...use("day", Math.max(0, perDay - lost), since(from)), resetsAt: to });
  }
  if (perWeek !== false) {
    const { from, to } = weekAround(now, zone);
    uses.push({ ...use("week", perWeek, since(from)), resetsAt: to });
  }
  return uses;
}

function use(window: QuotaWindow, limit: number, used: number): QuotaUse {
  return { window, limit, used, remaining: Math.max(0, limit - used) };
}

/** The quotas that are used up. */
export function quotaObstacles(uses: readonly QuotaUse[]): readonly Obstacle[] {
  return uses.flatMap(({ window, limit, used, remaining, resetsAt }): readonly Obstacle[] =>
    remaining > 0 || resetsAt === undefined ? [] : [{ reason: "quota", until: resetsAt, window, limit, used }],
  );
}
