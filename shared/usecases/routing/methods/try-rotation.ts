import { againKey } from "../../../domain/rotation/pool-key.ts";
import type { RotationMethod } from "../../../domain/routing/pools/pools-of-plan.ts";
import { rotationTrace } from "../../../domain/routing/rotation-trace.ts";
import { drawAgain } from "../../rotation/draw-again.ts";
import { drawTurn } from "../../rotation/draw-turn.ts";
import { type Attempt, type AttemptContext, reserve } from "../attempt.ts";
import { fullAgents } from "../full-agents.ts";
import { lineupNow } from "../lineup-now.ts";

const nobody: readonly string[] = [];

/** Round robin, weighted, tiers and fastest (C1–C4, C14): by ticket, whoever's turn it is. */
export async function tryRotation(context: AttemptContext, method: RotationMethod): Promise<Attempt> {
  const { config, request, ports } = context;
  const lineup = lineupNow(config, context.ruleId, method, request.lead, request.now);
  const first = request.mode === "first";
  const exclude = request.exclude?.length ? [...new Set(request.exclude)] : nobody;
  const { taken, gone } = await (first ? drawTurn : drawAgain)(ports, {
    lineup,
    now: request.now,
    exclude,
    fullOf: (ids) => fullAgents(ports, config, ids, request.lead.leadId),
    reserve: (agentId) => {
      const agent = lineup.agents.get(agentId);
      return agent === undefined ? Promise.resolve(false) : reserve(context, agent);
    },
  });
  const trace = {
    method: method.type,
    poolId: first ? lineup.poolKey : againKey(lineup.poolKey),
    ...rotationTrace(lineup, taken, gone, exclude),
  };
  return taken === undefined ? { outcome: "nobody", trace } : { outcome: "agent", agentId: taken.agentId, trace };
}
