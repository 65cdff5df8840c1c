import { html } from "../../../shared/runtime/pages/html.ts";
import { page } from "../../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import { pageTexts } from "./page-texts.ts";

export type MessageKind =
  | "expired"
  | "taken"
  | "missed"
  | "looked"
  | "declined"
  | "handedOver"
  | "won"
  | "closed"
  | "unknown"
  | Setback;

/** A tap that was not done although the lead is still the agent's: the input, the lead's new status, or bad luck. */
export type Setback = "unreadable" | "changed" | "problem";

const setbacks: ReadonlySet<MessageKind> = new Set<MessageKind>(["unreadable", "changed", "problem", "looked"]);

/**
 * A kind word instead of a lead: what has happened, and that (or what) there is to do. After a setback the way back is
 * the same address, asked for anew.
 */
export function messagePage(kind: MessageKind, locale: Locale): string {
  const texts = pageTexts[locale];
  const [title = "", text = ""] = texts[kind];
  return page({
    locale,
    title,
    body: html`<section><h1>${title}</h1><p>${text}</p>${setbacks.has(kind) && html`<p><a class="button" href="?">${texts.back}</a></p>`}</section>`,
  });
}
