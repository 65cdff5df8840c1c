import { groups } from "../../../contract/groups.ts";
import { leadStatus } from "../../../schemas/lead/lead.ts";
import { profile } from "../../answers/agent.ts";
import { consideredAnswer, decisionAnswer } from "../../answers/decision.ts";
import { leadExport, leadResource } from "../../answers/lead.ts";
import { historyEntry, leadHistory } from "../../answers/lead-history.ts";
import { obstacleAnswer, pickingAnswer } from "../../answers/picking/picking.ts";
import { poolPage, poolRow } from "../../answers/picking/pool-page.ts";
import { pageOf, paging } from "../../pages.ts";
import type { Parameter, Resource } from "../../resource.ts";
import { leadFactsRequest } from "./lead-input.ts";

const leadPage = pageOf(leadResource);

const filters: readonly Parameter[] = [
  { name: "status", description: "Only leads in this status.", schema: { type: "string", enum: leadStatus.options } },
  {
    name: "ownerId",
    description: "Only this agent's, offered or owned.",
    schema: { $ref: "#/components/schemas/Slug" },
  },
  { name: "sourceId", description: "Only from this source.", schema: { $ref: "#/components/schemas/Slug" } },
  {
    name: "from",
    description: "Received at or after: an instant, or a date, which begins at midnight in the plan's zone.",
    schema: { type: "string", examples: ["2026-11-01"] },
  },
  {
    name: "to",
    description: "Received before: an instant, or a date, which begins at midnight in the plan's zone.",
    schema: { type: "string", examples: ["2026-12-01T00:00:00Z"] },
  },
];

export const leads: Resource = {
  tag: "Leads",
  about: `What people see of leads. Groups: ${groups.join(", ")}; each sees what its work needs.`,
  schemas: [
    leadResource,
    leadPage,
    poolRow,
    poolPage,
    obstacleAnswer,
    pickingAnswer,
    leadExport,
    historyEntry,
    leadHistory,
    decisionAnswer,
    consideredAnswer,
    profile,
  ],
  operations: {
    "GET /v1/me": {
      id: "getMe",
      summary: "Own profile, limits and counters",
      answers: { 200: { description: "The caller.", schema: profile } },
      localized: true,
    },
    "GET /v1/pool": {
      id: "listPool",
      summary: "Leads anyone may claim",
      description:
        "What an agent may see and claim, longest waiting first, with the agent's remaining quotas (C9). Where leads are picked (C10) the first look at one that the caller could take begins the time to choose, `cherryPick.windows.list`; another look does not prolong it. When it is over there is a cool-down; the next look after that begins it again. Whoever claims without having looked, from a message, has no window.",
      query: paging(100, 25),
      answers: { 200: { description: "The pool.", schema: poolPage } },
      localized: true,
    },
    "GET /v1/leads": {
      id: "listLeads",
      summary: "Leads the caller may see",
      description:
        "A lead that is to be picked (C10) is not among them for whoever may pick it: the pool shows it, and the lead itself while its details are open.",
      query: [...filters, ...paging(100, 25)],
      answers: { 200: { description: "A page of leads.", schema: leadPage } },
      localized: true,
    },
    "GET /v1/leads/{id}": {
      id: "getLead",
      summary: "One lead",
      description:
        "404 for a lead that is not the caller's to see; one that is to be picked (C10) is seen by whoever has it open (E2) or was asked before, and by leaders.",
      answers: { 200: { description: "The lead, with the fields this caller may see.", schema: leadResource } },
      localized: true,
    },
    "PATCH /v1/leads/{id}": {
      id: "updateLead",
      summary: "Add facts found later",
      description: "By the owner, a qualifying ISA, or a leader. What is sent replaces the field.",
      body: { schema: leadFactsRequest },
      answers: { 200: { description: "The lead as it is now.", schema: leadResource } },
      problems: [409, 503],
      localized: true,
    },
    "DELETE /v1/leads/{id}": {
      id: "eraseLead",
      summary: "Erase the person",
      description: "Removes all personal data for good; the history stays, since it holds none (H4).",
      answers: { 200: { description: "What is left of the lead.", schema: leadResource } },
      problems: [409, 503],
      localized: true,
    },
    "GET /v1/leads/{id}/history": {
      id: "getLeadHistory",
      summary: "Everything that happened to the lead",
      answers: { 200: { description: "One entry for each version.", schema: leadHistory } },
      localized: true,
    },
    "GET /v1/leads/{id}/export": {
      id: "exportLead",
      summary: "All that is stored about the person",
      answers: { 200: { description: "For the person who asks for it.", schema: leadExport } },
      localized: true,
    },
  },
};
