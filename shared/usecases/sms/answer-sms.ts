import { type ReplyAnswer, replyText } from "../../domain/notices/reply-texts.ts";
import { readSmsReply, type SmsReply } from "../../domain/notices/sms-reply.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { InboundSms } from "../../schemas/sms.ts";
import { replyCodeOf } from "../lead-link.ts";
import { actDirectly } from "../lifecycle/actions/act-directly.ts";
import { declineLead } from "../lifecycle/actions/decline-lead.ts";
import type { Committed } from "../lifecycle/commit-decided.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";

/**
 * An agent's text message: accepts or declines the offer it means, and is answered when there is something to say. The
 * sender's number stands for the agent (or the agents who share a phone); messages from numbers nobody has are dropped. An accepted lead answers through
 * the stream, with the contact data.
 */
export async function answerSms(ports: Ports, sms: InboundSms): Promise<void> {
  const config = await ports.config.current();
  const agents = [...config.agents.values()].filter(
    (each) => each.phone === sms.originationNumber && each.status !== "inactive",
  );
  const [agent] = agents;
  if (!agent) {
    return;
  }
  const answer = await act(ports, config, agents, readSmsReply(sms.messageBody));
  if (answer !== undefined && (await mayReply(ports, agent))) {
    await ports.notifier.send({
      channel: "sms",
      to: sms.originationNumber,
      kind: "reply",
      agentId: agent.agentId,
      text: replyText(answer.answer, agent.locale, answer.codes),
    });
  }
}

const hour = 3_600_000;
/** A phone that answers by itself would otherwise keep two machines writing to each other, at the price of an SMS each. */
const repliesAnHour = 6;

function mayReply(ports: Ports, { agentId }: Agent): Promise<boolean> {
  const now = ports.clock.now();
  const counter = `sms-replies#${agentId}#${Math.floor(now / hour)}`;
  return ports.intake.countUpTo(counter, repliesAnHour, now + 2 * hour);
}

interface Answer {
  readonly answer: ReplyAnswer;
  readonly codes?: readonly string[];
}

async function act(
  ports: Ports,
  config: Configuration,
  agents: readonly Agent[],
  reply: SmsReply,
): Promise<Answer | undefined> {
  const routing = withPlan(config);
  if (reply.intent === "unclear" || routing === undefined) {
    return { answer: "unclear" };
  }
  const open = (await Promise.all(agents.map((agent) => openOffers(ports, agent)))).flat();
  const meant = reply.code === undefined ? open : open.filter(({ code }) => code === reply.code);
  const [offer, second] = meant;
  const codes = open.map(({ code }) => code);
  if (offer === undefined) {
    if (codes.length > 0) return { answer: "otherOffers", codes };
    return { answer: reply.code === undefined ? "noOffer" : "tooLate" };
  }
  if (second !== undefined) return { answer: "whichOffer", codes };
  const context = {
    ports,
    config,
    routing,
    leadId: offer.state.leadId,
    caller: { agentId: offer.agent.agentId, groups: [offer.agent.role] },
  };
  const { committed } =
    reply.intent === "accept"
      ? await actDirectly(context, { type: "accept", input: {} }, { via: "sms" })
      : await declineLead(context, { reason: "declined" });
  return answerTo(committed, reply.intent);
}

function answerTo(committed: Committed, intent: "accept" | "decline"): Answer | undefined {
  switch (committed.outcome) {
    case "done":
      return intent === "decline" ? { answer: "declined" } : undefined;
    case "busy":
      return { answer: "failed" };
    case "refused":
      return { answer: committed.refusal.kind === "notDeclinable" ? "notDeclinable" : "tooLate" };
    default:
      return { answer: "tooLate" };
  }
}

interface OpenOffer {
  readonly agent: Agent;
  readonly state: LeadState;
  readonly code: string;
}

/** The agent's offers that are still to be answered, from the held set. */
async function openOffers(ports: Ports, agent: Agent): Promise<readonly OpenOffer[]> {
  const { agentId } = agent;
  const held = (await ports.loads.held([agentId])).get(agentId) ?? [];
  const states = await ports.leads.states(held);
  const offered = states.filter((state) => state.status === "offered" && state.offer?.agentId === agentId);
  return Promise.all(
    offered.map(async (state) => ({ agent, state, code: await replyCodeOf(ports.secrets, state.leadId, agentId) })),
  );
}
