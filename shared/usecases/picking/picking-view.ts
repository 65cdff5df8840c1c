import { holdingNow } from "../../domain/guard-rails/holding.ts";
import {
  accessTierOf,
  type Look,
  obstacleToPicking,
  suspensionNow,
} from "../../domain/guard-rails/obstacle-to-pick.ts";
import { quotaUses } from "../../domain/guard-rails/quotas.ts";
import { owedKinds } from "../../domain/guard-rails/ratios.ts";
import { coolDownEnd, listWindow } from "../../domain/guard-rails/windows.ts";
import { type Reader, toldObstacle } from "./told-obstacle.ts";

/**
 * How an agent's picking stands: what is left of the quotas, whether the time to choose runs, cool-down, suspension, access
 * tier, what the ratios ask for next, and in words what keeps the agent from picking anything now. Instants as ISO-8601.
 */
export function pickingView(look: Look, reader: Reader): Readonly<Record<string, unknown>> {
  const { picks, rails, zone, now } = look;
  const { windows, ratios, access } = rails;
  const list = windows === false ? undefined : listWindow(picks, windows, now);
  const holding = holdingNow(look);
  const suspension = suspensionNow(look);
  const owed = ratios === false ? [] : owedKinds(picks.claims, ratios);
  const obstacle = obstacleToPicking(look);
  return {
    quotas: Object.fromEntries(
      quotaUses(picks, rails, zone, now).map(({ window, resetsAt, ...use }) => [
        window,
        { ...use, ...(resetsAt !== undefined && { resetsAt: iso(resetsAt) }) },
      ]),
    ),
    ...(list?.phase === "open" && { window: { until: iso(list.until) } }),
    ...(holding && { holding: { leadId: holding.leadId, until: iso(holding.until) } }),
    coolDownUntil: windows === false ? undefined : iso(coolDownEnd(picks, windows, now)),
    ...(suspension && { suspension: { reason: suspension.reason, until: iso(suspension.until) } }),
    ...(access !== false && { accessTier: accessTierOf(picks) }),
    ...(owed.length > 0 && { owed }),
    ...(obstacle && { obstacle: toldObstacle(obstacle, reader) }),
  };
}

function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
