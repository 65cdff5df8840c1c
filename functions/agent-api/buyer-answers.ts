import type { HttpReply, HttpRequest, RouteHandler } from "../../shared/runtime/http/http.ts";
import { conflict, HttpProblem, notFound, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { buyerAction } from "../../shared/schemas/buyer.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import { readerIn } from "../../shared/usecases/picking/told-obstacle.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";
import { type OpenedShare, openShare } from "../../shared/usecases/shares/afterwards/open-share.ts";
import { answerShare } from "../../shared/usecases/shares/answer-share.ts";
import { messageReply } from "./link-views.ts";
import { buyerMessage } from "./pages/buyer-message.ts";
import { buyerPage } from "./pages/buyer-page.ts";
import { actionProblem } from "./problems/action-problem.ts";
import { pastShareTexts } from "./problems/share-problems.ts";

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
    const { leadId, version } = committed.state;
    // For this buyer it is returned, whoever is asked next.
    const status = action.action === "return" ? "returned" : committed.state.status;
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
  if (share?.own !== true || share.past !== undefined) return shareReply(ports, share, request.locale);
  const { title, detail = "" } = error.problem;
  return { status, html: buyerMessage({ title, detail }, request.locale, { back: true }) };
}

function shareReply(
  { clock }: Ports,
  share: OpenedShare | undefined,
  locale: Locale,
  saved?: string | undefined,
): HttpReply {
  if (share === undefined) return messageReply("unknown", locale);
  if (!share.own) {
    const told = pastShareTexts[locale][share.past ?? "gone"];
    return { status: 410, html: buyerMessage(told, locale) };
  }
  return { status: 200, html: buyerPage({ ...share, locale, saved, now: clock.now() }) };
}

export const buyerAnswerRoutes: Readonly<Record<string, RouteHandler>> = {
  "GET /b/{token}": show,
  "POST /b/{token}": answer,
};
