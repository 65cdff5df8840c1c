import { html, type Markup } from "../../../shared/runtime/pages/html.ts";
import type { CriterionView, HandoverView } from "../../../shared/usecases/handover-view.ts";
import type { PageTexts } from "./page-texts.ts";
import { tap } from "./tap.ts";

/** The handover criteria, what was found so far, and the handover itself as soon as nothing is missing (C6). */
export function checklist({ criteria, missing, ready }: HandoverView, texts: PageTexts): Markup {
  const labels = criteria.filter(({ id }) => missing.includes(id)).map(({ label }) => label);
  return html`<h2>${texts.checklist}</h2>
<form method="post">${criteria.map(row)}<button name="action" value="qualify"${ready && { markup: ' class="quiet"' }}>${texts.save}</button></form>
${ready ? tap(texts.handOver, "handover") : html`<p class="soft">${texts.stillMissing(labels.join(", "))}</p>`}`;
}

/** What the ISA found out, for the field agent who goes on from there (C6); nothing before there is something. */
export function findings(found: readonly CriterionView[], texts: PageTexts): Markup {
  const told = ({ found: answer }: CriterionView) =>
    typeof answer === "boolean" ? (answer ? texts.yes : texts.no) : String(answer);
  return html`${found.length > 0 && html`<h2>${texts.found}</h2><dl>${found.map((each) => html`<dt>${each.label}</dt><dd>${told(each)}</dd>`)}</dl>`}`;
}

/** A browser sends nothing for a box that is not ticked: the hidden field says that the criterion was on the page. */
function row({ id, label, type, found }: CriterionView): Markup {
  if (type === "yesNo") {
    return html`<label class="tick"><input type="hidden" name="shown.${id}"><input type="checkbox" name="yes.${id}" value="true"${found === true && { markup: " checked" }}>${label}</label>`;
  }
  const text = typeof found === "boolean" ? "" : String(found ?? "");
  const mode = type === "number" && html` inputmode="decimal"`;
  return html`<label>${label}<input name="${type}.${id}" value="${text}" autocomplete="off"${mode}></label>`;
}
