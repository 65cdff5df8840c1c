import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import { type LeadCard, leadCard, reasons, tap } from "./lead-card.ts";
import { pageTexts } from "./page-texts.ts";

export interface OfferPage extends LeadCard {
  /** Local time of the deadline. */
  readonly until: string;
  readonly secondsLeft: number;
}

/** The masked lead, the time left, accept and decline. Opening it changes nothing: mail and chat programs open links too. */
export function offerPage(offer: OfferPage): string {
  const texts = pageTexts[offer.locale];
  const minutes = Math.ceil(offer.secondsLeft / 60);
  return page({
    locale: offer.locale,
    title: `${texts[offer.temperature]}: ${offer.name}`,
    reloadAfterSeconds: offer.secondsLeft + 1,
    body: html`<section>${leadCard(offer)}
<p><strong>${texts.acceptBy(offer.until)}</strong> <span class="soft">(${texts.minutesLeft(minutes)})</span></p>
<div class="left"><i style="animation-duration:${offer.secondsLeft}s"></i></div>
${tap(texts.accept, "accept")}
${reasons(texts.decline, "decline", texts.declineReasons, texts.declineHint)}</section>`,
  });
}
