import { againKey } from "../../../domain/rotation/pool-key.ts";
import { factsOf } from "../../../domain/routing/facts.ts";
import type { Lineup } from "../../../domain/routing/pools/lineup.ts";
import { rotationTrace, type TurnTaken } from "../../../domain/routing/rotation-trace.ts";
import { shareLeadId } from "../../../domain/shares/share-lead-id.ts";
import { withBuyers } from "../../../domain/shares/shared-lineup.ts";
import type { GoneTicket } from "../../../schemas/lead/decision.ts";
import { mostShares } from "../../../schemas/lead/share.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import { drawAgain } from "../../rotation/draw-again.ts";
import { drawTurn, type TurnRequest } from "../../rotation/draw-turn.ts";
import { fullRecipients, placeWith } from "../../shares/recipient-places.ts";
import { recipientFor } from "../../shares/recipients.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { lineupNow } from "../lineup-now.ts";

export type SharedMethod = Extract<Method, { readonly type: "shared" }>;

const usualShares = 3;

/**
 * C11: as many different recipients as the rule says, and never more than the sender allows, each by a turn of the one rotation; who cannot take it is
 * skipped as always, and when fewer can, there are fewer shares. An exclusive lead goes to one. A lead that somebody had
 * before is not shared any more: one agent of the pool gets it.
 */
export async function trySharing(context: AttemptContext, method: SharedMethod): Promise<Attempt> {
  const { request } = context;
  const { exclusivity, shares } = request.lead;
  const first = request.mode === "first";
  const wanted =
    !first || exclusivity === "exclusive" ? 1 : Math.min(method.shares ?? shares ?? usualShares, shares ?? mostShares);
  const lineup = sharedLineup(context, method, first);
  // Whoever alone gets an exclusive lead has the lead itself, unless it is a buyer: what is sold is always a share.
  const placeOf = (agentId: string, n: number) =>
    wanted === 1 && exclusivity === "exclusive" && !context.config.buyers.has(agentId)
      ? request.lead.leadId
      : shareLeadId(request.lead.leadId, n);
  const leadOf = first ? placeOf : () => request.lead.leadId;

  const taken: TurnTaken[] = [];
  const gone: GoneTicket[] = [];
  for (let n = 1; n <= Math.min(wanted, mostShares); n++) {
    const exclude = [...(request.exclude ?? []), ...taken.map(({ agentId }) => agentId)];
    const turn = await (first ? drawTurn : drawAgain)(
      context.ports,
      turnRequest(context, lineup, exclude, (agentId) => leadOf(agentId, n)),
    );
    gone.push(...turn.gone);
    if (turn.taken === undefined) break;
    taken.push(turn.taken);
  }
  const trace = {
    method: method.type,
    poolId: first ? lineup.poolKey : againKey(lineup.poolKey),
    ...rotationTrace(lineup, taken[0], gone, request.exclude ?? []),
  };
  const [one] = taken;
  if (one === undefined) return { outcome: "nobody", trace };
  if (leadOf(one.agentId, 1) === request.lead.leadId) return { outcome: "agent", agentId: one.agentId, trace };
  const given = taken.map(({ agentId, ticket }) => ({ ...recipientFor(context.config, agentId, method), ticket }));
  return { outcome: "shared", given, poolRule: context.ruleId, trace };
}

/** Who takes turns for this lead: the agents of the pool, and the buyers who want it, if it may be sold. */
export function sharedLineup(
  { config, ruleId, request }: AttemptContext,
  { pool, buyers: named = [] }: SharedMethod,
  mayBeSold: boolean,
): Lineup {
  const buyers = mayBeSold ? named : [];
  const agents = lineupNow(config, ruleId, { type: "roundRobin", pool: pool ?? {} }, request.lead, request.now);
  const { plan } = config;
  const nobody: Lineup = { ...agents, members: [], agents: new Map(), leftOut: new Map() };
  const asked = buyers.flatMap((buyerId) => config.buyers.get(buyerId) ?? []);
  const team = pool === undefined && named.length > 0 ? nobody : agents;
  return asked.length === 0 ? team : withBuyers(team, asked, factsOf(request.lead, request.now, plan.timezone));
}

/** A draw for the share with the id that `leadOf` names. */
export function turnRequest(
  { config, ports, request }: AttemptContext,
  lineup: Lineup,
  exclude: readonly string[],
  leadOf: (recipientId: string) => string,
): TurnRequest {
  const { now } = request;
  return {
    lineup,
    now,
    exclude,
    fullOf: (ids) => fullRecipients(ports, config, ids, leadOf, now),
    reserve: (id) => placeWith(ports, config, id, leadOf(id), now),
  };
}
