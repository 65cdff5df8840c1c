import type { Coaching } from "../../domain/tiers/coaching.ts";
import { coachingText } from "../../domain/tiers/coaching-text.ts";
import { pathText } from "../../domain/tiers/path-text.ts";
import { type TierPath, tierPathOf } from "../../domain/tiers/tier-path.ts";
import { policyOf } from "../../domain/tiers/tier-place.ts";
import { tieredAgents } from "../../domain/tiers/tiered-agents.ts";
import { type HonoursList, topPerformers } from "../../domain/tiers/top-performers.ts";
import { usesTiers } from "../../domain/tiers/uses-tiers.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { coachingFor } from "./coach.ts";

type TierHonours = HonoursList["tiers"][number];

export interface TiersView {
  /** ISO-8601; the time that the figures are of. Left out before there are any. */
  readonly from?: string;
  readonly to?: string;
  /** Empty where the plan has no tiers. */
  readonly tiers: readonly (TierHonours & { readonly share?: number; readonly bar?: number })[];
  readonly teams: readonly (HonoursList["teams"][number] & { readonly name: string })[];
  /** The caller's own way through the tiers; left out for who is not in them. */
  readonly own?: Omit<TierPath, "newcomer"> & {
    readonly newcomer?: { readonly assigned: number; readonly needed: number; readonly until?: string };
    /** In words. */
    readonly text: string;
    readonly coaching?: Coaching & { readonly text: string };
  };
}

/**
 * The tiers as everybody sees them (C4): shares and bars, the top performers of each tier and team by name, and the own way
 * with what helps. Nobody sees somebody else's way.
 */
export async function tiersView(
  ports: Pick<Ports, "clock" | "figures">,
  config: Configuration,
  { agentId, locale }: { readonly agentId: string; readonly locale: Locale },
): Promise<TiersView> {
  const { plan } = config;
  if (plan === undefined) return { tiers: [], teams: [] };
  const now = ports.clock.now();
  const { tiers, teams } = topPerformers(config.agents.values(), config.figures, plan, now);
  const [latest] = config.figures.values();
  const own = await ownWay(ports, { ...config, plan }, agentId, locale);
  return {
    ...(latest && { from: new Date(latest.from).toISOString(), to: new Date(latest.to).toISOString() }),
    tiers: usesTiers(plan) ? tiers.map((each) => withPolicy(each, plan)) : [],
    teams: teams.map((each) => ({ ...each, name: config.teams.get(each.team)?.name ?? each.team })),
    ...(own && { own }),
  };
}

function withPolicy(each: TierHonours, plan: Plan): TiersView["tiers"][number] {
  const { shares, bars } = policyOf(plan);
  const { tier } = each;
  if (tier === "newcomer") return each;
  return { ...each, share: shares[tier], ...(tier !== "C" && { bar: bars[tier] }) };
}

/** An agent's way through the tiers, with the coaching note; undefined for everybody who has no place in them. */
export async function ownWay(
  ports: Pick<Ports, "clock" | "figures">,
  config: Configuration & { readonly plan: Plan },
  agentId: string,
  locale: Locale,
): Promise<TiersView["own"]> {
  const agent = config.agents.get(agentId);
  // Whom no tiers reach is never reviewed, and only agents are.
  if (agent?.role !== "agent" || !tieredAgents(config).has(agentId)) return undefined;
  const now = ports.clock.now();
  const review = await ports.figures.review(agentId);
  const { newcomer, ...path } = tierPathOf(agent, config.figures.get(agentId), review, config.plan, now);
  const coaching = coachingFor(agentId, path, config, now);
  return {
    ...path,
    ...(newcomer && { newcomer: newcomerView(newcomer) }),
    text: pathText({ ...path, ...(newcomer && { newcomer }) }, locale, dayOf(newcomer?.until, config.plan, locale)),
    ...(coaching && { coaching: { ...coaching, text: coachingText(coaching, locale) } }),
  };
}

/** Instants as ISO-8601. */
function newcomerView({ until, ...newcomer }: NonNullable<TierPath["newcomer"]>) {
  return { ...newcomer, ...(until !== undefined && { until: new Date(until).toISOString() }) };
}

function dayOf(until: number | undefined, { timezone: timeZone }: Plan, locale: Locale): string | undefined {
  return until === undefined ? undefined : new Date(until).toLocaleDateString(locale, { dateStyle: "long", timeZone });
}
