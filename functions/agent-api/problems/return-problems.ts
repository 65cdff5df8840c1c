import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { Reader } from "../../../shared/usecases/picking/told-obstacle.ts";

/** For an agent, who can close the lead otherwise, and for a buyer, who cannot. */
const tooLate = {
  lead: {
    de: {
      title: "Die Frist für Rückgaben ist vorbei",
      detail: (until: string) =>
        `Die Quelle nahm diesen Lead bis ${until} zurück. Schließen Sie ihn mit „Kein echter Lead“ ab.`,
    },
    en: {
      title: "The time for returns is over",
      detail: (until: string) => `The source took this lead back until ${until}. Mark it as unqualified instead.`,
    },
  },
  share: {
    de: {
      title: "Die Frist für Rückgaben ist vorbei",
      detail: (until: string) =>
        `Zurückgeben konnten Sie diesen Lead bis ${until}. Was mit ihm nicht stimmt, sagt uns Ihre Bewertung.`,
    },
    en: {
      title: "The time for returns is over",
      detail: (until: string) => `You could return this lead until ${until}. Rate it to tell us what is wrong with it.`,
    },
  },
} as const;

/** `until`: epoch ms; in the text by the clock of the tenant's zone. */
export function returnTooLateProblem(
  what: keyof typeof tooLate,
  until: number,
  { locale, zone: timeZone }: Reader,
): HttpProblem {
  const { title, detail } = tooLate[what][locale];
  const format = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  const told = { title, detail: detail(new Intl.DateTimeFormat(locale, format).format(until)) };
  const extra = { until: new Date(until).toISOString() };
  return new HttpProblem({ status: 409, type: "return-too-late", ...told, extra });
}
