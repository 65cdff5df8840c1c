import { html, type Markup } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { LeadStatus } from "../../../shared/schemas/lead/lead.ts";
import type { CriterionView, HandoverView } from "../../../shared/usecases/handover-view.ts";
import { checklist, findings } from "./checklist.ts";
import { type LeadCard, leadFacts, leadHeading } from "./lead-card.ts";
import { type PageTexts, pageTexts } from "./page-texts.ts";
import { reasons, tap, unfold } from "./tap.ts";

export interface WorkPage extends LeadCard {
  readonly status: LeadStatus;
  readonly attempts: number;
  /** Local time by which first contact is due; none once there was contact. */
  readonly contactBy?: string | undefined;
  /** Local time of the appointment ahead. */
  readonly appointment?: string | undefined;
  /** The action that brought the agent here, if one did. */
  readonly saved?: string | undefined;
  /** What is missing for the handover, for an ISA (C6). */
  readonly handover?: HandoverView | undefined;
  /** What the ISA found out, for the field agent. */
  readonly found?: readonly CriterionView[] | undefined;
  /** The agent picked it, and has to try before it can be closed (E3). */
  readonly contactFirst?: boolean | undefined;
  /** Currency of a deal's value. */
  readonly currency: string;
}

/** The accepted lead: contact data to tap, and one tap to log what came of it. What is to do next stands first. */
export function workPage(lead: WorkPage): string {
  const { locale, status, saved, contactBy, appointment } = lead;
  const texts = pageTexts[locale];
  const result = html`<section>${outcomes(lead, texts)}</section>`;
  const criteria = lead.handover && html`<section>${checklist(lead.handover, texts)}</section>`;
  const next = html`${criteria}<section><h2>${texts.next}</h2>${nextSteps(lead, texts)}</section>`;
  return page({
    locale,
    title: lead.name,
    body: html`${saved !== undefined && html`<section class="done" role="status">✓ ${saved === "accept" || saved === "claim" ? texts.yours : texts.saved}</section>`}
<section>${leadHeading(lead)}${contactBy !== undefined && html`<p><strong>${texts.contactBy(contactBy)}</strong></p>`}${appointment !== undefined && html`<p><strong>${texts.appointmentOn(appointment)}</strong></p>`}
${ways(lead, texts)}${leadFacts(lead)}${findings(lead.found ?? [], texts)}</section>
${status === "accepted" ? [result, next] : [next, result]}`,
  });
}

function ways({ facts }: WorkPage, texts: PageTexts): Markup {
  const { phone, email } = facts;
  return html`${phone !== undefined && html`<p><a class="button" href="tel:${phone}">${texts.call(phone)}</a></p><p><a class="button quiet" href="sms:${phone}">${texts.sms}</a></p>`}
${email !== undefined && html`<p><a class="button quiet" href="mailto:${email}">${texts.mail(email)}</a></p>`}`;
}

/** Once there was contact, logging another one is no longer the first thing to do. Nobody calls whoever left no number. */
function outcomes({ status, attempts, facts }: WorkPage, texts: PageTexts): Markup {
  const first = status === "accepted";
  const byPhone = facts.phone !== undefined || facts.email === undefined;
  const words = byPhone ? texts : texts.byMail;
  const log = (label: string, outcome: string, quiet = true) =>
    tap(label, "contact", { fields: { channel: byPhone ? "call" : "email", outcome }, quiet });
  return html`<h2>${first ? words.result : words.resultAgain}</h2>
<div class="pair">${log(words.reached, "reached", !first)}${log(words.noAnswer, "noAnswer")}</div>
${byPhone && html`<div class="pair">${log(texts.leftMessage, "leftMessage")}${log(texts.wrongNumber, "wrongNumber")}</div>`}
${attempts > 0 && html`<p class="soft">${texts.loggedAttempts(attempts)}</p>`}`;
}

function nextSteps({ status, currency, handover, contactFirst = false }: WorkPage, texts: PageTexts): Markup {
  const contacted = status !== "accepted";
  return html`${status === "contacted" && handover === undefined && tap(texts.qualified, "qualify", { quiet: true })}
${contacted && html`${unfold(texts.appointment, appointmentForm(texts))}${unfold(texts.converted, dealForm(currency, texts))}`}
${contactFirst ? html`<p class="soft">${texts.contactFirst}</p>` : html`${reasons(texts.lost, "lose", texts.lostReasons)}${reasons(texts.unqualified, "unqualify", texts.unqualifiedReasons)}`}`;
}

const appointmentForm = (texts: PageTexts): Markup =>
  html`<form method="post"><label>${texts.appointmentAt}<input type="datetime-local" name="at" required></label><button name="action" value="appointment">${texts.save}</button></form>`;

/** Whole amounts with or without their thousands set apart; `amountOf` reads them. */
const amountPattern = "[0-9]{1,3}([., ][0-9]{3})+([.,][0-9]{1,2})?|[0-9]+([.,][0-9]{1,2})?";

const dealForm = (currency: string, texts: PageTexts): Markup =>
  html`<form method="post"><label>${texts.dealValue(currency)}<input name="amount" inputmode="decimal" autocomplete="off" pattern="${amountPattern}" title="${texts.amountHint}" placeholder="${texts.amountHint}" required></label><input type="hidden" name="currency" value="${currency}"><button name="action" value="convert">${texts.save}</button></form>`;
