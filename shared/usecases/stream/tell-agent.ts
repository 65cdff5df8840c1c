import type { NoticeRequest } from "../../domain/effects/notice-request.ts";
import { noticeFacts } from "../../domain/notices/notice-facts-of.ts";
import { fullText, smsText } from "../../domain/notices/notice-text.ts";
import type { Agent, NoticeChannel } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { linkAddress, linkTokenOf, replyCodeOf } from "../lead-link.ts";
import type { Notice } from "../ports/notifier-port.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

/** Push first: an SMS costs 50–1,000 times as much as everything else about a lead. */
const channelOrder: readonly NoticeChannel[] = ["push", "sms", "email"];

/** A notice, and what it is about. */
export interface Subject {
  readonly ports: Ports;
  readonly config: Configuration;
  readonly request: NoticeRequest;
  readonly state: LeadState;
  readonly facts: Pick<Parameters<typeof noticeFacts>[0], "body" | "plan">;
}

/** The reader cannot open the lead, or it is not about one. */
const withoutLink: ReadonlySet<NoticeRequest["kind"]> = new Set([
  "takenBack",
  "handedOver",
  "pickMissed",
  "suspended",
  "complained",
]);

/** By the first channel that takes it, in the agent's own language. */
export async function tellAgent(subject: Subject, agent: Agent): Promise<void> {
  const { ports, request, state } = subject;
  const token = await linkTokenOf(ports.secrets, state.leadId, agent.agentId);
  const link = withoutLink.has(request.kind) ? undefined : linkAddress(ports.publicUrl, token);
  const code = request.kind === "offer" ? await replyCodeOf(ports.secrets, state.leadId, agent.agentId) : undefined;
  const facts = noticeFacts({
    ...subject.facts,
    request,
    state,
    reader: agent,
    agents: subject.config.agents,
    link,
    code,
  });
  const { subject: title, text } = fullText(request.kind, agent.locale, facts);
  const base = {
    kind: request.kind,
    agentId: agent.agentId,
    leadId: state.leadId,
    ...(link === undefined ? {} : { link }),
  };
  for (const channel of agent.channels ?? channelOrder) {
    const notice = addressed(channel, agent, {
      ...base,
      subject: title,
      text: channel === "sms" ? smsText(request.kind, agent.locale, facts) : text,
    });
    if (notice && (await ports.notifier.send(notice))) {
      return;
    }
  }
}

function addressed(channel: NoticeChannel, agent: Agent, notice: Omit<Notice, "channel" | "to">): Notice | undefined {
  const to = { push: agent.pushEndpoint, sms: agent.phone, email: agent.email }[channel];
  return to === undefined ? undefined : { ...notice, channel, to };
}
