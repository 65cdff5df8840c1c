import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";
import type { OpenedShare } from "../../../shared/usecases/shares/afterwards/open-share.ts";

type Past = NonNullable<OpenedShare["past"]>;

/** What a buyer is told whose share it is not any more: title and detail, on the page and in the answer to a program (C11). */
export const pastShareTexts: Readonly<Record<Locale, Readonly<Record<Past, { title: string; detail: string }>>>> = {
  de: {
    returned: {
      title: "Zurückgegeben, danke",
      detail: "Sie haben diesen Lead schon zurückgegeben: Er wird nicht berechnet, und es ist nichts mehr zu tun.",
    },
    takenBack: {
      title: "Dieser Lead wurde zurückgenommen",
      detail: "Der Verkäufer hat ihn zurückgenommen: Er wird nicht berechnet. Löschen Sie bitte die Daten der Person.",
    },
    declined: {
      title: "Sie haben diesen Lead abgelehnt",
      detail: "Er wird nicht berechnet. Löschen Sie bitte die Daten der Person.",
    },
    passedOver: {
      title: "Dieser Lead ist nicht mehr bei Ihnen",
      detail:
        "Ihr Server hat ihn nicht rechtzeitig angenommen: Er wird nicht berechnet. Löschen Sie bitte die Daten der Person.",
    },
    gone: {
      title: "Dieser Lead ist nicht mehr bei Ihnen",
      detail: "Er wird nicht berechnet. Löschen Sie bitte die Daten der Person.",
    },
    erased: {
      title: "Diese Person möchte gelöscht werden",
      detail:
        "Bei uns sind ihre Daten gelöscht. Löschen Sie sie bitte auch bei sich, und sprechen Sie sie nicht mehr an.",
    },
  },
  en: {
    returned: {
      title: "Returned, thank you",
      detail: "You returned this lead already: it is not charged, and there is nothing left to do.",
    },
    takenBack: {
      title: "This lead was taken back",
      detail: "The seller has taken it back: it is not charged. Please erase the person's data.",
    },
    declined: {
      title: "You declined this lead",
      detail: "It is not charged. Please erase the person's data.",
    },
    passedOver: {
      title: "This lead is no longer with you",
      detail: "Your server did not take it in time: it is not charged. Please erase the person's data.",
    },
    gone: {
      title: "This lead is no longer with you",
      detail: "It is not charged. Please erase the person's data.",
    },
    erased: {
      title: "This person wants to be forgotten",
      detail: "We have erased their data. Please erase it on your side too, and do not approach them any more.",
    },
  },
};

/** Returned by either side: 409, the share is known. What was only passing through, or is erased, is gone: 410. */
export function pastShareProblem(past: Past, locale: Locale): HttpProblem {
  const told = pastShareTexts[locale][past];
  const isReturned = past === "returned" || past === "takenBack";
  return isReturned
    ? new HttpProblem({ status: 409, type: "wrong-state", ...told, extra: { currentStatus: "returned", reason: past } })
    : new HttpProblem({ status: 410, type: "share-gone", ...told, extra: { reason: past } });
}
