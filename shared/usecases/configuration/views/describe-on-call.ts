import { type Duty, dutiesFrom } from "../../../domain/on-call/rota.ts";
import { businessNow, opensAt } from "../../../domain/time/business-clock.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { OnCall } from "../../../schemas/plan/on-call.ts";
import type { Ports } from "../../ports/ports.ts";
import { fullAgents } from "../../routing/full-agents.ts";
import { absenceOnDuty } from "../../routing/methods/try-on-call.ts";
import type { RoutingConfig } from "../../routing-config.ts";

/** One stretch of duty as everybody may see it. */
export interface DutyView {
  readonly agentId: string;
  readonly from: string;
  readonly until: string;
}

export interface OnCallView {
  readonly outsideHours: OnCall["outsideHours"];
  readonly open: boolean;
  /** When the business opens next; left out while it is open, or if it never does. */
  readonly opensAt?: string;
  /** Left out without a rota. `reason`: why leads go to who stands in. */
  readonly onDuty?: DutyView & { readonly available: boolean; readonly reason?: string };
  /** Who stands in, in this order. */
  readonly standIns: readonly string[];
  readonly next: readonly DutyView[];
}

const shown = 5;

/** `GET /v1/on-call`: who is on call now and next, and whether the business is open (C17). */
export async function describeOnCall(
  ports: Pick<Ports, "clock" | "loads">,
  config: RoutingConfig,
): Promise<OnCallView> {
  const { plan, agents } = config;
  const now = ports.clock.now();
  const { open } = businessNow(plan, now);
  const opening = open ? undefined : opensAt(plan, now);
  const { outsideHours = "normal", rota } = plan.onCall ?? {};
  const [present, ...next] = rota ? dutiesFrom(rota, plan.timezone, now, shown + 1) : [];
  const [agentId, ...standIns] = present?.agents ?? [];
  const common = {
    outsideHours,
    open,
    ...(opening !== undefined && { opensAt: new Date(opening).toISOString() }),
    standIns,
    next: next.flatMap(dutyView),
  };
  const [onDuty] = present ? dutyView(present) : [];
  if (agentId === undefined || onDuty === undefined) return common;
  const reason = await reasonNow(ports, config, agents.get(agentId));
  return { ...common, onDuty: { ...onDuty, available: reason === undefined, ...(reason && { reason }) } };
}

function dutyView({ agents: [agentId], from, until }: Duty): readonly DutyView[] {
  const span = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  return agentId === undefined ? [] : [{ agentId, ...span }];
}

async function reasonNow(
  ports: Pick<Ports, "clock" | "loads">,
  config: RoutingConfig,
  agent: Agent | undefined,
): Promise<string | undefined> {
  const absent = absenceOnDuty(agent, config, ports.clock.now());
  if (absent !== undefined || agent === undefined) return absent;
  return (await fullAgents(ports, config, [agent.agentId], "")).length > 0 ? "capacity" : undefined;
}
