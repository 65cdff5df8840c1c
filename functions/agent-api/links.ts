import { DateTime } from "luxon";
import type { HttpReply, HttpRequest, RouteHandler } from "../../shared/runtime/http/http.ts";
import { HttpProblem } from "../../shared/runtime/http/problem.ts";
import { openLink } from "../../shared/usecases/open-link.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { amountOf } from "./amount.ts";
import { checklistFields } from "./checklist-fields.ts";
import { linkReply, messageReply } from "./link-views.ts";
import type { Setback } from "./pages/message-page.ts";
import { performAction } from "./perform-action.ts";

/** The agent's page for one lead. GET changes nothing: mail and chat programs fetch links. */
const show: RouteHandler = async (request, ports) => {
  const config = await ports.config.current();
  const link = await openLink(ports, config, request.params.token ?? "");
  return linkReply({ link, locale: request.locale, saved: request.query.saved });
};

/** A tap on the page (form) or a call of an app (JSON): `action` and its fields. */
const act: RouteHandler = async (request, ports) => {
  const config = await ports.config.current();
  const token = request.params.token ?? "";
  const link = await openLink(ports, config, token);
  const json = request.contentType.includes("json");
  if (link.kind === "unknown") {
    return json ? performAction.unknown() : messageReply("unknown", request.locale);
  }
  const { action, input } = actionOf(request, link.zone);
  const caller = {
    username: link.agent.agentId,
    groups: [link.agent.role === "isa" ? ("isa" as const) : ("agent" as const)],
  };
  try {
    // A program is answered in the language it asks for, a person in the agent's own.
    const asked = { ...request, caller, ...(!json && { locale: link.agent.locale }) };
    const reply = await performAction.run(ports, config, asked, link.state.leadId, action, input);
    return json ? reply : { status: 303, headers: { location: `/o/${token}?saved=${action}` } };
  } catch (error) {
    if (json || !(error instanceof HttpProblem)) {
      throw error;
    }
    return refusedPage(request, ports, token, error);
  }
};

/** After a refused tap the page shows how the lead stands now; if it is the agent's still, what went wrong. */
async function refusedPage(request: HttpRequest, ports: Ports, token: string, error: HttpProblem): Promise<HttpReply> {
  const config = await ports.config.current();
  const link = await openLink(ports, config, token);
  if (link.kind === "offer" || link.kind === "work") {
    if (saidOnPage.has(error.problem.type)) return { ...linkReply({ link, locale: request.locale }), status: 409 };
    return messageReply(setbackBy(error.problem.status), link.agent.locale);
  }
  if (link.kind === "pool") {
    const { type, status, title, detail = "" } = error.problem;
    if (!inTheWay.has(type)) return messageReply(setbackBy(status), link.agent.locale);
    return linkReply({ link, locale: request.locale, obstacle: { title, detail } });
  }
  return linkReply({ link, locale: request.locale });
}

/** The page itself says why not, and what to do first. */
const saidOnPage: ReadonlySet<string> = new Set(["not-declinable", "contact-first"]);

/** Problems that say what keeps the agent from claiming, and until when. */
const inTheWay: ReadonlySet<string> = new Set(["guard-rail", "agent-unavailable"]);

function setbackBy(status: number): Setback {
  if (status === 422) return "unreadable";
  return status === 409 ? "changed" : "problem";
}

/** A form's fields are all text: local time and amounts are read as the action's input wants them. */
function actionOf({ body }: HttpRequest, zone: string): { action: string; input: Record<string, unknown> } {
  const { action, amount, currency, at, ...fields } = (body ?? {}) as Record<string, unknown>;
  const { checklist, rest } = checklistFields(fields);
  const input: Record<string, unknown> = { ...rest, ...(checklist !== undefined && { checklist }) };
  if (typeof at === "string") {
    const local = DateTime.fromISO(at, { zone });
    input.at = local.isValid ? local.toUTC().toISO() : at;
  }
  if (typeof amount === "string") {
    input.value = { amount: amountOf(amount), currency };
  }
  return { action: typeof action === "string" ? action : "", input };
}

export const linkRoutes: Readonly<Record<string, RouteHandler>> = { "GET /o/{token}": show, "POST /o/{token}": act };
