import { metOf, type Readiness, readinessOf } from "../../../domain/handover/readiness.ts";
import type { LeadCaller } from "../../../domain/lifecycle/access.ts";
import { type Decided, refused, wrongState } from "../../../domain/lifecycle/command.ts";
import { canHandOver } from "../../../domain/lifecycle/commands/assign-commands.ts";
import { holderOf } from "../../../domain/lifecycle/holder.ts";
import type { Placement } from "../../../domain/lifecycle/place.ts";
import { CLOSED } from "../../../domain/routing/special-rules.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import { capacityOf } from "../../routing/full-agents.ts";
import { commitPlaced } from "../commit-placed.ts";
import { askedBefore, whenNobodyTakesIt } from "../next-placement.ts";
import { obstacleTo } from "../obstacle-to.ts";
import { type LeadItems, routedPlacement } from "../routed-placement.ts";
import { type ActionContext, type ActionResult, gone, roleRefusal } from "./action-context.ts";

interface Handover {
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * C6: an ISA's lead goes to a field agent, by name (without asking) or by the rules (offered), once the required criteria
 * of its side are met; before that only by a leader, with a reason.
 */
export async function handOverLead(context: ActionContext, { to, reason }: Handover): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead === undefined) return gone;
  const readiness = readinessOf(lead.body, routing.plan.checklists);
  const about = { by: caller.agentId, isaId: isaOf(context, lead.state), met: metOf(readiness), reason };
  const committed = await commitPlaced(
    ports,
    routing,
    lead,
    {
      stands: (state) =>
        roleRefusal(context, "handover", state) ??
        (canHandOver(state) && to !== holderOf(state) ? incomplete(caller, readiness, reason) : wrongState(state)),
      choose: (items) => (to === undefined ? byRules(context, items) : toNamed(context, items, to)),
      command: (next) => ({ type: "handOver", next, ...about }),
    },
    { key },
  );
  return { committed, body: lead.body };
}

/** Why the lead cannot be handed over yet; a leader's reason makes up for it. */
function incomplete(caller: LeadCaller, { missing }: Readiness, reason: string | undefined): Decided | undefined {
  const mayOverride = isLeader(caller);
  if (missing.length === 0 || (mayOverride && reason !== undefined)) return undefined;
  return refused({ kind: "incomplete", missing, mayOverride });
}

function isLeader({ groups }: LeadCaller): boolean {
  return groups.some((group) => group === "leader" || group === "manager" || group === "admin");
}

/** Who qualified the lead: the ISA who has it, or who hands it over out of nurture. */
function isaOf({ config, caller }: ActionContext, state: LeadState): string | undefined {
  const candidates = [holderOf(state), caller.agentId];
  return candidates.find((agentId) => config.agents.get(agentId ?? "")?.role === "isa") ?? state.isaId;
}

/**
 * By the rules as they are for leads handed over. It is the field agent's turn like any other: it moves the rotation. One
 * that everybody who could take it has had before does not wait in the queue.
 */
async function byRules({ ports, routing }: ActionContext, { state, body }: LeadItems): Promise<Placement> {
  const handed = { body, state: { ...state, handedOverAt: ports.clock.now() } };
  const placement = await routedPlacement(ports, routing, handed, { mode: "first" });
  const waits = placement.to !== "queue" || placement.routed?.ruleId === CLOSED;
  if (waits || !askedBefore(handed.state, routing)) return placement;
  return whenNobodyTakesIt(ports, routing, { body, state }, "declined");
}

async function toNamed(context: ActionContext, { state }: LeadItems, agentId: string): Promise<Placement | Decided> {
  const { ports, routing } = context;
  const agent = routing.agents.get(agentId);
  const reason = await obstacleToHandover(context, state, agentId);
  if (agent === undefined || reason !== undefined) {
    return refused({ kind: "unavailable", agentId, reason: reason ?? "inactive" });
  }
  const reserved = await ports.loads.reserve(agentId, state.leadId, capacityOf(agent, routing.plan));
  return reserved ? { to: "owner", agentId } : refused({ kind: "unavailable", agentId, reason: "capacity" });
}

/** The lead goes to the field, and not to who declined it or had it before, unless a leader says so (D1, D7). */
async function obstacleToHandover(
  { ports, config, caller }: ActionContext,
  { tried }: LeadState,
  agentId: string,
): Promise<SkipReason | undefined> {
  if (config.agents.get(agentId)?.role === "isa") return "skill";
  if (tried?.includes(agentId) === true && !isLeader(caller)) return "declined";
  return obstacleTo(ports, config, agentId);
}
