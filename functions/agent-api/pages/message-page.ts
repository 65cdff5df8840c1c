import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { pageTexts } from "./page-texts.ts";

export type MessageKind = "expired" | "taken" | "declined" | "closed" | "unknown" | "problem";

/** A kind word instead of a lead: what has happened, and that (or what) there is to do. `detail` adds the exact cause. */
export function messagePage(kind: MessageKind, locale: Locale, detail?: string): string {
  const [title = "", text = ""] = pageTexts[locale][kind];
  return page({
    locale,
    title,
    body: html`<section><h1>${title}</h1><p>${text}</p>${detail !== undefined && html`<p class="soft">${detail}</p>`}</section>`,
  });
}
