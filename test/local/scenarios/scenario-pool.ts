import { hour, type LocalTenant } from "../../support/world/local-tenant.ts";

type Agents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Room for every lead of a scenario. */
export const roomy = { capacity: 1000 };

/** One scenario's own agents, team and rule: nothing of the other scenarios moves its rotation. */
export interface ScenarioPool {
  /** The agents of the next leads, as the scenario names them. */
  offered(count: number): Promise<readonly string[]>;
  agent(name: string, given: Readonly<Record<string, unknown>>): Promise<void>;
  /** Gives an agent open leads without moving the rotation; answers their ids. */
  fill(name: string, count: number): Promise<readonly string[]>;
  /** Away from now on; answers how to come back. */
  away(name: string, hours?: number): Promise<() => Promise<void>>;
  /** The agent's id. */
  id(name: string): string;
}

/** Offers that outlast every scenario: only what the scenario does moves anything. */
const patient = { acceptWithin: "P300D", contactWithin: "P300D" };
export const patientSla = { hot: patient, warm: patient, cold: patient };

/** The agents in order, a rule with `method` over them, and a rule that gives leads of the campaign `fill-…` to one of them. */
export async function openPool(
  tenant: LocalTenant,
  scenario: string,
  agents: Agents,
  method: { readonly type: string } = { type: "roundRobin" },
): Promise<ScenarioPool> {
  tenant.startAfresh();
  const id = (name: string) => `${scenario}-${name.toLowerCase()}`;
  const names = Object.keys(agents);
  const nameOf = new Map(names.map((name) => [id(name), name]));
  const agent: ScenarioPool["agent"] = async (name, given) => {
    nameOf.set(id(name), name);
    await tenant.agent(id(name), { team: scenario, order: name.charCodeAt(0), ...given });
  };
  for (const [name, given] of Object.entries(agents)) await agent(name, given);
  const fills = names.map((name) => ({
    id: `fill-${id(name)}`,
    when: { field: "campaign", op: "eq", value: `fill-${id(name)}` },
    method: { type: "agent", agentId: id(name) },
  }));
  const rotation = { id: scenario, method: { ...method, pool: { team: scenario } }, overflow: "queue" };
  await tenant.plan({ rules: [...fills, rotation], sla: patientSla, reclaim: { noContactAfter: "P300D" } });
  return {
    id,
    agent,
    async offered(count) {
      return (await tenant.offered(count)).map((agentId) => nameOf.get(agentId) ?? agentId);
    },
    async fill(name, count) {
      const leadIds: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const { leadId } = await tenant.lead({ campaign: `fill-${id(name)}` });
        await tenant.act(id(name), leadId, "accept");
        leadIds.push(leadId);
      }
      return leadIds;
    },
    async away(name, hours = 24) {
      const from = tenant.world.now();
      const path = `/v1/agents/${id(name)}/time-off`;
      const instants = { from: new Date(from).toISOString(), to: new Date(from + hours * hour).toISOString() };
      const { status, body } = await tenant.ask("root", "POST", path, instants);
      if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      const { timeOffId } = body as { readonly timeOffId: string };
      return async () => {
        await tenant.ask("root", "DELETE", `${path}/${timeOffId}`);
      };
    },
  };
}

/** How many leads each received. */
export function tally(agents: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(agents, (agent) => agent)].map(([agent, all]) => [agent, all.length]));
}
