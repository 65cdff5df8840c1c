import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import { type Attempt, type AttemptContext, reserve } from "../attempt.ts";
import { lineupNow } from "../lineup-now.ts";
import { tryRotation } from "./try-rotation.ts";

type AreaMethod = Extract<Method, { readonly type: "area" | "lastInArea" }>;

/**
 * Among those who work in the lead's area (C7): one each, or to whoever got the last lead there as long as that agent can
 * take it. Areas that overlap make a pool of their own, of all who work in any of them. Who got the last one is noted
 * before the lead is committed, by condition: a repeat of the same lead finds the same agent.
 */
export async function tryArea(context: AttemptContext, method: AreaMethod): Promise<Attempt> {
  const { config, request, ports, ruleId } = context;
  const rotation = { type: "roundRobin", pool: method.pool } as const;
  const inTurn = async (): Promise<Attempt> => named(await tryRotation(context, rotation), method);
  if (!goesToLast(method, request.lead.areas)) return inTurn();

  const { poolKey, agents, members, leftOut } = lineupNow(config, ruleId, rotation, request.lead, request.now);
  if (members.length === 0) return inTurn();
  const last = await ports.rotation.lastTaker(poolKey);
  const agent = last === undefined || request.exclude?.includes(last) ? undefined : agents.get(last);
  if (agent && (await reserve(context, agent))) {
    const asked = new Map<string, SkipReason>(
      members.flatMap(({ agentId }) => (request.exclude?.includes(agentId) ? [[agentId, "declined"] as const] : [])),
    );
    const runners = members.filter(({ agentId }) => !asked.has(agentId)).map(({ agentId }) => ({ agentId }));
    const trace = { method: method.type, poolId: poolKey, runners, leftOut: new Map([...asked, ...leftOut]) };
    return { outcome: "agent", agentId: agent.agentId, trace };
  }
  const found = await inTurn();
  if (found.outcome === "agent" && found.agentId !== last) {
    const taker = { agentId: found.agentId, leadId: request.lead.leadId, at: request.now };
    await ports.rotation.noteTaker(poolKey, taker, last);
  }
  return found;
}

/** Always by `lastInArea`; by `area` only where areas overlap, if the rule says so. */
function goesToLast(method: AreaMethod, areas: readonly string[]): boolean {
  return method.type === "lastInArea" || (method.overlap === "lastInArea" && areas.length > 1);
}

function named(attempt: Attempt, { type }: AreaMethod): Attempt {
  return { ...attempt, trace: { ...attempt.trace, method: type } };
}
