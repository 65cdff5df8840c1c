import type { AgentInput } from "../../shared/schemas/agent.ts";
import type { LeadBody, LeadState } from "../../shared/schemas/lead/lead.ts";
import { type PlanInput, planInput } from "../../shared/schemas/plan/plan.ts";
import type { PoolEpoch } from "../../shared/schemas/rotation.ts";
import { type SourceInput, sourceInput } from "../../shared/schemas/source.ts";

/** A Monday, 09:00 UTC. */
export const monday = Date.parse("2026-11-23T09:00:00Z");
export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 24 * 3600_000;

/** The same lead id for the same number, in the order of the numbers. */
export const leadId = (number: number) => `ld_01KAR4Q5ZG${String(number).padStart(16, "0")}`;

/** A hot lead, just offered. */
export function offered(number: number, more: Partial<LeadState> = {}): LeadState {
  return {
    leadId: leadId(number),
    version: 2,
    commitId: `first-commit-of-lead-${number}`,
    cycle: 1,
    wait: 1,
    status: "offered",
    temperature: "hot",
    score: 82,
    sourceId: "website-contact",
    receivedAt: monday,
    since: monday,
    planVersion: 7,
    offer: { agentId: "anna-schmidt", at: monday, expiresAt: monday + minutes(5) },
    offers: { since: monday, made: 1 },
    tried: ["anna-schmidt"],
    deadlines: { accept: monday + minutes(5) },
    events: [
      { type: "lead.received", at: monday, actor: "source:website-contact" },
      {
        type: "lead.offered",
        at: monday,
        actor: "system",
        agentId: "anna-schmidt",
        ruleId: "buyers-berlin",
        method: "roundRobin",
        poolId: "buyers-berlin",
        ticket: { epoch: 4, n: 1312 },
      },
    ],
    ...more,
  };
}

/** The same lead after Anna took it. */
export function accepted(number: number, more: Partial<LeadState> = {}): LeadState {
  const { offer: _, tried: __, ...rest } = offered(number);
  const at = monday + minutes(2);
  return {
    ...rest,
    version: 3,
    commitId: `second-commit-of-lead-${number}`,
    wait: 2,
    status: "accepted",
    since: at,
    ownerId: "anna-schmidt",
    assignedAt: at,
    deadlines: {
      contact: at + minutes(15),
      leader: at + minutes(15),
      backup: at + minutes(30),
      reclaim: at + days(3),
    },
    events: [{ type: "lead.accepted", at, actor: "agent:anna-schmidt", agentId: "anna-schmidt" }],
    ...more,
  };
}

export function body(number: number, more: Partial<LeadBody> = {}): LeadBody {
  return {
    leadId: leadId(number),
    sourceId: "website-contact",
    externalId: "form-2026-000431",
    receivedAt: monday,
    facts: {
      firstName: "Erika",
      lastName: "Mustermann",
      email: "erika.mustermann@example.com",
      phone: "+4930123456",
      interest: "buyer",
      propertyType: "apartment",
      budget: { min: 350_000, max: 480_000, currency: "EUR" },
      timeline: "3m",
      postalCode: "10243",
      country: "DE",
      city: "Berlin",
      language: "de",
      message: "Guten Tag, ich interessiere mich für die Wohnung in der Simon-Dach-Straße und bitte um einen Termin.",
    },
    areas: ["berlin-friedrichshain"],
    consent: {
      given: true,
      text: "Ich bin einverstanden, dass ich zu meiner Anfrage angerufen werde.",
      version: "2026-03",
      givenAt: "2026-11-23T08:59:41Z",
      channels: ["phone", "email"],
      ip: "203.0.113.17",
      pageUrl: "https://www.example.com/wohnungen/simon-dach-strasse",
    },
    attribution: { utm_source: "google", utm_medium: "cpc", utm_campaign: "berlin-wohnungen" },
    score: {
      total: 82,
      parts: [
        { points: 50, why: "Base" },
        { points: 20, why: "Wants to buy within three months" },
        { points: 12, why: "Budget fits the area" },
      ],
    },
    temperature: "hot",
    decision: {
      ruleId: "buyers-berlin",
      method: "roundRobin",
      poolId: "buyers-berlin",
      ticket: { epoch: 4, n: 1312 },
      chosen: ["anna-schmidt"],
      considered: [
        { agentId: "anna-schmidt", eligible: true, weight: 1, share: 0.25, received: 328 },
        { agentId: "bernd-maier", eligible: true, weight: 1, share: 0.25, received: 328 },
        { agentId: "carla-vogel", eligible: false, reason: "away" },
        { agentId: "dieter-kraus", eligible: false, reason: "capacity" },
      ],
      others: { skill: 6, territory: 9 },
      rules: [
        { ruleId: "luxury", matched: false, why: { by: [["budget.max", "gt", "1000000", "480000"]] } },
        {
          ruleId: "buyers-berlin",
          matched: true,
          why: {
            by: [
              ["interest", "eq", "buyer"],
              ["area", "eq", "berlin-friedrichshain"],
            ],
          },
        },
      ],
      outcome: "agent",
      planVersion: 7,
    },
    first: {
      commitId: `first-commit-of-lead-${number}`,
      status: "offered",
      agentId: "anna-schmidt",
      deadlines: { accept: monday + minutes(5) },
      planVersion: 7,
    },
    ...more,
  };
}

export const plan = (more: Partial<PlanInput> = {}): PlanInput =>
  planInput.parse({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [{ id: "everyone", method: { type: "roundRobin" } }],
    fallback: { type: "pool" },
    ...more,
  });

export const anna = (more: Partial<AgentInput> = {}): AgentInput => ({
  name: "Anna Schmidt",
  email: "anna@example.com",
  team: "berlin",
  role: "agent",
  status: "active",
  weight: 1,
  locale: "de",
  ...more,
});

export const website = (more: Partial<SourceInput> = {}): SourceInput =>
  sourceInput.parse({ name: "Website", ...more });

export function epoch(number: number, members: number): PoolEpoch {
  const roster = Array.from({ length: members }, (_, index) => ({ agentId: `agent-${index}`, weight: 10_000 }));
  return { epoch: number, rosterId: `roster-${number}`, openedAt: monday, roster: { members: roster } };
}
