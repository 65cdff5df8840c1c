import { unavailableReason } from "../../../domain/eligibility/availability.ts";
import { rampShare } from "../../../domain/eligibility/ramp.ts";
import { rounded } from "../../../domain/figures/rates.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import { type FiguresView, figuresView } from "../../figures/figures-view.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";

/** An agent as everybody may see it who may see it whole. */
export interface AgentView extends Agent {
  /** Leads offered or owned. */
  readonly openLeads: number;
  readonly available: boolean;
  readonly unavailableReason?: SkipReason;
  /** The agent's weight times the ramp's share of today (C2, C3). */
  readonly effectiveWeight: number;
  /** Results of the last 90 days; none for who never had a lead, nor on the first day. */
  readonly figures?: FiguresView;
}

/** Before there is a plan. */
const noPlan = { timezone: "UTC", capacity: 15, ramp: [] };

/** The agents with what they can take now; one read of their loads. */
export async function describeAgents(
  ports: Pick<Ports, "loads" | "clock">,
  config: Pick<Configuration, "figures" | "plan" | "timeOff">,
  agents: readonly Agent[],
): Promise<readonly AgentView[]> {
  const now = ports.clock.now();
  const { timezone, capacity, ramp } = config.plan ?? noPlan;
  const held = agents.length === 0 ? undefined : await ports.loads.held(agents.map(({ agentId }) => agentId));
  return agents.map((agent) => {
    const figures = config.figures.get(agent.agentId);
    const openLeads = held?.get(agent.agentId)?.length ?? 0;
    const reason = unavailableReason(agent, {
      now,
      timezone,
      timeOff: config.timeOff,
      planCapacity: capacity,
      held: openLeads,
    });
    return {
      ...agent,
      openLeads,
      available: reason === undefined,
      ...(reason && { unavailableReason: reason }),
      effectiveWeight: rounded(agent.weight * rampShare(agent, { ramp, timezone }, now)),
      ...(figures && { figures: figuresView(figures) }),
    };
  });
}
