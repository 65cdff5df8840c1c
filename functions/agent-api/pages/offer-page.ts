import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { type LeadCard, leadFacts, leadHeading } from "./lead-card.ts";
import { pageTexts } from "./page-texts.ts";
import { reasons, tap } from "./tap.ts";

export interface OfferPage extends LeadCard {
  /** Local time of the deadline. */
  readonly until: string;
  readonly secondsLeft: number;
  /** How long the agent had from the beginning. */
  readonly secondsInAll: number;
  /** False: who picks leads does not decline the assigned ones (E4). */
  readonly declinable?: boolean | undefined;
}

/** The masked lead, the time left, accept and decline. Opening it changes nothing: mail and chat programs open links too. */
export function offerPage(offer: OfferPage): string {
  const { locale, secondsLeft, secondsInAll, declinable = true } = offer;
  const texts = pageTexts[locale];
  const left = Math.min(100, Math.ceil((secondsLeft / Math.max(1, secondsInAll)) * 100));
  return page({
    locale,
    title: `${texts[offer.temperature]}: ${offer.name}`,
    reloadAfterSeconds: secondsLeft + 1,
    body: html`<section>${leadHeading(offer)}
<p><strong>${texts.acceptBy(offer.until)}</strong> <span class="soft">· ${timeLeft(secondsLeft, locale)}</span></p>
<div class="left"><i style="width:${left}%;animation-duration:${secondsLeft}s"></i></div>
${leadFacts(offer)}
<p class="soft">${texts.contactAfterwards}</p>
<div class="act">${tap(texts.accept, "accept")}</div>
${declinable ? reasons(texts.decline, "decline", texts.declineReasons, texts.declineHint) : html`<p class="soft">${texts.notDeclinable}</p>`}</section>`,
  });
}

/** Rounded down: nobody is promised time that is not there. */
function timeLeft(seconds: number, locale: Locale): string {
  const texts = pageTexts[locale];
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return texts.lastMinute;
  const { unit, count } =
    minutes < 120 ? { unit: "minute", count: minutes } : { unit: "hour", count: Math.floor(minutes / 60) };
  return texts.timeLeft(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count));
}
