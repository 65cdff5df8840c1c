import type { NoticeRequest } from "../../domain/effects/notice-request.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { noticeFacts } from "../../domain/notices/notice-facts-of.ts";
import { fullText, smsText } from "../../domain/notices/notice-text.ts";
import type { Agent, NoticeChannel } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { linkAddress, linkTokenOf, putLinkOf, replyCodeOf } from "../lead-link.ts";
import type { Notice } from "../ports/notifier-port.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { sharesOf } from "../shares/views/shares-of.ts";
import { withRecipients } from "../shares/views/with-recipients.ts";
import { claimersToTell } from "./claimers-to-tell.ts";

/** Push first: an SMS costs 50–1,000 times as much as everything else about a lead. */
const channelOrder: readonly NoticeChannel[] = ["push", "sms", "email"];

/** Writes and sends one notice to whom it concerns, by the first channel that takes it. */
export async function sendNotice(
  ports: Ports,
  config: Configuration,
  state: LeadState,
  request: NoticeRequest,
): Promise<void> {
  const about = request.ownerOf === undefined ? state : await ports.leads.state(request.ownerOf);
  const stored = about && (await ports.leads.body(about.leadId));
  if (!about || !stored || !config.plan) {
    return;
  }
  const body = await withRecipients(ports, about, stored);
  if ("sourceId" in request.to) {
    return tellSource(
      { ports, config, request, state: about, facts: { body, plan: config.plan } },
      request.to.sourceId,
    );
  }
  if ("claimGroup" in request.to) {
    const { plan } = config;
    for (const { agent, from } of await claimersToTell(ports, { ...config, plan }, about, request.to.claimGroup)) {
      // One tap from the message to the lead: every claimer has a link of their own.
      await putLinkOf(ports, about, agent.agentId);
      const told = { ...request, ...(from !== undefined && { from }) };
      await tellAgent({ ports, config, request: told, state: about, facts: { body, plan } }, agent);
    }
    return;
  }
  const subject: Subject = { ports, config, request, state: about, facts: { body, plan: config.plan } };
  if (about.shares !== undefined && (await tellRecipients(subject))) return;
  const readerId = request.ownerOf === undefined ? "agentId" in request.to && request.to.agentId : about.ownerId;
  const reader = readerId ? config.agents.get(readerId) : undefined;
  if (reader) {
    return tellAgent(subject, reader);
  }
  if ("leadersOf" in request.to) {
    return tellLeaders(subject, request.to.leadersOf);
  }
}

/** The person of a lead that was shared has enquired again: everybody who has a share is told. False: nobody has. */
async function tellRecipients(subject: Subject): Promise<boolean> {
  let told = false;
  for (const state of await sharesOf(subject.ports, subject.state)) {
    const agent = subject.config.agents.get(holderOf(state) ?? "");
    if (agent === undefined) continue;
    await tellAgent({ ...subject, state }, agent);
    told = true;
  }
  return told;
}

interface Subject {
  readonly ports: Ports;
  readonly config: Configuration;
  readonly request: NoticeRequest;
  readonly state: LeadState;
  readonly facts: Pick<Parameters<typeof noticeFacts>[0], "body" | "plan">;
}

/** By e-mail to the contact the source names, who has confirmed the address when the source was saved (A6). */
async function tellSource({ ports, config, request, state, facts: told }: Subject, sourceId: string): Promise<void> {
  const contact = config.sources.get(sourceId)?.returns?.contact;
  if (contact === undefined) {
    return;
  }
  const facts = noticeFacts({ ...told, request, state, agents: config.agents });
  const { subject, text } = fullText(request.kind, told.plan.defaultCountry === "DE" ? "de" : "en", facts);
  await ports.notifier.send({ channel: "email", to: contact, kind: request.kind, leadId: state.leadId, subject, text });
}

/** The reader cannot open the lead, or it is not about one. */
const withoutLink: ReadonlySet<NoticeRequest["kind"]> = new Set(["takenBack", "handedOver", "pickMissed", "suspended"]);

async function tellAgent(subject: Subject, agent: Agent): Promise<void> {
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

/** To the leader topic: each leader's subscription filters on the teams led; without a team every leader is told. */
async function tellLeaders(subject: Subject, agentId: string | undefined): Promise<void> {
  const { ports, config, request, state } = subject;
  const teamId = agentId === undefined ? undefined : config.agents.get(agentId)?.team;
  const teams = teamId === undefined ? [...config.teams.keys()] : [teamId];
  for (const each of teams) {
    const leader = config.agents.get(config.teams.get(each)?.leaderId ?? "");
    const locale = leader?.locale ?? "en";
    const facts = noticeFacts({ ...subject.facts, request, state, reader: leader, agents: config.agents });
    const { subject: title, text } = fullText(request.kind, locale, facts);
    await ports.notifier.send({
      channel: "leader",
      to: each,
      kind: request.kind,
      teamId: each,
      ...(leader === undefined ? {} : { agentId: leader.agentId }),
      leadId: state.leadId,
      subject: title,
      text,
    });
  }
}
