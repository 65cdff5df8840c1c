import type { Agent } from "../../../../shared/schemas/agent.ts";
import type { LeadBody, LeadState } from "../../../../shared/schemas/lead/lead.ts";
import type { Condition } from "../../../../shared/schemas/plan/condition.ts";
import type { Method } from "../../../../shared/schemas/plan/method.ts";
import type { PoolFilter } from "../../../../shared/schemas/plan/pool-filter.ts";
import type { Configuration } from "../../../../shared/usecases/ports/ports.ts";
import type { Expectations, Seen } from "./invariants.ts";

/**
 * C13: nobody waits in the queue for whom somebody is there with room. Worked out from the plan in the slow, obvious way,
 * for the rules of which that is easy to say.
 */
export async function nobodyWaitsInVain(
  { world, states }: Seen,
  { drained }: Expectations,
): Promise<readonly string[]> {
  const queued = states.filter(({ status }) => status === "queued");
  if (drained === undefined || queued.length === 0) return [];
  const config = await world.ports.config.current();
  const agents = [...config.agents.values()].filter(({ agentId }) => drained(agentId));
  const held = await world.ports.loads.held(agents.map(({ agentId }) => agentId));
  const free = agents.filter((agent) => isThere(agent, config, world.now()) && hasRoom(agent, held.get(agent.agentId)));
  const found: string[] = [];
  for (const state of queued) {
    const body = await world.ports.leads.body(state.leadId);
    const method = body && ruleOf(state, body, config);
    const taker = method && free.find((agent) => takes(agent, method, body) && !state.tried?.includes(agent.agentId));
    if (taker) found.push(`C13 ${state.leadId} waits (${state.reason}), and ${taker.agentId} could take it`);
  }
  return found;
}

function isThere({ agentId, status }: Agent, { timeOff }: Configuration, now: number): boolean {
  const away = timeOff.some((off) => off.agentId === agentId && off.from <= now && now < off.to);
  return status === "active" && !away;
}

function hasRoom({ capacity = 0 }: Agent, leads: readonly string[] = []): boolean {
  return leads.length < capacity;
}

/** The method of the lead's first rule. */
function ruleOf(state: LeadState, body: LeadBody, { plan }: Configuration): Method | undefined {
  return plan?.rules.find(({ when }) => when === undefined || isSo(when, state, body))?.method;
}

function isSo(when: Condition, { temperature, handedOverAt }: LeadState, { facts }: LeadBody): boolean {
  if (!("field" in when) || when.op !== "eq") throw new Error("the random tenants compare with one value");
  const stage = handedOverAt === undefined ? "new" : "handover";
  const values: Readonly<Record<string, unknown>> = { temperature, stage, campaign: facts.campaign };
  return values[when.field] === when.value;
}

/** Whether the agent is one of those whom the method gives leads to without being asked by anybody. */
function takes(agent: Agent, method: Method, body: LeadBody): boolean {
  switch (method.type) {
    case "mix":
      return method.parts.every((part) => takes(agent, part.method, body));
    case "agent":
      return method.agentId === agent.agentId;
    case "roundRobin":
    case "weighted":
    case "tiers":
    case "fastest":
    case "leastLoaded":
    case "shared":
    case "cherryPick":
      return isIn(agent, method.pool ?? {});
    case "lastInArea":
      return isIn(agent, method.pool) && (body.areas ?? []).some((area) => territoriesOf(agent).includes(area));
    default:
      return false;
  }
}

function isIn({ agentId, role, team }: Agent, pool: PoolFilter): boolean {
  const named = pool.agents?.includes(agentId) ?? role === (pool.role ?? "agent");
  return named && (pool.team === undefined || pool.team === team);
}

function territoriesOf({ territories = [] }: Agent): readonly string[] {
  return "home" in territories ? [...territories.home, ...(territories.others ?? [])] : territories;
}
