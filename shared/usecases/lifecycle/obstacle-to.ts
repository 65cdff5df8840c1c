import { unavailableReason } from "../../domain/eligibility/availability.ts";
import type { SkipReason } from "../../schemas/lead/decision.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

/** What speaks against giving this agent a lead now; undefined when nothing does. An unknown agent is inactive. */
export async function obstacleTo(
  ports: Pick<Ports, "clock" | "loads">,
  { agents, plan, timeOff }: Pick<Configuration, "agents" | "plan" | "timeOff">,
  agentId: string,
): Promise<SkipReason | undefined> {
  const agent = agents.get(agentId);
  if (agent === undefined) return "inactive";
  const held = (await ports.loads.held([agentId])).get(agentId)?.length ?? 0;
  return unavailableReason(agent, {
    now: ports.clock.now(),
    timezone: plan?.timezone ?? "UTC",
    timeOff,
    planCapacity: plan?.capacity,
    held,
  });
}
