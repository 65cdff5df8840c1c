import { type LeadActionName, type LeadCaller, mayAct } from "../../../domain/lifecycle/access.ts";
import { fullPart } from "../../../domain/lifecycle/body-room.ts";
import { type Context, type Decided, refused } from "../../../domain/lifecycle/command.ts";
import type { LeadBody, LeadState } from "../../../schemas/lead/lead.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import type { Committed } from "../commit-decided.ts";
import type { Rewritten } from "../rewrite-body.ts";
import type { ActionKey } from "./action-key.ts";

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
  /** Of a complaint: who is told (F4), by their agent ids. */
  readonly readers?: readonly string[];
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

/** The decision, unless what it would add to BODY has no room there. */
export function withRoom(decided: Decided, before: LeadBody, after: LeadBody): Decided {
  const full = decided.accepted ? fullPart(before, after) : undefined;
  return full === undefined ? decided : refused({ kind: "full", ...full });
}

/** What became of a commit whose addition to BODY was tried after it: done, or refused when there was no room any more. */
export function withAddition(done: Extract<Committed, { readonly outcome: "done" }>, added: Rewritten): ActionResult {
  switch (added.outcome) {
    case "written":
      return { committed: done, body: added.body };
    case "full":
      return { committed: { outcome: "refused", state: done.state, refusal: { kind: "full", ...added.full } } };
    case "gone":
      return gone;
    default:
      return added satisfies never;
  }
}
