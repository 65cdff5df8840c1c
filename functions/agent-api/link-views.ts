import type { HttpReply } from "../../shared/runtime/http/http.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import { maskedFacts, nameOf } from "../../shared/usecases/masked-facts.ts";
import type { OpenedLink } from "../../shared/usecases/open-link.ts";
import { toldSharing } from "../../shared/usecases/shares/views/told-sharing.ts";
import { type ClaimPage, claimPage } from "./pages/claim-page.ts";
import { type MessageKind, messagePage } from "./pages/message-page.ts";
import { offerPage } from "./pages/offer-page.ts";
import { workPage } from "./pages/work-page.ts";

/** Gone is not an error of the reader's: 410 for what was there, 404 for what never was. */
const statusOf: Readonly<Record<MessageKind, number>> = {
  expired: 410,
  taken: 410,
  missed: 410,
  looked: 200,
  declined: 410,
  handedOver: 200,
  won: 200,
  closed: 200,
  unknown: 404,
  unreadable: 422,
  changed: 409,
  problem: 503,
};

export function messageReply(kind: MessageKind, locale: Locale): HttpReply {
  return { status: statusOf[kind], html: messagePage(kind, locale) };
}

interface Viewed {
  readonly link: OpenedLink;
  /** Of a reader whose agent is not known. */
  readonly locale: Locale;
  /** The action that was just done. */
  readonly saved?: string | undefined;
  /** Why the lead could not be claimed just now. */
  readonly obstacle?: ClaimPage["obstacle"];
}

/** The page for what the link opens. */
export function linkReply({ link, locale, saved, obstacle }: Viewed): HttpReply {
  if (link.kind === "unknown") {
    return messageReply("unknown", locale);
  }
  const { agent, state, body, due, zone } = link;
  const sharing = toldSharing(body, agent.locale);
  const card = { locale: agent.locale, temperature: state.temperature, sharing };
  const masked = { name: nameOf(body.facts, "masked"), facts: maskedFacts(body.facts) };
  if (link.kind === "pool") {
    const standing = link.obstacle;
    // For this agent it is no longer there to be taken.
    const takeable = standing?.reason !== "missed";
    const html = claimPage({ ...card, ...masked, until: due?.at, obstacle: obstacle ?? standing, takeable });
    return { status: obstacle === undefined ? 200 : 409, html };
  }
  if (link.kind === "offer" && due !== undefined) {
    const { at = 0, expiresAt = 0 } = state.offer ?? {};
    const time = { until: due.at, secondsLeft: due.secondsLeft, secondsInAll: (expiresAt - at) / 1000 };
    return { status: 200, html: offerPage({ ...card, ...masked, ...time, declinable: link.declinable }) };
  }
  if (link.kind === "work") {
    const page = {
      ...card,
      name: nameOf(body.facts, "full"),
      facts: body.facts,
      status: state.status,
      attempts: state.attempts?.count ?? 0,
      contactBy: state.status === "accepted" ? due?.at : undefined,
      appointment: state.status === "appointment" ? dayAndTime(state.appointmentAt, zone, agent.locale) : undefined,
      saved,
      handover: link.handover,
      contactFirst: link.contactFirst,
      found: link.found,
      currency: body.facts.budget?.currency ?? body.price?.currency ?? "EUR",
    };
    return { status: 200, html: workPage(page) };
  }
  if (link.kind === "closed" && state.status === "converted") return messageReply("won", agent.locale);
  return messageReply(link.kind === "offer" ? "expired" : link.kind, agent.locale);
}

function dayAndTime(instant: number | undefined, timeZone: string, locale: Locale): string | undefined {
  if (instant === undefined) return undefined;
  const format = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(instant);
}
