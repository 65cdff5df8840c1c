import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";

const texts = {
  de: {
    notToPick: {
      title: "Dieser Lead wird nicht zum Aussuchen geöffnet",
      detail: "Nehmen Sie ihn direkt (claim).",
    },
    openedAnother: {
      title: "Sie haben einen anderen Lead geöffnet",
      detail: "Es geht nur einer auf einmal: Dieser liegt wieder in der Liste.",
    },
    notDeclinable: {
      title: "Zugeteilte Leads können Sie nicht ablehnen",
      detail:
        "Wer sich Leads aussucht, nimmt auch die zugeteilten. Passt er gar nicht, lassen Sie das Angebot auslaufen oder fragen Sie Ihre Teamleitung.",
    },
    contactFirst: {
      title: "Erst anrufen, dann schließen",
      detail:
        "Diesen Lead haben Sie sich ausgesucht, und noch hat es niemand versucht. Rufen Sie an und notieren Sie, was dabei herauskam (contact, etwa wrongNumber oder noAnswer); dann können Sie ihn schließen. Ist er von vornherein unbrauchbar, melden Sie ihn mit return.",
    },
  },
  en: {
    notToPick: {
      title: "This lead is not opened to be picked",
      detail: "Claim it right away.",
    },
    openedAnother: {
      title: "You have opened another lead",
      detail: "One at a time: this one is in the list again.",
    },
    notDeclinable: {
      title: "You cannot decline assigned leads",
      detail:
        "Who picks leads takes the assigned ones too. If it does not fit at all, let the offer pass or ask your team leader.",
    },
    contactFirst: {
      title: "Call first, then close it",
      detail:
        "You picked this lead, and nobody has tried yet. Call, and log what came of it (contact, such as wrongNumber or noAnswer); then you may close it. If it was no good from the start, report it with return.",
    },
  },
} as const;

/** E2: only leads that are to be picked have a window. */
export function notToPickProblem(locale: Locale): HttpProblem {
  return new HttpProblem({ status: 409, type: "not-to-pick", ...texts[locale].notToPick });
}

/** E2: of leads opened at once by one agent, one stays open. */
export function openedAnotherProblem(locale: Locale): HttpProblem {
  return new HttpProblem({ status: 409, type: "opened-another", ...texts[locale].openedAnother });
}

/** E4: who picks leads does not decline those that are assigned. */
export function notDeclinableProblem(locale: Locale): HttpProblem {
  return new HttpProblem({ status: 409, type: "not-declinable", ...texts[locale].notDeclinable });
}

/** E3: who picked a lead tries to reach the person before closing it. */
export function contactFirstProblem(locale: Locale): HttpProblem {
  return new HttpProblem({ status: 409, type: "contact-first", ...texts[locale].contactFirst });
}
