import { mayDecline } from "../domain/guard-rails/assigned-decline.ts";
import { obstacleToPick } from "../domain/guard-rails/obstacle-to-pick.ts";
import { stageOf } from "../domain/handover/stage.ts";
import { standingOf } from "../domain/lifecycle/access.ts";
import { needsContactFirst } from "../domain/lifecycle/commands/close-commands.ts";
import { holdNow } from "../domain/lifecycle/commands/hold-commands.ts";
import { holderOf } from "../domain/lifecycle/holder.ts";
import { isFinal } from "../domain/lifecycle/phase.ts";
import { localTime } from "../domain/time/local-time.ts";
import type { Agent } from "../schemas/agent.ts";
import type { LeadBody, LeadState } from "../schemas/lead/lead.ts";
import { type CriterionView, type HandoverView, handoverView } from "./handover-view.ts";
import { loadLead } from "./lifecycle/load-lead.ts";
import { isToPick, lookAt } from "./picking/pick-look.ts";
import { readerIn, type ToldObstacle, toldObstacle } from "./picking/told-obstacle.ts";
import type { Configuration, Ports } from "./ports/ports.ts";
import { withRecipients } from "./shares/views/with-recipients.ts";

interface Opened {
  readonly agent: Agent;
  /** The agent's time zone. */
  readonly zone: string;
  readonly state: LeadState;
  readonly body: LeadBody;
  /** What the agent is to do next, and until when in local time: answer, or make first contact. */
  readonly due?: { readonly at: string; readonly secondsLeft: number };
  /** Of an offer: whether the agent may decline it (E4). */
  readonly declinable?: boolean;
  /** Of a lead that is to be picked: what keeps the agent from it now (section E). */
  readonly obstacle?: ToldObstacle;
  /** It was picked and has to be tried before it can be closed (E3). */
  readonly contactFirst?: boolean;
  /** For an ISA with a lead to qualify: how far it is from being handed over (C6). */
  readonly handover?: HandoverView;
  /** For whoever works on it in the field: what the ISA found out. */
  readonly found?: readonly CriterionView[];
}

/** What a link opens now. Opening changes nothing. */
export type OpenedLink =
  /** The agent's offer, still to be answered. */
  | ({ readonly kind: "offer" } & Opened)
  /** The time to answer is over, whether its timer has fired or not. */
  | ({ readonly kind: "expired" } & Opened)
  /** The agent's lead to work on. */
  | ({ readonly kind: "work" } & Opened)
  /** It lies in the pool for the agent to claim (C9), or the agent has its details open. */
  | ({ readonly kind: "pool" } & Opened)
  /** Somebody else has its details open; it may be back in the pool soon. */
  | ({ readonly kind: "looked" } & Opened)
  /** The agent could have claimed it; somebody else has it, or is being asked. */
  | ({ readonly kind: "missed" } & Opened)
  /** It was the agent's and is closed. */
  | ({ readonly kind: "closed" } & Opened)
  | ({ readonly kind: "declined" } & Opened)
  /** The agent qualified it, and it is in the field now (C6). */
  | ({ readonly kind: "handedOver" } & Opened)
  /** Somebody else's by now. */
  | ({ readonly kind: "taken" } & Opened)
  /** No such link, or its agent is no longer active. */
  | { readonly kind: "unknown" };

/** By the secret in the path. It works until the ownership ends or the agent is deactivated. */
export async function openLink(ports: Ports, config: Configuration, token: string): Promise<OpenedLink> {
  const link = await ports.leads.link(ports.secrets.digest(token));
  const agent = link && config.agents.get(link.agentId);
  const lead = agent && agent.status !== "inactive" ? await loadLead(ports, link.leadId) : undefined;
  if (agent === undefined || lead === undefined) {
    return { kind: "unknown" };
  }
  const now = ports.clock.now();
  const zone = agent.timezone ?? config.plan?.timezone ?? "UTC";
  const kind = kindFor(agent, lead.state, config, now);
  const { plan } = config;
  const checklist = kind === "work" && plan !== undefined ? handoverView(lead.body, plan, agent.locale) : undefined;
  return {
    kind,
    agent,
    zone,
    state: lead.state,
    body: await withRecipients(ports, lead.state, lead.body),
    ...dueOf(lead.state, agent, zone, now),
    ...(kind === "pool" && (await obstacleTo(ports, config, agent, lead.state))),
    ...(kind === "offer" && plan !== undefined && { declinable: mayDecline(plan, agent) }),
    ...(kind === "work" && { contactFirst: needsContactFirst(lead.state, agent.agentId, plan ?? {}) }),
    ...(checklist && (agent.role === "isa" ? { handover: checklist } : { found: foundIn(checklist) })),
  };
}

/** Without the ratios: these depend on what else is there when the agent takes it. */
async function obstacleTo(
  ports: Ports,
  config: Configuration,
  { agentId, locale }: Agent,
  state: LeadState,
): Promise<Pick<Opened, "obstacle">> {
  if (config.plan === undefined || !isToPick(state)) return {};
  const now = ports.clock.now();
  const obstacle = obstacleToPick(lookAt(config.plan, await ports.picks.picksOf(agentId), now), state, []);
  return obstacle === undefined ? {} : { obstacle: toldObstacle(obstacle, readerIn(config, locale, now)) };
}

function foundIn({ criteria }: HandoverView): readonly CriterionView[] {
  return criteria.filter(({ found }) => found !== undefined);
}

function dueOf(state: LeadState, agent: Agent, zone: string, now: number): Pick<Opened, "due"> {
  const { claim, contact } = state.deadlines;
  const instant = state.status === "offered" ? state.offer?.expiresAt : (claim ?? contact);
  if (instant === undefined) {
    return {};
  }
  const secondsLeft = Math.max(1, Math.ceil((instant - now) / 1000));
  return { due: { at: localTime(instant, now, zone, agent.locale), secondsLeft } };
}

function kindFor(
  { agentId, role }: Agent,
  state: LeadState,
  config: Configuration,
  now: number,
): Exclude<OpenedLink["kind"], "unknown"> {
  if (holderOf(state) === agentId) {
    return state.status !== "offered" ? "work" : now < (state.offer?.expiresAt ?? 0) ? "offer" : "expired";
  }
  if (isFinal(state.status) && state.ownerId === agentId) {
    return "closed";
  }
  if (state.isaId === agentId && stageOf(state) === "handover") return "handedOver";
  const declined = state.events.some((event) => event.type === "lead.declined" && event.agentId === agentId);
  const expired = state.events.some((event) => event.type === "lead.offerExpired" && event.agentId === agentId);
  if (declined || expired) return declined ? "declined" : "expired";
  const standing = standingOf({ agentId, groups: [role === "isa" ? "isa" : "agent"] }, state, config);
  if (standing === "claimant" || standing === "picker") {
    return standing === "claimant" && holdNow(state, now) !== undefined ? "looked" : "pool";
  }
  const wasInPool = state.posted !== undefined || state.claimedAt !== undefined;
  return wasInPool && state.tried?.includes(agentId) !== true ? "missed" : "taken";
}
