import type { LeadToRoute } from "../../shared/domain/routing/lead-to-route.ts";
import { type Agent, type AgentInput, agentInput } from "../../shared/schemas/agent.ts";
import { type PlanInput, planInput } from "../../shared/schemas/plan/plan.ts";
import type { Configuration } from "../../shared/usecases/ports/ports.ts";
import { type RoutingConfig, withPlan } from "../../shared/usecases/routing-config.ts";
import type { MemoryPorts } from "./memory/memory-ports.ts";

type AgentDraft = Partial<Agent> & { readonly agentId: string };

/** An agent as the schema completes it; order follows the list it stands in when left out. */
export function anAgent({ agentId, version, ...given }: AgentDraft): Agent {
  const input: AgentInput = agentInput.parse({
    name: agentId,
    email: `${agentId}@example.com`,
    team: "sales",
    ...given,
  });
  return { ...input, agentId, version: version ?? 1 };
}

type PlanDraft = Partial<Parameters<typeof planInput.parse>[0] & object>;

/** Round robin over everyone, unless told otherwise. */
export function aPlan(given: PlanDraft = {}): PlanInput {
  return planInput.parse({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [{ id: "all", name: "Alle", method: { type: "roundRobin" } }],
    fallback: { type: "pool" },
    ...given,
  });
}

/** A lead that matches everything, called by its number. */
export function aLead(number: number, given: Partial<LeadToRoute> = {}): LeadToRoute {
  return {
    leadId: `ld_${String(number).padStart(26, "0")}`,
    facts: {},
    areas: [],
    score: 50,
    temperature: "warm",
    sourceId: "website",
    ...given,
  };
}

/** Stores a team and a plan, and answers the configuration. */
export async function configure(
  ports: Pick<MemoryPorts, "config">,
  agents: readonly Agent[],
  plan: PlanInput = aPlan(),
): Promise<RoutingConfig> {
  for (const { agentId, version: _version, ...input } of agents) {
    await ports.config.saveAgent(agentId, input, undefined);
  }
  await ports.config.savePlan(plan, undefined);
  return routingConfig(ports);
}

export async function routingConfig(ports: Pick<MemoryPorts, "config">): Promise<RoutingConfig> {
  const config: Configuration = await ports.config.current();
  const routing = withPlan(config);
  if (!routing) throw new Error("save a plan first");
  return routing;
}
