import { agentInput, noticeChannel, role } from "../../schemas/agent.ts";
import { agentAnswer, savedAgent } from "../answers/agent.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const input: NamedSchema = {
  id: "AgentInput",
  side: "request",
  schema: agentInput,
  description: "An agent. The id in the path is also the name for signing in, for good.",
  fields: {
    pushEndpoint: "ARN of the agent's mobile push endpoint.",
    role: "What the person does; also their group, unless it is changed in the user pool.",
    status: "`paused` gets no leads for now; `inactive` cannot sign in either.",
    order: "Place in the documented rotation order; ties by id.",
    weight: "Share of the turns in weighted rules (C2).",
    tier: "Performance tier (C4).",
    capacity: "Most leads offered or owned at once; the plan's `capacity` when left out.",
    skills: "What rules' pools may ask for.",
    languages: "Spoken, as two-letter codes.",
    locale: "Of messages to the agent.",
    territories: "Areas the agent works in: home and others, or just a list (C7).",
    salesTarget:
      "Value of the deals to close in 90 days, a quarter, in the currency of the agent's deals. Access to leads that are picked holds the deals closed in the last 90 days against it (E5); who began later, against the part for that time.",
    startedOn: "From this day on the ramp counts (C3).",
    backups: "Who takes over (D4), in this order.",
    channels: "How the agent wants to be told, in this order.",
    workingHours: "Local time; gets no leads outside. Spans of one day do not overlap.",
    timezone: "Of the working hours; the plan's when left out.",
  },
  examples: {
    anna: {
      name: "Anna Berger",
      email: "anna-berger@example.com",
      phone: "+491713920012",
      team: "berlin",
      order: 1,
      skills: ["buyer"],
      languages: ["de", "en"],
      territories: { home: ["mitte"], others: ["pankow"] },
      startedOn: "2026-10-01",
      channels: ["push", "sms", "email"],
      workingHours: { mon: ["09:00-18:00"], tue: ["09:00-18:00"], wed: ["09:00-13:00"] },
      timezone: "Europe/Berlin",
    },
  },
};

const page = pageOf(agentAnswer);

export const agents: Resource = {
  tag: "Agents",
  about: `The team: roles ${role.options.join(", ")}; channels ${noticeChannel.options.join(", ")}. Everyone sees who is available.`,
  schemas: [input, agentAnswer, savedAgent, page],
  operations: collection({
    path: "/v1/agents",
    one: "agent",
    many: "agents",
    input,
    saved: savedAgent,
    read: agentAnswer,
    page,
    saving: "A team that is named and missing is made. Changes count from the very next lead.",
    deleting:
      "Refused while the agent has open leads, or the plan or a team names them; set `status: inactive` instead.",
  }),
};
