import type { DeliveryPayload } from "../../schemas/buyer.ts";
import type { Locale } from "../../schemas/primitives.ts";
import { aboutLead, fullName } from "../notices/about-lead.ts";

/** A share for a buyer who takes leads by e-mail, in plain words. */
export function deliveryMail({ data }: DeliveryPayload, locale: Locale): { subject: string; text: string } {
  const { lead, price, exclusivity, recipients, answerUrl } = data;
  const name = fullName(lead, locale);
  const amount = new Intl.NumberFormat(locale, { style: "currency", currency: price.currency }).format(price.amount);
  const person = [name, lead.phone, lead.email].filter(Boolean).join("\n");
  const about = aboutLead(lead, locale).join(", ");
  const sold = texts[locale].sold(exclusivity === "exclusive" || recipients === 1, recipients, amount);
  const blocks = [person, about, lead.message, sold, texts[locale].answer(answerUrl)];
  return { subject: texts[locale].subject(name), text: blocks.filter(Boolean).join("\n\n") };
}

const texts = {
  de: {
    subject: (name: string) => `Ihr Lead: ${name}`,
    sold: (alone: boolean, count: number, price: string) =>
      `${alone ? "Nur Sie haben diesen Lead." : `Diesen Lead haben ${count} Empfänger, Sie eingeschlossen.`} Preis: ${price}.`,
    answer: (url: string) => `Bestätigen, zurückgeben oder bewerten: ${url}`,
  },
  en: {
    subject: (name: string) => `Your lead: ${name}`,
    sold: (alone: boolean, count: number, price: string) =>
      `${alone ? "You alone have this lead." : `${count} recipients have this lead, you included.`} Price: ${price}.`,
    answer: (url: string) => `Confirm, return or rate it: ${url}`,
  },
} as const;
