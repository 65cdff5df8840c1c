import type { Locale } from "../../schemas/primitives.ts";

/** Answers to an agent's SMS that changed nothing, or declined: what to do next in one segment. */
export type ReplyAnswer =
  | "unclear"
  | "noOffer"
  | "whichOffer"
  | "otherOffers"
  | "declined"
  | "notDeclinable"
  | "tooLate"
  | "failed";

const texts: Readonly<Record<Locale, Readonly<Record<ReplyAnswer, (codes: readonly string[]) => string>>>> = {
  de: {
    unclear: () =>
      "Das haben wir nicht verstanden. Antworten Sie 1 zum Annehmen oder 2 zum Ablehnen, mit dem Code aus der Nachricht.",
    noOffer: () => "Für Sie ist gerade kein Lead offen. Der nächste kommt wieder per Nachricht.",
    whichOffer: (codes) =>
      `Mehrere Leads sind offen. Antworten Sie mit dem Code, z. B. ${codes.map((code) => `1 ${code}`).join(" oder ")}.`,
    otherOffers: (codes) =>
      `Zu diesem Code ist kein Lead mehr offen. Offen: ${codes.join(", ")}. Antworten Sie z. B. 1 ${codes[0] ?? ""}.`,
    declined: () => "Abgelehnt, danke. Der Lead geht an die nächste Person.",
    notDeclinable: () =>
      "Zugeteilte Leads können Sie nicht ablehnen, weil Sie sich andere aussuchen. Nach der Frist geht er an die nächste Person.",
    tooLate: () => "Zu spät: Der Lead ist schon bei jemand anderem. Sie müssen nichts tun.",
    failed: () => "Das hat gerade nicht geklappt. Bitte öffnen Sie den Link aus der Nachricht.",
  },
  en: {
    unclear: () => "We did not understand that. Reply 1 to accept or 2 to decline, with the code from the message.",
    noOffer: () => "No lead is open for you right now. The next one will come by message.",
    whichOffer: (codes) =>
      `Several leads are open. Reply with the code, e.g. ${codes.map((code) => `1 ${code}`).join(" or ")}.`,
    otherOffers: (codes) =>
      `No lead is open for that code any more. Open: ${codes.join(", ")}. Reply e.g. 1 ${codes[0] ?? ""}.`,
    declined: () => "Declined, thank you. The lead goes to the next person.",
    notDeclinable: () =>
      "Assigned leads cannot be declined, since you pick others yourself. When its time is up it goes to the next person.",
    tooLate: () => "Too late: somebody else has the lead now. There is nothing to do.",
    failed: () => "That did not work just now. Please open the link from the message.",
  },
};

export function replyText(answer: ReplyAnswer, locale: Locale, codes: readonly string[] = []): string {
  return texts[locale][answer](codes.slice(0, 3));
}
