import type { HttpReply } from "../../shared/runtime/http/http.ts";
import { invalid, notFound, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { type LeadAction, type LeadActionType, leadActionInputs } from "../../shared/schemas/lead/lead-actions.ts";
import { filedComplaint } from "../../shared/usecases/filed-complaint.ts";
import { leadView, type Viewer } from "../../shared/usecases/lead-view.ts";
import { actOnLead } from "../../shared/usecases/lifecycle/actions/act-on-lead.ts";
import type { ActionResult } from "../../shared/usecases/lifecycle/actions/action-context.ts";
import { readerIn } from "../../shared/usecases/picking/told-obstacle.ts";
import type { Configuration, Ports } from "../../shared/usecases/ports/ports.ts";
import { createShares } from "../../shared/usecases/shares/create-shares.ts";
import { namedShare, ownShare, standingShares } from "../../shared/usecases/shares/views/standing-shares.ts";
import { viewWithShares } from "../../shared/usecases/shares/views/view-with-shares.ts";
import { actionContextOf, leadIdOf, type PersonRequest, viewerOf } from "./lead-request.ts";
import { actionProblem } from "./problems/action-problem.ts";

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
  const act = (id: string) => actOnLead(actionContextOf(ports, config, request, id, name), action);
  const asked = leadIdOf(leadId);
  const { share } = request.query;
  if (share !== undefined) return leadReply(ports, await onShare(ports, asked, share, act), request, config);
  const result = await act(asked);
  const own = await ownShareOf(ports, viewerOf(request, config), result);
  return leadReply(ports, own === undefined ? result : await act(own), request, config);
}

/** On the share that `?share=` names (C11). */
async function onShare(
  ports: Ports,
  parentId: string,
  shareId: string,
  act: (leadId: string) => Promise<ActionResult>,
): Promise<ActionResult> {
  const named = namedShare(parentId, shareId);
  if (named === undefined) throw invalid([{ pointer: "/share", detail: "use the share's number, from 1 to 10" }]);
  const result = await act(named);
  if (result.committed.outcome !== "gone") return result;
  // The stream may be about to make it.
  await createShares(ports, parentId);
  return act(named);
}

/** The lead was shared, and what was asked is done to a share: the caller's own, if there is one. */
async function ownShareOf(ports: Ports, { caller, config }: Viewer, { committed }: ActionResult) {
  if (committed.outcome !== "refused" || committed.state.shares === undefined) return undefined;
  return ownShare(await standingShares(ports, committed.state), caller, config)?.leadId;
}

/** The lead as the caller sees it after the action, by the id it was asked for; throws why it was not done. */
export async function leadReply(
  ports: Ports,
  { committed, body, readers }: ActionResult,
  request: PersonRequest,
  config: Configuration,
): Promise<HttpReply> {
  if (committed.outcome !== "done") {
    throw actionProblem(committed, readerIn(config, request.locale, ports.clock.now()));
  }
  if (body === undefined) throw notFound("lead");
  const { state } = committed;
  const viewer = viewerOf(request, config);
  const filed = readers && { complaint: filedComplaint(readers, config, request.locale) };
  const view = (await viewWithShares(ports, { state, body }, viewer)) ?? leadView(state, body, viewer);
  return { status: 200, body: { ...view, leadId: request.params.id ?? view.leadId, ...filed } };
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
