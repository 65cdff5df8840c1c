import * as z from "zod";
import { groups } from "../../contract/groups.ts";
import { agent } from "../../schemas/agent.ts";
import { agentFigures } from "../../schemas/figures.ts";
import { skipReason } from "../../schemas/lead/decision.ts";
import { isoInstant, slug } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";
import { picking } from "./picking/picking.ts";
import { planProblem } from "./plan.ts";
import { tierPath } from "./tier-path.ts";

const { email, ...stored } = agent.shape;

const figures = agentFigures
  .omit({ agentId: true })
  .extend({ from: isoInstant, to: isoInstant, workedSince: isoInstant.optional() });

const now = {
  openLeads: z.number().int().nonnegative(),
  available: z.boolean(),
  unavailableReason: skipReason.optional(),
  effectiveWeight: z.number(),
  figures: figures.optional(),
};

const nowTexts = {
  openLeads: "Leads offered or owned.",
  available: "Can be given a lead now.",
  unavailableReason: "Why not.",
  effectiveWeight: "The weight times the ramp's share of today (C2, C3).",
  figures:
    "Results of the last 90 days, worked out once a day (C4): for leaders and the agent. `adjustedConversion` allows for the mix of sources; `sold` is what was closed in the time, whenever the leads came, and counts for the sales target from `workedSince` on.",
};

export const agentAnswer: NamedSchema = {
  id: "Agent",
  side: "answer",
  schema: z.strictObject({ ...stored, email: email.optional(), ...now }),
  description:
    "An agent, and what they can take now. Address, phone, channels, target and start are for leaders and the agent only.",
  fields: nowTexts,
  examples: {
    anna: {
      agentId: "anna-berger",
      version: 3,
      name: "Anna Berger",
      email: "anna-berger@example.com",
      team: "berlin",
      role: "agent",
      status: "active",
      weight: 1,
      locale: "de",
      skills: ["buyer"],
      openLeads: 4,
      available: true,
      effectiveWeight: 1,
    },
  },
};

export const savedAgent: NamedSchema = {
  id: "SavedAgent",
  side: "answer",
  schema: z.strictObject({ ...stored, email, ...now, problems: z.array(planProblem) }),
  description:
    "The agent. `problems`: what looks doubtful though it was saved, in the language asked for, with pointers into it: areas and backups that nobody has.",
  examples: {
    noSuchArea: {
      ...{ agentId: "anna-berger", version: 3, name: "Anna Berger", email: "anna-berger@example.com" },
      ...{ team: "berlin", role: "agent", status: "active", weight: 1, locale: "de", territories: ["mite"] },
      ...{ openLeads: 4, available: true, effectiveWeight: 1 },
      problems: [
        {
          severity: "warning",
          pointer: "/territories/0",
          code: "unknownTerritory",
          message: "Anna Berger (anna-berger) works in an area that does not exist: mite.",
          fix: "Add the area, or correct the agent's territories.",
        },
      ],
    },
  },
};

export const profile: NamedSchema = {
  id: "Profile",
  side: "answer",
  schema: z.strictObject({
    ...z.strictObject({ ...stored, email, ...now }).partial().shape,
    agentId: slug,
    groups: z.array(z.enum(groups)),
    remaining: z.number().int().nonnegative().optional(),
    tierPath: tierPath.optional(),
    picking: picking.optional(),
  }),
  description: "Who the caller is and what they can take. A person who is not an agent has only an id and groups.",
  fields: {
    capacity: "Most leads at once: the agent's own, or the plan's.",
    tierPath:
      "Where tiers are used (C4): the place, the conversion that counts, what the next tier takes, and what keeps the own one; with a coaching note for whoever is below the bar.",
    picking: "Where leads are picked: quotas, cool-down, suspension and access tier (section E).",
    remaining: "How many more leads the agent can take now.",
  },
  examples: { admin: { agentId: "admin", groups: ["admin"] } },
};
