import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { pageTexts } from "./page-texts.ts";

/** What a buyer is told instead of the share; `back` leads to the share, which is still theirs. */
export function buyerMessage(
  { title, detail }: { readonly title: string; readonly detail: string },
  locale: Locale,
  { back = false }: { readonly back?: boolean } = {},
): string {
  return page({
    locale,
    title,
    body: html`<section><h1>${title}</h1><p>${detail}</p>${back && html`<p><a class="button" href="?">${pageTexts[locale].back}</a></p>`}</section>`,
  });
}
