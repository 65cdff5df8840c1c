import { rotationWeight } from "../../../domain/eligibility/ramp.ts";
import { usesPicking } from "../../../domain/lead-pool/uses-picking.ts";
import type { LeadCaller } from "../../../domain/lifecycle/access.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import { figuresView } from "../../figures/figures-view.ts";
import { ownWay } from "../../figures/tiers-view.ts";
import { accessView } from "../../picking/access-view.ts";
import { lookAt } from "../../picking/pick-look.ts";
import { pickingView } from "../../picking/picking-view.ts";
import { readerIn } from "../../picking/told-obstacle.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import { capacityOf } from "../../routing/full-agents.ts";
import { obstacleTo } from "../obstacle-to.ts";

/** `GET /v1/me`: own profile, limits, counters, results and the way upward through the tiers; a person who is not an agent has only the name and the groups. */
export async function agentProfile(
  ports: Pick<Ports, "clock" | "figures" | "loads" | "picks">,
  config: Configuration,
  { agentId, groups }: LeadCaller,
  locale: Locale,
): Promise<Readonly<Record<string, unknown>>> {
  const agent = config.agents.get(agentId);
  const { plan } = config;
  if (agent === undefined) return { agentId, groups };
  const openLeads = (await ports.loads.held([agentId])).get(agentId)?.length ?? 0;
  const unavailableReason = await obstacleTo(ports, config, agentId);
  const now = ports.clock.now();
  const figures = config.figures.get(agentId);
  const tierPath = plan && (await ownWay(ports, { ...config, plan }, agentId, locale));
  const picking = plan !== undefined && usesPicking(plan) && lookAt(plan, await ports.picks.picksOf(agentId), now);
  const capacity = plan === undefined ? agent.capacity : capacityOf(agent, plan);
  return {
    ...agent,
    groups,
    capacity,
    openLeads,
    remaining: capacity === undefined ? undefined : Math.max(0, capacity - openLeads),
    available: unavailableReason === undefined,
    unavailableReason,
    effectiveWeight: plan && rotationWeight(agent, "weighted", plan, now) / 10_000,
    figures: figures && figuresView(figures),
    ...(picking && {
      picking: {
        ...pickingView(picking, readerIn(config, locale, now)),
        access: accessView(picking, agent, figures, locale),
      },
    }),
    tierPath,
  };
}
