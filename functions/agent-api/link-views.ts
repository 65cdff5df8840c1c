import type { HttpReply } from "../../shared/runtime/http.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import { maskedFacts, nameOf } from "../../shared/usecases/masked-facts.ts";
import type { OpenedLink } from "../../shared/usecases/open-link.ts";
import { type MessageKind, messagePage } from "./pages/message-page.ts";
import { offerPage } from "./pages/offer-page.ts";
import { workPage } from "./pages/work-page.ts";

/** Gone is not an error of the reader's: 410 for what was there, 404 for what never was. */
const statusOf: Readonly<Record<MessageKind, number>> = {
  expired: 410,
  taken: 410,
  declined: 410,
  closed: 200,
  unknown: 404,
  problem: 409,
};

export function messageReply(kind: MessageKind, locale: Locale, detail?: string): HttpReply {
  return { status: statusOf[kind], html: messagePage(kind, locale, detail) };
}

interface Viewed {
  readonly link: OpenedLink;
  /** Of a reader whose agent is not known. */
  readonly locale: Locale;
  readonly saved: boolean;
}

/** The page for what the link opens. */
export function linkReply({ link, locale, saved }: Viewed): HttpReply {
  if (link.kind === "unknown") {
    return messageReply("unknown", locale);
  }
  const { agent, state, body, due } = link;
  const card = { locale: agent.locale, temperature: state.temperature };
  if (link.kind === "offer" && due !== undefined) {
    const masked = { name: nameOf(body.facts, "masked"), facts: maskedFacts(body.facts) };
    return { status: 200, html: offerPage({ ...card, ...masked, until: due.at, secondsLeft: due.secondsLeft }) };
  }
  if (link.kind === "work") {
    const page = {
      ...card,
      name: nameOf(body.facts, "full"),
      facts: body.facts,
      status: state.status,
      attempts: state.attempts?.count ?? 0,
      contactBy: state.status === "accepted" ? due?.at : undefined,
      saved,
      currency: body.facts.budget?.currency ?? body.price?.currency ?? "EUR",
    };
    return { status: 200, html: workPage(page) };
  }
  return messageReply(link.kind === "offer" ? "expired" : link.kind, agent.locale);
}
