import { withNote } from "../../../domain/lifecycle/body-room.ts";
import type { Command } from "../../../domain/lifecycle/command.ts";
import { decide } from "../../../domain/lifecycle/decide.ts";
import type { LeadBody, LeadNote } from "../../../schemas/lead/lead.ts";
import type { LeadAction } from "../../../schemas/lead/lead-actions.ts";
import { commitDecided } from "../commit-decided.ts";
import { loadLead } from "../load-lead.ts";
import { rewriteBody } from "../rewrite-body.ts";
import {
  type ActionContext,
  type ActionResult,
  decisionContext,
  gone,
  roleRefusal,
  withAddition,
  withRoom,
} from "./action-context.ts";

/** By which way the person came, where the history tells: an SMS reply, a link. */
export interface ActionOptions {
  readonly via?: string | undefined;
}

type DirectAction = Exclude<
  LeadAction,
  {
    readonly type:
      | "decline"
      | "handover"
      | "assign"
      | "engagement"
      | "qualify"
      | "return"
      | "complain"
      | "open"
      | "claim";
  }
>;

/** Actions that follow from the lead and the request alone. */
export async function actDirectly(
  context: ActionContext,
  action: DirectAction,
  options: ActionOptions,
): Promise<ActionResult> {
  const { ports, routing, caller, key } = context;
  const lead = await loadLead(ports, context.leadId);
  if (lead === undefined) return gone;
  const command = commandOf(action, caller.agentId, options);
  const addition = additionTo(action, { at: ports.clock.now(), by: caller.agentId });
  const added: Addition = (body, about) => addition?.(body, about) ?? body;
  const committed = await commitDecided(
    ports,
    routing,
    lead.state,
    (state) =>
      roleRefusal(context, action.type, state) ??
      withRoom(decide(command, state, decisionContext(context)), lead.body, added(lead.body)),
    { key },
  );
  if (committed.outcome !== "done" || addition === undefined) return { committed, body: lead.body };
  const repeat = !committed.changed;
  return withAddition(committed, await rewriteBody(ports, context.leadId, (body) => added(body, { repeat })));
}

function commandOf({ type, input }: DirectAction, by: string, { via }: ActionOptions): Command {
  switch (type) {
    case "accept":
      return { type, by, channel: via };
    case "contact":
      return { type, by, channel: input.channel, outcome: input.outcome };
    case "appointment":
      return { type, by, at: Date.parse(input.at), outcome: input.outcome };
    case "convert":
      return { type, by, value: input.value };
    case "lose":
    case "unqualify":
      return { type, by, reason: input.reason };
    case "feedback":
      return { type, by, rating: input.rating };
  }
}

/** `repeat`: the request was seen before. */
type Addition = (body: LeadBody, about?: { readonly repeat: boolean }) => LeadBody;

/** What goes into BODY, because it may say something about the person. */
function additionTo({ type, input }: DirectAction, { at, by }: Pick<LeadNote, "at" | "by">): Addition | undefined {
  const text = type === "contact" ? input.note : type === "feedback" ? input.comment : undefined;
  return text ? (body, about) => withNote(body, { at, by, text }, about) : undefined;
}
