import type { Agent } from "../../schemas/agent.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { NoticeRequest } from "../effects/notice-request.ts";
import { mayDecline } from "../guard-rails/assigned-decline.ts";
import { guardRailsOf } from "../guard-rails/guard-rails-of.ts";
import { holderOf } from "../lifecycle/holder.ts";
import { factsWithoutContact } from "../privacy/facts-without-contact.ts";
import { withoutAddresses } from "../privacy/without-contact-data.ts";
import { progressiveRuleName } from "../progressive/progressive-rules.ts";
import { sharingText } from "../shares/sharing-text.ts";
import { localTime } from "../time/local-time.ts";
import { aboutLead, fullName, maskedName } from "./about-lead.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import { reasonText } from "./reason-text.ts";

interface Told {
  readonly request: NoticeRequest;
  readonly state: LeadState;
  readonly body: LeadBody;
  readonly plan: Plan;
  readonly agents: ReadonlyMap<string, Agent>;
  /** Undefined: nobody in particular (a team without a leader). */
  readonly reader?: Agent | undefined;
  readonly link?: string | undefined;
  readonly code?: string | undefined;
}

/** What this reader may be told of the lead: contact data and the full name only for who has accepted it. */
export function noticeFacts(told: Told): NoticeFacts {
  const { request, state, body, plan, agents, reader, link, code } = told;
  const locale = reader?.locale ?? "en";
  const owns = reader !== undefined && state.ownerId === reader.agentId;
  // No mark: it would make an SMS longer.
  const shown = owns ? body.facts : factsWithoutContact(body.facts, "");
  const due = deadlineFor(request, state);
  const at = (instant: number) =>
    localTime(instant, state.events[0]?.at ?? body.receivedAt, reader?.timezone ?? plan.timezone, locale);
  const contact = [body.facts.phone, body.facts.phone ? undefined : body.facts.email].find(
    (each) => each !== undefined,
  );
  const holder = agents.get(request.about ?? holderOf(state) ?? "");
  return {
    temperature: state.temperature,
    reference: referenceOf(body, owns),
    name: `${owns ? fullName(body.facts, locale) : maskedName(shown, locale)}${sharingText(body, locale)}`,
    about: aboutLead(shown, locale),
    ...(due === undefined ? {} : { until: at(due) }),
    ...(request.from === undefined ? {} : { from: at(request.from) }),
    ...(link === undefined ? {} : { link }),
    ...(code === undefined ? {} : { code }),
    ...(owns && contact !== undefined ? { contact } : {}),
    ...(holder === undefined ? {} : { agentName: holder.name, offered: state.status === "offered" }),
    ...(request.kind === "offer" ? { declinable: mayDecline(plan, reader) } : {}),
    ...(request.kind === "pickMissed" ? { claimsLess: claimsLess(plan) } : {}),
    ...(request.reason === undefined
      ? {}
      : { reason: progressiveRuleName(request.reason, plan.progressive) ?? reasonText(request.reason, locale) }),
  };
}

/** Some senders know their leads by the e-mail address. */
function referenceOf({ externalId, leadId }: LeadBody, owns: boolean): string {
  if (externalId === undefined) return leadId;
  return owns || withoutAddresses(externalId) === externalId ? externalId : leadId;
}

/** How many leads the agent may pick less that day, for one that was not contacted in time (E3). */
function claimsLess(plan: Plan): number {
  const { misses } = guardRailsOf(plan);
  return misses === false ? 0 : misses.claimsLess;
}

function deadlineFor(request: NoticeRequest, state: LeadState): number | undefined {
  if (request.until !== undefined) return request.until;
  switch (request.kind) {
    case "offer":
      return state.offer?.expiresAt;
    case "assigned":
    case "accepted":
      return state.deadlines.contact;
    case "posted":
      return state.deadlines.claim;
    case "waiting":
      return state.deadlines.backup;
    default:
      return undefined;
  }
}
