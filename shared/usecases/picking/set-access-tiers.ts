import { type AccessPolicy, accessOf, standardAccessTier } from "../../domain/guard-rails/access-tier.ts";
import { accessText } from "../../domain/guard-rails/access-words.ts";
import { next } from "../../domain/guard-rails/changes.ts";
import { accessChangedText } from "../../domain/notices/picking-texts.ts";
import { weekAround } from "../../domain/time/local-periods.ts";
import type { Agent } from "../../schemas/agent.ts";
import { noPicks, type Picks } from "../../schemas/picks.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { changePicks } from "./change-picks.ts";
import { lookAt } from "./pick-look.ts";
import { tellAgent } from "./tell-agent.ts";

type Team = Pick<Configuration, "agents" | "figures"> & { readonly plan: Plan };

/**
 * Who may pick first this week (E5), from the figures of the last 90 days: once a week for each agent, so that a repeat
 * changes nothing, and a run that was missed is made up for by the next. Answers how many moved.
 */
export async function setAccessTiers(
  ports: Pick<Ports, "clock" | "notifier" | "picks">,
  config: Team,
  policy: AccessPolicy,
): Promise<number> {
  const now = ports.clock.now();
  const { from: monday } = weekAround(now, config.plan.timezone);
  const agents = [...config.agents.values()].filter(({ role, status }) => role === "agent" && status !== "inactive");
  const known = await ports.picks.picksOfAll(agents.map(({ agentId }) => agentId));
  let moved = 0;
  for (const agent of agents) {
    const standing = known.get(agent.agentId) ?? noPicks(agent.agentId);
    if (isOf(standing, monday)) continue;
    if (await setAccess(ports, config, policy, { agent, standing, monday })) moved += 1;
  }
  return moved;
}

async function setAccess(
  ports: Pick<Ports, "clock" | "notifier" | "picks">,
  { plan, figures }: Team,
  policy: AccessPolicy,
  { agent, standing, monday }: { readonly agent: Agent; readonly standing: Picks; readonly monday: number },
): Promise<boolean> {
  const now = ports.clock.now();
  const { agentId, locale } = agent;
  const result = accessOf(agent, figures.get(agentId), policy, plan.timezone);
  const { tier: before = standardAccessTier } = standing.access ?? {};
  // Told before it counts: whoever dies in between tells it twice rather than never.
  if (before !== result.tier) {
    const why = accessText(result.tier, result, locale);
    await tellAgent(ports, agent, { kind: "accessChanged", ...accessChangedText(before, result.tier, why, locale) });
  }
  const change = (picks: Picks) =>
    isOf(picks, monday)
      ? undefined
      : next(lookAt(plan, picks, now), { ...picks, access: { tier: result.tier, at: now } });
  const { changed } = await changePicks(ports, agentId, change, standing);
  return changed && before !== result.tier;
}

/** Whether the tier was worked out in the week that began then. */
function isOf({ access }: Picks, monday: number): boolean {
  return (access?.at ?? 0) >= monday;
}
