import type { Decided } from "../../../domain/lifecycle/command.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import type { Placement } from "../../../domain/lifecycle/place.ts";
import { rescore } from "../../../domain/scoring/rescore.ts";
import { isNurtured } from "../../../domain/scoring/temperature-of.ts";
import type { LeadBody, LeadState } from "../../../schemas/lead/lead.ts";
import type { Engagement } from "../../../schemas/lead/lead-input.ts";
import type { Ports } from "../../ports/ports.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import { bringInSpecialists } from "../bring-in-specialist.ts";
import { type Committed, commitDecided } from "../commit-decided.ts";
import { commitPlaced } from "../commit-placed.ts";
import { rewriteBody } from "../rewrite-body.ts";
import { type LeadItems, routedPlacement } from "../routed-placement.ts";
import { type ActionContext, type ActionResult, gone, roleRefusal, withAddition } from "./action-context.ts";
import type { ActionKey } from "./action-key.ts";

/** What the person did, as somebody of the team or marketing reports it. */
export function recordEngagement(
  context: ActionContext,
  { type, detail }: { readonly type: string; readonly detail?: string | undefined },
): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  return engageLead(ports, routing, {
    leadId,
    actor: `agent:${caller.agentId}`,
    engagement: {
      type,
      at: new Date(ports.clock.now()).toISOString(),
      ...(detail !== undefined && { detail }),
    },
    refusal: (state) => roleRefusal(context, "engagement", state),
    key,
  });
}

export interface EngageRequest {
  readonly leadId: string;
  /** `agent:<id>` or `source:<id>`. */
  readonly actor: string;
  readonly engagement: Engagement;
  /** Why this caller may not; undefined when they may. */
  readonly refusal?: (state: LeadState) => Decided | undefined;
  readonly key?: ActionKey | undefined;
}

type EngagePorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/**
 * B3: the engagement is recorded and the lead scored anew; one that leaves nurture by it is routed in the same commit.
 * Also for the engagements that marketing's systems send with a source key. Then what the person did may bring in a
 * specialist (C16).
 */
export async function engageLead(
  ports: EngagePorts,
  config: RoutingConfig,
  request: EngageRequest,
): Promise<ActionResult> {
  const { leadId, engagement, key } = request;
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead === undefined) return gone;
  const { score } = rescore(lead.body, engagement, config.plan, ports.clock.now());
  const committed = await commitEngagement(ports, config, lead, request);
  if (committed.outcome !== "done" || (!committed.changed && key === undefined)) return { committed, body: lead.body };
  const rescored = { total: score.total, parts: [...score.parts] };
  const added = (body: LeadBody): LeadBody => ({ ...withEngagement(body, engagement), rescored });
  const result = withAddition(committed, await rewriteBody(ports, leadId, added));
  if (result.committed.outcome !== "done" || config.plan.progressive.length === 0) return result;
  // After it was stored: of two at once the later one sees both.
  const brought = await bringInSpecialists(ports, config, leadId, engagement);
  return brought === undefined ? result : { ...result, committed: brought };
}

function commitEngagement(
  ports: EngagePorts,
  config: RoutingConfig,
  lead: LeadItems,
  { actor, engagement, refusal, key }: EngageRequest,
): Promise<Committed> {
  const { plan } = config;
  const { score, temperature } = rescore(lead.body, engagement, plan, ports.clock.now());
  const command = (next?: Placement) =>
    ({
      type: "engage",
      actor,
      engagement: engagement.type,
      scored: { total: score.total, temperature },
      next,
    }) as const;
  if (lead.state.status !== "nurture" || isNurtured(score.total, plan.scoring)) {
    const decideOn = (state: LeadState) =>
      refusal?.(state) ?? decide(command(), state, { now: ports.clock.now(), plan });
    return commitDecided(ports, config, lead.state, decideOn, { key });
  }
  return commitPlaced(
    ports,
    config,
    lead,
    {
      stands: (state) => refusal?.(state),
      choose: ({ state, body }) =>
        routedPlacement(
          ports,
          config,
          { body, state: { ...state, score: score.total, temperature } },
          { mode: "first" },
        ),
      command,
    },
    { key },
  );
}

/** The newest hundred; the same one is not kept twice. */
function withEngagement(body: LeadBody, engagement: Engagement): LeadBody {
  const known = body.engagement ?? [];
  const repeat = known.some(({ type, at }) => type === engagement.type && at === engagement.at);
  return repeat ? body : { ...body, engagement: [...known, engagement].slice(-100) };
}
