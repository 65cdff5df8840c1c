import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import type { Criterion } from "../../../shared/schemas/plan/checklists.ts";
import type { Locale } from "../../../shared/schemas/primitives.ts";

const texts = {
  de: {
    title: "Für die Übergabe fehlt noch etwas",
    missing: (labels: string) => `Noch offen: ${labels}.`,
    reason: "Mit einer Begründung (reason) können Sie trotzdem übergeben.",
    each: (label: string) => `noch offen: ${label}`,
  },
  en: {
    title: "Not ready to be handed over",
    missing: (labels: string) => `Still missing: ${labels}.`,
    reason: "With a reason you may hand it over all the same.",
    each: (label: string) => `still missing: ${label}`,
  },
} as const;

/** C6: the lead cannot be handed over yet; names what is missing in the caller's language. */
export function incompleteProblem(missing: readonly Criterion[], locale: Locale, mayOverride: boolean): HttpProblem {
  const { title, ...text } = texts[locale];
  const named = missing.map(({ id, label }) => ({ id, label: typeof label === "string" ? label : label[locale] }));
  const labels = named.map(({ label }) => label).join(", ");
  return new HttpProblem({
    status: 409,
    type: "handover-incomplete",
    title,
    detail: mayOverride ? `${text.missing(labels)} ${text.reason}` : text.missing(labels),
    errors: named.map(({ id, label }) => ({ pointer: `/checklist/${id}`, detail: text.each(label) })),
    extra: { missing: named },
  });
}
