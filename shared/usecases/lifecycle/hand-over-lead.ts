import { canHandOver } from "../../domain/lifecycle/assign-commands.ts";
import { type Decided, refused, wrongState } from "../../domain/lifecycle/command.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { Placement } from "../../domain/lifecycle/place.ts";
import { capacityOf } from "../routing/full-agents.ts";
import { type ActionContext, type ActionResult, gone, roleRefusal } from "./action-context.ts";
import { commitPlaced } from "./commit-placed.ts";
import { type LeadItems, routedPlacement } from "./next-placement.ts";
import { obstacleTo } from "./obstacle-to.ts";

/** C6: an ISA's lead goes to a field agent, by name (without asking) or by the rules (offered). */
export async function handOverLead(
  context: ActionContext,
  { to }: { readonly to?: string | undefined },
): Promise<ActionResult> {
  const { ports, routing, caller, leadId, key } = context;
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead === undefined) return gone;
  const committed = await commitPlaced(
    ports,
    routing,
    lead,
    {
      stands: (state) =>
        roleRefusal(context, "handover", state) ??
        (canHandOver(state) && to !== holderOf(state) ? undefined : wrongState(state)),
      choose: (items) => (to === undefined ? byRules(context, items) : toNamed(context, items, to)),
      command: (next) => ({ type: "handOver", by: caller.agentId, next }),
    },
    { key },
  );
  return { committed, body: lead.body };
}

/** To the field: never to another ISA, whatever the rules say. The lead's first turn there moves the rotation. */
function byRules({ ports, routing }: ActionContext, lead: LeadItems): Promise<Placement> {
  const isas = [...routing.agents.values()].filter(({ role }) => role === "isa").map(({ agentId }) => agentId);
  return routedPlacement(ports, routing, lead, { mode: "first", exclude: isas });
}

async function toNamed(
  { ports, routing, config }: ActionContext,
  { state }: LeadItems,
  agentId: string,
): Promise<Placement | Decided> {
  const agent = routing.agents.get(agentId);
  const reason = await obstacleTo(ports, config, agentId);
  if (agent === undefined || reason !== undefined) {
    return refused({ kind: "unavailable", agentId, reason: reason ?? "inactive" });
  }
  const reserved = await ports.loads.reserve(agentId, state.leadId, capacityOf(agent, routing.plan));
  return reserved ? { to: "owner", agentId } : refused({ kind: "unavailable", agentId, reason: "capacity" });
}
