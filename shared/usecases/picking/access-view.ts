import { type AccessResult, type AccessTier, accessOf } from "../../domain/guard-rails/access-tier.ts";
import { accessText, type NextAccess, nextAccess } from "../../domain/guard-rails/access-words.ts";
import { accessTierOf, type Look } from "../../domain/guard-rails/obstacle-to-pick.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { Locale } from "../../schemas/primitives.ts";

/** An agent's access to leads that are picked, as the agent sees it (E5). */
export interface AccessView extends Omit<AccessResult, "tier"> {
  /** Of this week, until Monday. */
  readonly tier: AccessTier;
  /** By the results as they are today. */
  readonly nextWeek: AccessTier;
  readonly next?: NextAccess;
  readonly text: string;
}

/** Undefined where the plan has no access tiers. */
export function accessView(
  { picks, rails, zone }: Pick<Look, "picks" | "rails" | "zone">,
  agent: Agent,
  figures: AgentFigures | undefined,
  locale: Locale,
): AccessView | undefined {
  if (rails.access === false || agent.role !== "agent") return undefined;
  const result = accessOf(agent, figures, rails.access, zone);
  const tier = accessTierOf(picks);
  const next = nextAccess(tier, result);
  const { leads, measures } = result;
  return {
    ...{ tier, nextWeek: result.tier, leads, measures },
    ...(next && { next }),
    text: accessText(tier, result, locale),
  };
}
