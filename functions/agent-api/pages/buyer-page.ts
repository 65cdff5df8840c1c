import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { nameOf } from "../../../shared/usecases/masked-facts.ts";
import type { OpenedShare } from "../../../shared/usecases/shares/afterwards/open-share.ts";
import { toldSharing } from "../../../shared/usecases/shares/views/told-sharing.ts";
import { leadFacts, leadHeading } from "./lead-card.ts";
import { reasons, tap, unfold } from "./tap.ts";

export interface BuyerPage extends OpenedShare {
  readonly locale: Locale;
  /** The answer that was just given. */
  readonly saved?: string | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** A bought share: the person, how many have it, what it costs, and the buyer's answers. */
export function buyerPage({
  body,
  state,
  buyer,
  past,
  until,
  firstContactAt,
  zone,
  locale,
  saved,
  now,
}: BuyerPage): string {
  const words = texts[locale];
  const name = nameOf(body.facts, "full");
  const sharing = body.recipients === 0 ? undefined : toldSharing(body, locale);
  const card = { locale, temperature: state.temperature, name, facts: body.facts, sharing };
  const price = state.share.price ?? buyer.price;
  const amount = new Intl.NumberFormat(locale, { style: "currency", currency: price.currency }).format(price.amount);
  const { phone, email } = body.facts;
  const returnable = state.status === "accepted" && now < until;
  const open = state.status === "offered" || state.status === "accepted";
  return page({
    locale,
    title: name,
    body: html`${saved !== undefined && html`<section class="done" role="status">✓ ${words.saved}</section>`}
<section>${leadHeading(card)}<p><strong>${amount}</strong></p>
${state.status === "returned" && html`<p>${past === "takenBack" ? words.takenBack : words.returned}</p>`}
${open && firstContactAt !== undefined && html`<p>${words.reached(dateIn(zone, firstContactAt, locale, "short"))}</p>`}
${open && phone !== undefined && html`<p><a class="button" href="tel:${phone}">${phone}</a></p>`}
${open && email !== undefined && html`<p><a class="button quiet" href="mailto:${email}">${email}</a></p>`}
${leadFacts(card)}</section>
<section>${state.status === "offered" && tap(words.accept, "accept")}
${returnable && reasons(words.giveBack, "return", words.reasons, words.until(dateIn(zone, until, locale)))}
${state.status !== "offered" && unfold(words.rate, html`${[5, 4, 3, 2, 1].map((stars) => tap("★".repeat(stars), "rate", { fields: { rating: String(stars) }, quiet: true }))}`)}</section>`,
  });
}

function dateIn(timeZone: string, instant: number, locale: Locale, timeStyle?: "short"): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone, ...(timeStyle && { timeStyle }) }).format(
    instant,
  );
}

const texts = {
  de: {
    saved: "Gespeichert, danke.",
    accept: "Annehmen",
    returned: "Zurückgegeben: Dieser Lead wird nicht berechnet.",
    takenBack: "Vom Verkäufer zurückgenommen: Dieser Lead wird nicht berechnet.",
    reached: (at: string) => `Ein anderer Empfänger hat die Person am ${at} schon erreicht.`,
    giveBack: "Zurückgeben …",
    until: (at: string) => `Möglich bis ${at}. Der Lead wird dann nicht berechnet.`,
    reasons: [
      ["wrongData", "Falsche Daten"],
      ["duplicate", "Kenne ich schon"],
      ["notReachable", "Nicht erreichbar"],
      ["noInterest", "Kein Interesse"],
    ],
    rate: "Bewerten …",
  },
  en: {
    saved: "Saved, thank you.",
    accept: "Accept",
    returned: "Returned: this lead is not charged.",
    takenBack: "Taken back by the seller: this lead is not charged.",
    reached: (at: string) => `Another recipient has reached the person already, on ${at}.`,
    giveBack: "Return …",
    until: (at: string) => `Possible until ${at}. The lead is not charged then.`,
    reasons: [
      ["wrongData", "Wrong data"],
      ["duplicate", "Known already"],
      ["notReachable", "Cannot be reached"],
      ["noInterest", "Not interested"],
    ],
    rate: "Rate …",
  },
} as const;
