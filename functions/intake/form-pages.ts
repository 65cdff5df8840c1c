import { html } from "../../shared/runtime/pages/html.ts";
import { page } from "../../shared/runtime/pages/layout.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";

const texts = {
  de: {
    thanks: ["Vielen Dank!", "Ihre Nachricht ist angekommen. Wir melden uns so schnell wie möglich bei Ihnen."],
    check: ["Fast geschafft", "Bitte gehen Sie zurück und sehen Sie sich dies noch einmal an:"],
    later: [
      "Einen Moment bitte",
      "Gerade ist viel los. Bitte gehen Sie zurück und senden Sie das Formular noch einmal ab.",
    ],
    email: "E-Mail-Adresse: Bitte eine Adresse wie erika@example.com angeben.",
    phone: "Telefonnummer: Bitte eine Nummer angeben, unter der wir Sie erreichen.",
    reach: "E-Mail-Adresse oder Telefonnummer: Bitte eines von beiden angeben, damit wir antworten können.",
    message: "Nachricht: Bitte etwas kürzer fassen.",
    other: "Eine der Angaben können wir nicht lesen.",
  },
  en: {
    thanks: ["Thank you!", "Your message has arrived. We will get back to you as soon as we can."],
    check: ["Almost there", "Please go back and look at this again:"],
    later: ["One moment, please", "We are busy just now. Please go back and send the form again."],
    email: "E-mail address: please give an address such as erika@example.com.",
    phone: "Phone number: please give a number at which we can reach you.",
    reach: "E-mail address or phone number: please give one of the two, so that we can answer.",
    message: "Message: please make it a little shorter.",
    other: "One of the fields cannot be read.",
  },
} as const;

export const thankYouPage = (locale: Locale): string => messagePage(locale, texts[locale].thanks);
export const tryLaterPage = (locale: Locale): string => messagePage(locale, texts[locale].later);

/** Names the fields to look at again; `reachable` false when neither e-mail nor phone was given. */
export function checkPage(locale: Locale, pointers: readonly string[], reachable: boolean): string {
  const words = texts[locale];
  const lines = pointers.map((pointer) => {
    if (!reachable) return words.reach;
    if (pointer === "/email") return words.email;
    if (pointer === "/phone") return words.phone;
    return pointer === "/message" ? words.message : words.other;
  });
  return messagePage(locale, words.check, [...new Set(lines)]);
}

/** Nothing that a visitor sent is ever shown again. */
function messagePage(locale: Locale, [title, text]: readonly [string, string], lines: readonly string[] = []): string {
  const list = lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return page({ locale, title, body: html`<section><h1>${title}</h1><p>${text}</p>${list}</section>` });
}
