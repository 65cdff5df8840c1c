import { html, type Markup } from "../../../shared/runtime/pages/html.ts";

interface TapOptions {
  /** Sent along with the action. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Not the one thing to do now. */
  readonly quiet?: boolean;
}

/** One tap: a button that posts an action. */
export function tap(label: string, action: string, { fields = {}, quiet = false }: TapOptions = {}): Markup {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post">${hidden}<button name="action" value="${action}"${quiet && { markup: ' class="quiet"' }}>${label}</button></form>`;
}

/** A closed list of reasons, one tap each. */
export function reasons(label: string, action: string, choices: readonly (readonly string[])[], hint?: string): Markup {
  const buttons = choices.map(([reason = "", text = ""]) => tap(text, action, { fields: { reason }, quiet: true }));
  return unfold(label, html`${hint !== undefined && html`<p class="soft">${hint}</p>`}${buttons}`);
}

/** Something that is asked for only when it is wanted. */
export function unfold(label: string, content: Markup): Markup {
  return html`<details><summary>${label}</summary>${content}</details>`;
}
