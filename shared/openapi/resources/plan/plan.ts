import * as z from "zod";
import { planInput } from "../../../schemas/plan/plan.ts";
import { planPreviewRequest, planSimulateRequest } from "../../../schemas/plan/plan-trial.ts";
import { planAnswer, planProblems, planVersion, previewAnswer, savedPlan, starterPlans } from "../../answers/plan.ts";
import { simulationAnswer } from "../../answers/simulation.ts";
import { pageOf, paging } from "../../pages.ts";
import type { NamedSchema, Resource } from "../../resource.ts";
import { leadInputRequest } from "../leads/lead-input.ts";
import { planBlocks } from "./plan-blocks.ts";
import { ruleSchemas } from "./plan-rules.ts";

const small = {
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  rules: [
    {
      id: "sellers",
      name: "Sellers to those who sell",
      when: { field: "interest", op: "eq", value: "seller" },
      method: { type: "roundRobin", pool: { skills: ["seller"] } },
    },
  ],
  fallback: { type: "roundRobin" },
};

const fieldOf = (id: string) => id.charAt(0).toLowerCase() + id.slice(1);

const input: NamedSchema = {
  id: "PlanInput",
  side: "request",
  schema: planInput,
  description: "The tenant's distribution policy. Every block that is left out has its defaults.",
  fields: {
    capacity: "Most leads an agent may have at once, unless the agent's own says otherwise (C1).",
    rules: "In order of priority.",
    exceptions: "Rules that are suspended or distribute otherwise for a while (D4).",
  },
  examples: {
    small,
    larger: {
      ...small,
      businessHours: { mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-18:00"], thu: ["09:00-18:00"] },
      ...Object.fromEntries(planBlocks.map(({ id, examples = {} }) => [fieldOf(id), Object.values(examples)[0]])),
      capacity: 20,
    },
  },
};

const check: NamedSchema = {
  id: "PlanCheckRequest",
  side: "request",
  schema: z.union([planInput, z.strictObject({ plan: planInput }), z.strictObject({})]),
  description: "The plan to check, by itself or under `plan`; the present one without a body.",
  examples: { small, present: {} },
};

const preview: NamedSchema = {
  id: "PlanPreviewRequest",
  side: "request",
  schema: planPreviewRequest,
  description: "A lead to decide about, without any effect.",
  fields: {
    lead: "As for `POST /v1/leads`, but nobody need be reachable.",
    plan: "A plan that is not saved yet; the present one when left out.",
    source: "Where the lead comes from.",
    ownerId: "Who has this person already.",
    stage:
      "`handover`: as if an ISA had just handed the lead over; then only field agents are asked, whatever its score (C6).",
  },
  examples: {
    seller: { lead: leadInputRequest.examples?.seller, source: "website" },
    handedOver: { lead: { interest: "buyer", timeline: "now" }, stage: "handover" },
  },
};

const simulate: NamedSchema = {
  id: "PlanSimulateRequest",
  side: "request",
  schema: planSimulateRequest,
  description: "A plan to try, and the leads to try it on: those given, or the tenant's own of the past.",
  fields: {
    leads: "As for `POST /v1/leads`, with `source` and `receivedAt`; nobody need be reachable.",
    from: "Only leads from then on. Past leads: 30 days before `to`, when left out.",
    to: "Only leads before. Past leads: now, when left out.",
    sourceId: "Only this source's past leads; of given leads the source of those that name none.",
    openFor: "How long a lead stays with its agent: the median of the tenant's closed leads, else P14D.",
    trace: "Also says in full why the leads that changed hands went where they went.",
  },
  examples: {
    lastMonth: { plan: small, from: "2026-10-01T00:00:00Z", to: "2026-11-01T00:00:00Z" },
    given: { plan: small, leads: [{ interest: "seller", postalCode: "10115", receivedAt: "2026-11-20T09:15:00Z" }] },
  },
};

const versions = pageOf(planVersion);

export const plan: Resource = {
  tag: "Plan",
  about: "The distribution policy: versioned, checked before it is saved, tried out without effect.",
  schemas: [
    input,
    ...planBlocks,
    ...ruleSchemas,
    planAnswer,
    savedPlan,
    planVersion,
    versions,
    starterPlans,
    check,
    planProblems,
    preview,
    previewAnswer,
    simulate,
    simulationAnswer,
  ],
  operations: {
    "GET /v1/plan": {
      id: "getPlan",
      summary: "The plan",
      query: [{ name: "version", description: "An earlier version.", schema: { type: "integer", minimum: 1 } }],
      answers: { 200: { description: "The plan.", schema: planAnswer, headers: ["ETag"] } },
      problems: [404],
    },
    "PUT /v1/plan": {
      id: "putPlan",
      summary: "Save the next version of the plan",
      description:
        "Counts from the very next lead; deadlines that are set keep the version that set them. Refused when it names agents or teams that do not exist.",
      body: { schema: input },
      versioned: true,
      answers: {
        201: { description: "The first version.", schema: savedPlan, headers: ["ETag"] },
        200: { description: "The next version.", schema: savedPlan, headers: ["ETag"] },
      },
      localized: true,
    },
    "GET /v1/plan/versions": {
      id: "listPlanVersions",
      summary: "All versions of the plan",
      query: paging(500, 100),
      answers: { 200: { description: "Newest first.", schema: versions } },
    },
    "GET /v1/plan/starters": {
      id: "listStarterPlans",
      summary: "Plans to begin with",
      description: "For a team of under ten agents, of ten to twenty, and of more; they pass the plan check there.",
      answers: { 200: { description: "From the smallest team to the largest.", schema: starterPlans } },
      localized: true,
    },
    "POST /v1/plan/check": {
      id: "checkPlan",
      summary: "What is wrong or doubtful about a plan",
      body: { schema: check, required: false },
      answers: { 200: { description: "Findings with what to do about them.", schema: planProblems } },
      problems: [404],
      localized: true,
    },
    "POST /v1/plan/preview": {
      id: "previewPlan",
      summary: "What would become of a lead",
      description: "Standardised, scored and routed like a real one; nothing is stored and no turn is used up (F10).",
      body: { schema: preview },
      answers: { 200: { description: "The decision in full.", schema: previewAnswer } },
      problems: [404],
      localized: true,
    },
    "POST /v1/plan/simulate": {
      id: "simulatePlan",
      summary: "Who would have received what by another plan",
      description:
        "Replays leads in order of arrival by the same code that decides real ones, beside the present plan and what was recorded (F9). Every offer is taken as accepted. Both plans begin with agents without leads. At most 5,000 leads and 256 KB; for more there is the command `npx fairlead simulate`.",
      body: { schema: simulate },
      answers: { 200: { description: "The result, side by side.", schema: simulationAnswer } },
      localized: true,
    },
  },
};
