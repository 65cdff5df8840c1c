import type { HttpReply, HttpRequest, RouteHandler } from "../../shared/runtime/http/http.ts";
import { conflict, HttpProblem, notFound, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { buyerAction } from "../../shared/schemas/buyer.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import { readerIn } from "../../shared/usecases/picking/told-obstacle.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";
import { answerShare, type OpenedShare, openShare } from "../../shared/usecases/shares/answer-share.ts";
import { messageReply } from "./link-views.ts";
import { buyerPage } from "./pages/buyer-page.ts";
import { actionProblem } from "./problems/action-problem.ts";

/** A buyer's page for one share. GET changes nothing: mail programs fetch links. */
const show: RouteHandler = async (request, ports) => {
  const share = await openShare(ports, await ports.config.current(), request.params.token ?? "");
  return shareReply(ports, share, request.locale, request.query.saved);
};

/** A button on the page (form) or a call of the buyer's program (JSON). */
const answer: RouteHandler = async (request, ports) => {
  const config = await ports.config.current();
  const token = request.params.token ?? "";
  const share = await openShare(ports, config, token);
  const json = request.contentType.includes("json");
  if (share === undefined) {
    if (json) throw notFound("link");
    return messageReply("unknown", request.locale);
  }
  try {
    const routing = withPlan(config);
    if (routing === undefined) throw conflict("no-plan", "There is no distribution plan yet.");
    const action = parseOrThrow(buyerAction, request.body ?? {});
    const committed = await answerShare(ports, routing, share, action);
    if (committed.outcome !== "done") {
      throw actionProblem(committed, readerIn(config, request.locale, ports.clock.now()));
    }
    const { leadId, status, version } = committed.state;
    if (!json) return { status: 303, headers: { location: `/b/${token}?saved=${action.action}` } };
    return { status: 200, body: { leadId, status, version } };
  } catch (error) {
    if (json || !(error instanceof HttpProblem)) throw error;
    return refusedPage(request, ports, token, error);
  }
};

async function refusedPage(request: HttpRequest, ports: Ports, token: string, error: HttpProblem): Promise<HttpReply> {
  const { status } = error.problem;
  if (status === 422) return messageReply("unreadable", request.locale);
  const share = await openShare(ports, await ports.config.current(), token);
  return share?.own === true ? messageReply("changed", request.locale) : shareReply(ports, share, request.locale);
}

function shareReply(
  { clock }: Ports,
  share: OpenedShare | undefined,
  locale: Locale,
  saved?: string | undefined,
): HttpReply {
  if (share === undefined) return messageReply("unknown", locale);
  if (!share.own) return messageReply(share.returned ? "returned" : "taken", locale);
  return { status: 200, html: buyerPage({ ...share, locale, saved, now: clock.now() }) };
}

export const buyerAnswerRoutes: Readonly<Record<string, RouteHandler>> = {
  "GET /b/{token}": show,
  "POST /b/{token}": answer,
};
