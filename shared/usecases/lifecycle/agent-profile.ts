import { rotationWeight } from "../../domain/eligibility/ramp.ts";
import type { LeadCaller } from "../../domain/lifecycle/access.ts";
import type { Configuration, Ports } from "../ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import { obstacleTo } from "./obstacle-to.ts";

/** `GET /v1/me`: own profile, limits and counters; a person who is not an agent has only the name and the groups. */
export async function agentProfile(
  ports: Pick<Ports, "clock" | "loads">,
  config: Configuration,
  { agentId, groups }: LeadCaller,
): Promise<Readonly<Record<string, unknown>>> {
  const agent = config.agents.get(agentId);
  const { plan } = config;
  if (agent === undefined) return { agentId, groups };
  const openLeads = (await ports.loads.held([agentId])).get(agentId)?.length ?? 0;
  const unavailableReason = await obstacleTo(ports, config, agentId);
  const capacity = plan === undefined ? agent.capacity : capacityOf(agent, plan);
  return {
    ...agent,
    groups,
    capacity,
    openLeads,
    remaining: capacity === undefined ? undefined : Math.max(0, capacity - openLeads),
    available: unavailableReason === undefined,
    unavailableReason,
    effectiveWeight: plan && rotationWeight(agent, "weighted", plan, ports.clock.now()) / 10_000,
  };
}
