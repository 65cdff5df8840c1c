import { whyTextsDe } from "../../domain/routing/words/why-texts-de.ts";
import { whyTextsEn } from "../../domain/routing/words/why-texts-en.ts";
import type { SkipReason } from "../../schemas/lead/decision.ts";
import type { Locale } from "../../schemas/primitives.ts";

export interface Unavailable {
  readonly agentId: string;
  readonly reason: SkipReason;
}

/** Why this agent cannot be given the lead, for whoever wanted it so. */
export function unavailableText(
  { agentId, reason }: Unavailable,
  locale: Locale,
): { readonly title: string; readonly detail: string } {
  if (locale === "de") {
    return {
      title: "Diese Person kann den Lead nicht übernehmen",
      detail: `${agentId} kann den Lead gerade nicht übernehmen (${whyTextsDe.reasons[reason] ?? reason}).`,
    };
  }
  return {
    title: "This person cannot take the lead",
    detail: `${agentId} cannot take the lead now (${whyTextsEn.reasons[reason] ?? reason}).`,
  };
}
