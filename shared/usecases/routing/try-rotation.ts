import { againKey } from "../../domain/rotation/pool-key.ts";
import type { Lineup } from "../../domain/routing/lineup.ts";
import { nextInLine, type PoolTrace, runnersOf } from "../../domain/routing/trace.ts";
import type { SkipReason } from "../../schemas/decision.ts";
import { drawAgain } from "../rotation/draw-again.ts";
import { drawTurn, type Turn } from "../rotation/draw-turn.ts";
import { type Attempt, type AttemptContext, reserve } from "./attempt.ts";
import { fullAgents } from "./full-agents.ts";
import { lineupNow, type PoolMethod } from "./lineup-now.ts";

const shownInLine = 5;

/** Round robin and weighted (C1, C2, C3): by ticket, whoever's turn it is. */
export async function tryRotation(
  context: AttemptContext,
  method: Extract<PoolMethod, { readonly type: "roundRobin" | "weighted" }>,
): Promise<Attempt> {
  const { config, request, ports } = context;
  const lineup = lineupNow(config, context.ruleId, method, request.lead.areas, request.now);
  const exclude = new Set(request.exclude);
  const agentsOf = (ids: readonly string[]) => ids.flatMap((id) => lineup.agents.get(id) ?? []);
  const turn = await (request.mode === "first" ? drawTurn : drawAgain)(ports, {
    lineup,
    now: request.now,
    exclude,
    fullOf: (ids) => fullAgents(ports, agentsOf(ids), config.plan, request.lead.leadId),
    reserve: async (agentId) => {
      const agent = lineup.agents.get(agentId);
      return agent !== undefined && reserve(context, agent);
    },
  });
  const poolId = request.mode === "first" ? lineup.poolKey : againKey(lineup.poolKey);
  const trace = { method: method.type, poolId, ...traceOf(lineup, turn, exclude) };
  return turn.agentId === undefined ? { outcome: "nobody", trace } : { outcome: "agent", agentId: turn.agentId, trace };
}

function traceOf(lineup: Lineup, turn: Turn, exclude: ReadonlySet<string>): Omit<PoolTrace, "method"> {
  const playing = turn.pool?.epoch.roster.members.map((member) => member.agentId) ?? [];
  const leftOut = leftOutOf(lineup, new Set(playing), exclude);
  const count = Math.min(shownInLine + 1, playing.length);
  const next = turn.pool && turn.ticket ? nextInLine(turn.pool.cursor, turn.ticket.n + 1, count) : [];
  const inLine = [...new Set([...next, ...playing])].filter((agentId) => !leftOut.has(agentId));
  return {
    ...(turn.ticket && { ticket: turn.ticket }),
    gone: turn.gone,
    runners: runnersOf(lineup, inLine),
    leftOut,
  };
}

/** Asked before, full, or left out of the line-up; usually only the latter, so that nothing is worked out anew. */
function leftOutOf(
  lineup: Lineup,
  playing: ReadonlySet<string>,
  exclude: ReadonlySet<string>,
): ReadonlyMap<string, SkipReason> {
  const ids = lineup.members.map(({ agentId }) => agentId);
  const asked = ids.filter((agentId) => exclude.has(agentId));
  const full = ids.filter((agentId) => !exclude.has(agentId) && !playing.has(agentId));
  if (asked.length + full.length === 0) return lineup.leftOut;
  return new Map([
    ...asked.map((agentId) => [agentId, "declined"] as const),
    ...full.map((agentId) => [agentId, "capacity"] as const),
    ...lineup.leftOut,
  ]);
}
