import { html, type Markup } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { LeadStatus } from "../../../shared/schemas/lead.ts";
import { type LeadCard, leadCard, reasons, tap } from "./lead-card.ts";
import { type PageTexts, pageTexts } from "./page-texts.ts";

export interface WorkPage extends LeadCard {
  readonly status: LeadStatus;
  readonly attempts: number;
  /** Local time by which first contact is due; none once there was contact. */
  readonly contactBy?: string | undefined;
  readonly saved: boolean;
  /** Currency of a deal's value. */
  readonly currency: string;
}

/** The accepted lead: contact data to tap, and one tap to log what came of it. */
export function workPage(lead: WorkPage): string {
  const texts = pageTexts[lead.locale];
  return page({
    locale: lead.locale,
    title: lead.name,
    body: html`${lead.saved && html`<section role="status">✓ ${texts.done}</section>`}
<section>${leadCard(lead)}${lead.contactBy !== undefined && html`<p><strong>${texts.contactBy(lead.contactBy)}</strong></p>`}
${ways(lead, texts)}</section>
<section>${outcomes(lead, texts)}</section>
<section><h1>${texts.next}</h1>${nextSteps(lead, texts)}</section>`,
  });
}

function ways({ facts }: WorkPage, texts: PageTexts): Markup {
  const { phone, email } = facts;
  return html`${phone !== undefined && html`<p><a class="button" href="tel:${phone}">${texts.call(phone)}</a></p><p><a class="button quiet" href="sms:${phone}">${texts.sms}</a></p>`}
${email !== undefined && html`<p><a class="button quiet" href="mailto:${email}">${texts.mail(email)}</a></p>`}`;
}

function outcomes({ attempts }: WorkPage, texts: PageTexts): Markup {
  const log = (label: string, outcome: string, quiet: boolean) =>
    tap(label, "contact", { channel: "call", outcome }, quiet);
  return html`<div class="pair">${log(texts.reached, "reached", false)}${log(texts.noAnswer, "noAnswer", true)}</div>
<div class="pair">${log(texts.leftMessage, "leftMessage", true)}${log(texts.wrongNumber, "wrongNumber", true)}</div>
${attempts > 0 && html`<p class="soft">${texts.loggedAttempts(attempts)}</p>`}`;
}

function nextSteps({ status, currency }: WorkPage, texts: PageTexts): Markup {
  const contacted = status !== "accepted";
  return html`${contacted && status === "contacted" && tap(texts.qualified, "qualify", {}, true)}
${
  contacted &&
  html`<details><summary>${texts.appointment} …</summary><form method="post"><label>${texts.appointmentAt}<input type="datetime-local" name="at" required></label><button name="action" value="appointment">${texts.save}</button></form></details>
<details><summary>${texts.converted} …</summary><form method="post"><label>${texts.dealValue} ${currency}<input name="amount" inputmode="decimal" pattern="[0-9]+([.,][0-9]{1,2})?" required></label><input type="hidden" name="currency" value="${currency}"><button name="action" value="convert">${texts.save}</button></form></details>`
}
${reasons(texts.lost, "lose", texts.lostReasons)}${reasons(texts.unqualified, "unqualify", texts.unqualifiedReasons)}`;
}
