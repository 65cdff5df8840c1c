import { HttpProblem } from "../../shared/runtime/problem.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import type { Committed } from "../../shared/usecases/lifecycle/commit-decided.ts";

type Refusal = Extract<Committed, { readonly outcome: "refused" }>["refusal"];
type Obstacle = Extract<Refusal, { readonly kind: "guardRail" }>["obstacle"];

const texts = {
  de: {
    title: "Gerade bei jemand anderem geöffnet",
    detail: (minutes: number) =>
      `Jemand sieht sich diesen Lead gerade an. Spätestens in ${minutes === 1 ? "einer Minute" : `${minutes} Minuten`} ist er wieder frei, wenn er nicht genommen wird.`,
    notNow: "Diesen Lead können Sie jetzt nicht nehmen",
    notToPick: "Dieser Lead wird nicht zur Auswahl geöffnet. Nehmen Sie ihn direkt (claim).",
  },
  en: {
    title: "Somebody else has it open",
    detail: (minutes: number) =>
      `Somebody is looking at this lead. Unless they take it, it is free again in ${minutes === 1 ? "a minute" : `${minutes} minutes`} at most.`,
    notNow: "You cannot take this lead now",
    notToPick: "This lead is not opened to be picked. Claim it right away.",
  },
} as const;

/** E2: while somebody has the details of a lead open, nobody else can open or claim it. `until`: epoch ms; `left`: ms. */
export function heldProblem(until: number, left: number, locale: Locale): HttpProblem {
  const minutes = Math.max(1, Math.ceil(left / 60_000));
  return new HttpProblem({
    status: 409,
    type: "guard-rail",
    title: texts[locale].title,
    detail: texts[locale].detail(minutes),
    extra: { reason: "held", until: new Date(until).toISOString() },
    headers: { "retry-after": String(Math.max(1, Math.ceil(left / 1000))) },
  });
}

/** Section E: the guard rails are in the way of picking the lead. */
export function guardRailProblem(obstacle: Obstacle, locale: Locale): HttpProblem {
  const { reason, ...about } = obstacle;
  const until = "until" in obstacle && obstacle.until !== undefined && new Date(obstacle.until).toISOString();
  return new HttpProblem({
    status: 409,
    type: "guard-rail",
    title: texts[locale].notNow,
    extra: { reason, ...about, ...(until && { until }) },
  });
}

/** E2: only leads that are to be picked have a window. */
export function notToPickProblem(locale: Locale): HttpProblem {
  const { notToPick } = texts[locale];
  return new HttpProblem({ status: 409, type: "not-to-pick", title: "Conflict", detail: notToPick });
}
