import { type LeadActionName, type LeadCaller, mayAct } from "../../domain/lifecycle/access.ts";
import { type Context, type Decided, refused } from "../../domain/lifecycle/command.ts";
import type { LeadBody, LeadState } from "../../schemas/lead.ts";
import type { Configuration, Ports } from "../ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { ActionKey } from "./action-key.ts";
import type { Committed } from "./commit-decided.ts";

/** What every action of a person needs. `routing` is the same configuration with its plan. */
export interface ActionContext {
  readonly ports: Ports;
  readonly config: Configuration;
  readonly routing: RoutingConfig;
  readonly leadId: string;
  readonly caller: LeadCaller;
  readonly key?: ActionKey | undefined;
}

/** What became of the lead, with its BODY for the answer. */
export interface ActionResult {
  readonly committed: Committed;
  readonly body?: LeadBody;
}

export const gone: ActionResult = { committed: { outcome: "gone" } };

/** Why the caller's role forbids the action; undefined when it does not. */
export function roleRefusal(
  { caller, config }: Pick<ActionContext, "caller" | "config">,
  action: LeadActionName,
  state: LeadState,
): Decided | undefined {
  const access = mayAct(caller, action, state, config);
  if (access === "yes") return undefined;
  return refused({ kind: access === "no" ? "forbidden" : "notYours" });
}

/** Time and plan for a decision now. */
export function decisionContext({ ports, routing }: Pick<ActionContext, "ports" | "routing">): Context {
  return { now: ports.clock.now(), plan: routing.plan };
}
