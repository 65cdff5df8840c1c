import type { Caller } from "../../shared/runtime/http/authorize.ts";
import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { badRequest, conflict, notFound } from "../../shared/runtime/http/problem.ts";
import { leadId as leadIdSchema } from "../../shared/schemas/primitives.ts";
import type { Viewer } from "../../shared/usecases/lead-view.ts";
import type { ActionContext } from "../../shared/usecases/lifecycle/actions/action-context.ts";
import { actionKeyOf, readKeyHeader } from "../../shared/usecases/lifecycle/actions/action-key.ts";
import type { Configuration, Ports } from "../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";

export type PersonRequest = HttpRequest & { readonly caller: Caller };

/** What looking at leads depends on. */
export function viewerOf({ caller, locale }: PersonRequest, config: Configuration): Viewer {
  return { caller: { agentId: caller.username, groups: caller.groups }, config, locale };
}

/** The lead's id in the path; an ill-formed one is unknown like any other. */
export function leadIdOf(text: string | undefined): string {
  const parsed = leadIdSchema.safeParse(text);
  if (!parsed.success) throw notFound("lead");
  return parsed.data;
}

/** What acting on a lead takes. Throws 409 before there is a plan: without one nothing can be timed. */
export function actionContextOf(
  ports: Ports,
  config: Configuration,
  request: PersonRequest,
  leadId: string,
  action: string,
): ActionContext {
  const routing = withPlan(config);
  if (routing === undefined) throw conflict("no-plan", "There is no distribution plan yet. An admin has to save one.");
  const { caller } = viewerOf(request, config);
  const { key, readable } = readKeyHeader(request.headers["idempotency-key"]);
  if (!readable) {
    throw badRequest('Send Idempotency-Key as a text of at most 255 characters, for example "accept-4711".');
  }
  const sent = { callerId: caller.agentId, action, rawBody: request.rawBody };
  const own = key === undefined ? undefined : actionKeyOf(ports.secrets, { ...sent, key });
  return { ports, config, routing, leadId, caller, key: own };
}
