import type { HttpReply } from "../../shared/runtime/http.ts";
import { invalid, notFound, parseOrThrow } from "../../shared/runtime/problem.ts";
import { type LeadAction, type LeadActionType, leadActionInputs } from "../../shared/schemas/lead-actions.ts";
import { leadView } from "../../shared/usecases/lead-view.ts";
import { actOnLead } from "../../shared/usecases/lifecycle/act-on-lead.ts";
import type { ActionResult } from "../../shared/usecases/lifecycle/action-context.ts";
import type { Configuration, Ports } from "../../shared/usecases/ports.ts";
import { actionProblem } from "./action-problem.ts";
import { actionContextOf, leadIdOf, type PersonRequest, viewerOf } from "./lead-request.ts";

/** One action by its name, as the JSON routes and the link pages both send it. Throws problems; answers with the lead. */
async function run(
  ports: Ports,
  config: Configuration,
  request: PersonRequest,
  leadId: string | undefined,
  name: string,
  input: unknown,
): Promise<HttpReply> {
  const action = actionOf(name, input);
  refuseUnknownAgent(config, action);
  const context = actionContextOf(ports, config, request, leadIdOf(leadId), name);
  return leadReply(await actOnLead(context, action), request, config);
}

/** The lead as the caller sees it after the action; throws why it was not done. */
export function leadReply({ committed, body }: ActionResult, request: PersonRequest, config: Configuration): HttpReply {
  if (committed.outcome !== "done") throw actionProblem(committed);
  if (body === undefined) throw notFound("lead");
  return { status: 200, body: leadView(committed.state, body, viewerOf(request, config)) };
}

function actionOf(name: string, input: unknown): LeadAction {
  if (!isAction(name)) {
    const names = Object.keys(leadActionInputs).join(", ");
    throw invalid([{ pointer: "/action", detail: `use one of ${names}` }]);
  }
  return { type: name, input: parseOrThrow<unknown>(leadActionInputs[name], input ?? {}) } as LeadAction;
}

const isAction = (name: string): name is LeadActionType => Object.hasOwn(leadActionInputs, name);

function refuseUnknownAgent({ agents }: Configuration, { type, input }: LeadAction): void {
  const [pointer, agentId] =
    type === "assign" ? ["/agentId", input.agentId] : ["/to", type === "handover" ? input.to : undefined];
  if (agentId !== undefined && !agents.has(agentId)) {
    throw invalid([{ pointer, detail: "there is no agent with this id" }]);
  }
}

/** Answer to a link that nobody ever sent. */
function unknown(): never {
  throw notFound("link");
}

export const performAction = { run, unknown } as const;
