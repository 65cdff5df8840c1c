import { complaintReaders } from "../../domain/complaints/complaint-readers.ts";
import type { NoticeRequest } from "../../domain/effects/notice-request.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { noticeFacts } from "../../domain/notices/notice-facts-of.ts";
import { fullText } from "../../domain/notices/notice-text.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { putLinkOf } from "../lead-link.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { sharesOf } from "../shares/views/shares-of.ts";
import { withRecipients } from "../shares/views/with-recipients.ts";
import { claimersToTell } from "./claimers-to-tell.ts";
import { type Subject, tellAgent } from "./tell-agent.ts";

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
  if ("complaint" in request.to) return tellReaders(subject, request.to.complaint);
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

/** F4: whoever leads the team of the agent who complains, or the managers. */
async function tellReaders(subject: Subject, complaint: Parameters<typeof complaintReaders>[0]): Promise<void> {
  const { config } = subject;
  const readers = complaintReaders(complaint, config);
  if (readers.by === "team") return tellLeaders(subject, complaint.actor.slice("agent:".length));
  for (const agentId of readers.agentIds) {
    const manager = config.agents.get(agentId);
    if (manager !== undefined) await tellAgent(subject, manager);
  }
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
