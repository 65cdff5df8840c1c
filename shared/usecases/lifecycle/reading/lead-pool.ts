import { accessibleAt, type Look, postedAt } from "../../../domain/guard-rails/obstacle-to-pick.ts";
import { usesPicking } from "../../../domain/lead-pool/uses-picking.ts";
import { mayAct } from "../../../domain/lifecycle/access.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Plan } from "../../../schemas/plan/plan.ts";
import { type LeadView, leadView, type Viewer } from "../../lead-view.ts";
import { isToPick, lookAt } from "../../picking/pick-look.ts";
import { pickRow } from "../../picking/pick-row.ts";
import { pickingView } from "../../picking/picking-view.ts";
import { readerIn, toldObstacle } from "../../picking/told-obstacle.ts";
import type { Page, Ports } from "../../ports/ports.ts";
import { beginWindow, type PoolDesk, poolDesk } from "./pool-desk.ts";

type PoolPorts = Pick<Ports, "clock" | "leads" | "loads" | "picks">;

export interface PoolPage extends Page<LeadView> {
  /** How many leads the agent may still take. */
  readonly quotas: { readonly open: number; readonly capacity: number; readonly remaining: number };
  /** Where leads are picked: what is left of the agent's quotas, and what keeps them from picking (section E). */
  readonly picking?: Readonly<Record<string, unknown>>;
}

/** Leads that somebody has open are few, and all on the first page. */
const mostHeld = 100;

/**
 * C9: the leads that lie in the pool, longest waiting first, without the person's contact data; those to be picked as rows
 * for a quick choice (E1), also while somebody else has them open. Each says from when on the agent may claim it, and
 * what is in the way now.
 */
export async function leadPool(
  ports: PoolPorts,
  viewer: Viewer,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<PoolPage> {
  const { config, locale } = viewer;
  const { states, nextCursor } = await poolStates(ports, viewer, options);
  const desk = await poolDesk(ports, viewer, states);
  const now = ports.clock.now();
  const reader = readerIn(config, locale, now);
  const rows = states.map((state) => ({ state, obstacle: desk.obstacleTo(state) }));
  const items = await Promise.all(
    rows.map(async ({ state, obstacle }) => {
      const body = await ports.leads.body(state.leadId);
      if (body === undefined) return undefined;
      const row = isToPick(state) ? pickRow(state, body, viewer, now) : leadView(state, body, viewer);
      if (obstacle === undefined) return { ...row, claimableAt: claimableSince(state, desk) };
      const told = toldObstacle(obstacle, reader);
      // Left out when it takes somebody to do something first.
      return { ...row, claimableAt: told.until, obstacle: told };
    }),
  );
  const pickable = rows.filter(({ obstacle }) => obstacle === undefined).map(({ state }) => state);
  const look = desk.look && (await beginWindow(ports, viewer, desk.look, pickable));
  const { plan } = config;
  const picking = plan !== undefined && (look ?? (await lookWithoutLeads(ports, viewer.caller, plan, now)));
  const { open, capacity } = desk;
  return {
    items: items.filter((item) => item !== undefined),
    quotas: { open, capacity, remaining: Math.max(0, capacity - open) },
    ...(picking && { picking: pickingView(picking, reader) }),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

/** Where leads are picked, and none is there now. */
async function lookWithoutLeads(
  ports: PoolPorts,
  { agentId }: Viewer["caller"],
  plan: Plan,
  now: number,
): Promise<Look | undefined> {
  return usesPicking(plan) ? lookAt(plan, await ports.picks.picksOf(agentId), now) : undefined;
}

async function poolStates(
  { leads }: PoolPorts,
  { caller, config }: Viewer,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<{ readonly states: readonly LeadState[]; readonly nextCursor?: string | undefined }> {
  const pooled = await leads.listByStatus("pooled", options);
  const held = options.cursor === undefined ? await leads.listByStatus("held", { limit: mostHeld }) : { items: [] };
  const states = await leads.states([...pooled.items, ...held.items]);
  const shown = states.filter(
    (state) =>
      (state.status === "pooled" || state.status === "held") && mayAct(caller, "claim", state, config) === "yes",
  );
  return { states: shown.toSorted((a, b) => a.since - b.since), nextCursor: pooled.nextCursor };
}

/** Of a lead with nothing in the way. ISO-8601. */
function claimableSince(state: LeadState, { look }: PoolDesk): string {
  const since = look !== undefined && isToPick(state) ? accessibleAt(look, postedAt(state)) : state.since;
  return new Date(since).toISOString();
}
