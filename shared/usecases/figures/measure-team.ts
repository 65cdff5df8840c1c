import type { Ports } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";
import { computeFigures } from "./compute-figures.ts";
import { reviewTiers } from "./review-tiers.ts";

/**
 * Once a day: everybody's figures (C4), and with them, on the first day of a quarter that it runs, the review of the
 * tiers. Figures that were not finished by `until` (epoch ms) review nobody.
 */
export async function measureTeam(
  ports: Pick<Ports, "clock" | "config" | "figures" | "leads" | "notifier">,
  options: { readonly until: number },
): Promise<Record<string, number>> {
  const before = await ports.config.current();
  const { plan } = before;
  if (plan === undefined) return {};
  const { unfinished, ...measured } = await computeFigures(ports, { ...before, plan }, options);
  if (unfinished > 0) return { ...measured, unfinished };
  const routing = withPlan(await ports.config.current());
  return routing === undefined ? measured : { ...measured, ...(await reviewTiers(ports, routing)) };
}
