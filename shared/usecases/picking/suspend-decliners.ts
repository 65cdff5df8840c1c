import {
  ACCEPTANCE_WINDOW,
  type AcceptancePolicy,
  acceptanceSuspension,
  type OfferAnswer,
  offerAnswers,
} from "../../domain/guard-rails/acceptance.ts";
import { next } from "../../domain/guard-rails/changes.ts";
import { neverOwned } from "../../domain/lifecycle/phase.ts";
import { acceptanceSuspendedText, agentSuspendedText } from "../../domain/notices/picking-texts.ts";
import type { Agent } from "../../schemas/agent.ts";
import { type LeadState, leadStatus } from "../../schemas/lead/lead.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { leadsSince } from "../figures/leads-since.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { changePicks } from "./change-picks.ts";
import { lookAt } from "./pick-look.ts";
import { tellAgent } from "./tell-agent.ts";

type SuspendPorts = Pick<Ports, "clock" | "leads" | "notifier" | "picks">;
type PlannedConfig = Configuration & { readonly plan: Plan };

/** Histories read at once. */
const atOnce = 25;

/**
 * Whoever accepted too few of the leads offered in the last seven days cannot pick for a while (E4). Read are the leads
 * that came to their status in this time, whenever they arrived: every answer to an offer changes the status. Undefined,
 * and nobody suspended, when it takes longer than `until` (epoch ms).
 */
export async function suspendDecliners(
  ports: SuspendPorts,
  config: PlannedConfig,
  policy: AcceptancePolicy,
  until: number,
): Promise<number | undefined> {
  const answers = await answersSince(ports, ports.clock.now() - ACCEPTANCE_WINDOW, until);
  if (answers === undefined) return undefined;
  let suspended = 0;
  for (const [agentId, own] of Map.groupBy(answers, (answer) => answer.agentId)) {
    const agent = config.agents.get(agentId);
    if (agent?.role !== "agent" || agent.status === "inactive") continue;
    if (await suspend(ports, config, policy, agent, own)) suspended += 1;
  }
  return suspended;
}

async function answersSince(ports: SuspendPorts, since: number, until: number) {
  const answers: OfferAnswer[] = [];
  for (const status of leadStatus.options.filter((each) => !neverOwned.has(each))) {
    for await (const states of leadsSince(ports, status, since)) {
      for (let i = 0; i < states.length; i += atOnce) {
        if (ports.clock.now() >= until) return undefined;
        const found = await Promise.all(states.slice(i, i + atOnce).map((state) => answersOf(ports, state)));
        answers.push(...found.flat());
      }
    }
  }
  return answers;
}

async function answersOf({ leads }: SuspendPorts, state: LeadState): Promise<readonly OfferAnswer[]> {
  return offerAnswers(await eventsOf(leads, state));
}

async function suspend(
  ports: SuspendPorts,
  { plan, agents, teams }: PlannedConfig,
  policy: AcceptancePolicy,
  agent: Agent,
  own: readonly OfferAnswer[],
): Promise<boolean> {
  const now = ports.clock.now();
  const suspensionOf = (picks: Picks) => acceptanceSuspension(own, picks, policy, now);
  const standing = await ports.picks.picksOf(agent.agentId);
  const found = suspensionOf(standing);
  if (found === undefined) return false;
  const about = { ...found, minimum: policy.minimum, zone: plan.timezone };
  // Told before it counts: whoever dies in between tells it twice rather than never.
  await tellAgent(ports, agent, { kind: "suspended", ...acceptanceSuspendedText(about, agent.locale) });
  const leader = agents.get(teams.get(agent.team)?.leaderId ?? "");
  await ports.notifier.send({
    ...{ channel: "leader", to: agent.team, teamId: agent.team, kind: "agentSuspended" },
    ...(leader && { agentId: leader.agentId }),
    ...agentSuspendedText(agent.name, about, leader?.locale ?? "en"),
  });
  const change = (picks: Picks) => {
    const again = suspensionOf(picks);
    return again && next(lookAt(plan, picks, now), { ...picks, suspension: again.suspension });
  };
  return (await changePicks(ports, agent.agentId, change, standing)).changed;
}
