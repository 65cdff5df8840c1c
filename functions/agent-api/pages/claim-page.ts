import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import { type LeadCard, leadFacts, leadHeading } from "./lead-card.ts";
import { pageTexts } from "./page-texts.ts";
import { tap } from "./tap.ts";

export interface ClaimPage extends LeadCard {
  /** Local time until when it lies there before others are asked; undefined: until somebody takes it. */
  readonly until?: string | undefined;
  /** Why a tap does not do it, or the tap before did not, and what to do. */
  readonly obstacle?: { readonly title: string; readonly detail: string } | undefined;
  /** False: there is nothing to tap. */
  readonly takeable?: boolean;
}

/** A lead of the pool, masked, and the one tap that takes it (C9). Opening it changes nothing. */
export function claimPage(lead: ClaimPage): string {
  const { locale, until, obstacle, takeable = true } = lead;
  const texts = pageTexts[locale];
  return page({
    locale,
    title: `${texts[lead.temperature]}: ${lead.name}`,
    body: html`${obstacle !== undefined && html`<section role="status"><strong>${obstacle.title}</strong><p>${obstacle.detail}</p></section>`}
<section>${leadHeading(lead)}
<p><strong>${texts.inPool}</strong>${until !== undefined && html` <span class="soft">· ${texts.openUntil(until)}</span>`}</p>
${leadFacts(lead)}
${
  takeable &&
  html`<p class="soft">${texts.contactAfterClaim}</p>
<div class="act">${tap(texts.claim, "claim")}</div>`
}</section>`,
  });
}
