import { guardRailsOf } from "../../domain/guard-rails/guard-rails-of.ts";
import { usesPicking } from "../../domain/lead-pool/uses-picking.ts";
import { localHour } from "../../domain/time/local-time.ts";
import type { Ports } from "../ports/ports.ts";
import { setAccessTiers } from "./set-access-tiers.ts";
import { suspendDecliners } from "./suspend-decliners.ts";

/**
 * Each hour, and at work in the first one of the tenant's day: on Mondays (or the first day after a Monday that was missed)
 * the access tiers of the week (E5), and every day who accepted too few offers (E4). Only where the plan has leads picked.
 */
export async function reviewPicking(
  ports: Pick<Ports, "clock" | "config" | "leads" | "notifier" | "picks">,
  { until }: { readonly until: number },
): Promise<Record<string, number>> {
  const { plan, ...rest } = await ports.config.current();
  if (plan === undefined || localHour(ports.clock.now(), plan.timezone) !== 0) return {};
  if (!usesPicking(plan)) return {};
  const { access, acceptance } = guardRailsOf(plan);
  const config = { ...rest, plan };
  const moved = access === false ? 0 : await setAccessTiers(ports, config, access);
  if (acceptance === false) return { moved };
  const suspended = await suspendDecliners(ports, config, acceptance, until);
  return suspended === undefined ? { moved, unfinished: 1 } : { moved, suspended };
}
