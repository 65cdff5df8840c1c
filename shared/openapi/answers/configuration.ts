import * as z from "zod";
import { team } from "../../schemas/agent.ts";
import { area } from "../../schemas/area.ts";
import { sourceResult } from "../../schemas/figures.ts";
import { isoInstant, slug } from "../../schemas/primitives.ts";
import { source } from "../../schemas/source.ts";
import type { NamedSchema } from "../resource.ts";
import { planProblem } from "./plan.ts";

export const teamAnswer: NamedSchema = {
  id: "Team",
  side: "answer",
  schema: team,
  description: "A team with its leader and deputy.",
  examples: { berlin: { teamId: "berlin", version: 2, name: "Berlin", leaderId: "lena-hoffmann" } },
};

export const areaAnswer: NamedSchema = {
  id: "Area",
  side: "answer",
  schema: area,
  description:
    "A named area; `polygonCodes` are the German postal codes and prefixes in its polygon, for leads that give no position.",
  examples: { mitte: { areaId: "mitte", version: 1, name: "Mitte", postalCodes: ["101*"] } },
};

export const savedArea: NamedSchema = {
  id: "SavedArea",
  side: "answer",
  schema: area.extend({ problems: z.array(planProblem) }),
  description:
    "The area. `problems`: what looks doubtful about it though it was saved, in the language asked for, with pointers into it; such as an outline that holds only a part of a city, whose leads then need a position.",
  examples: {
    mistyped: {
      ...{ areaId: "mitte", version: 1, name: "Mitte", postalCodes: ["101*", "99999"] },
      problems: [
        {
          severity: "warning",
          pointer: "/postalCodes/1",
          code: "unknownPostalCode",
          message: "The area Mitte lists 99999: no place has such a postal code.",
          fix: "Check how it is written; only PO boxes and single firms have codes that we do not know.",
        },
      ],
    },
  },
};

const website = {
  sourceId: "website",
  version: 1,
  name: "Website",
  format: "fairlead",
  quality: "hot",
  country: "DE",
  answer: "full",
};

export const sourceAnswer: NamedSchema = {
  id: "Source",
  side: "answer",
  schema: source.extend({ figures: sourceResult.extend({ conversion: z.number().optional() }).optional() }),
  description: "Where leads come from.",
  fields: { figures: "What came of its leads of the last 90 days; compare the conversion with the benchmark (C4)." },
  examples: { website },
};

const issued = { key: z.string(), intakeUrl: z.url() };
const shownOnce = {
  key: "fl_src_Zq8mR3vT7yB1nK5wX9cJ2hL6pD4sF0gA",
  intakeUrl: "https://leads.example.com/v1/leads",
};

export const savedSource: NamedSchema = {
  id: "SavedSource",
  side: "answer",
  schema: source.extend(z.strictObject(issued).partial().shape),
  description: "The source; when it is new, with its key and address, which are shown this once.",
  examples: { created: { ...website, ...shownOnce } },
};

export const sourceKeyAnswer: NamedSchema = {
  id: "SourceKey",
  side: "answer",
  schema: z.strictObject(issued),
  description: "A new key, shown this once, and where to send leads with it.",
  examples: { issued: shownOnce },
};

export const timeOffAnswer: NamedSchema = {
  id: "TimeOff",
  side: "answer",
  schema: z.strictObject({
    timeOffId: z.string(),
    agentId: slug,
    from: isoInstant,
    to: isoInstant,
    reason: z.string().optional(),
  }),
  description: "An absence, from `from` (included) to `to` (excluded). The reason is for leaders and the agent only.",
  examples: {
    vacation: {
      timeOffId: "off_3kF9aQ2xLm0Z",
      agentId: "anna-berger",
      from: "2026-12-21T00:00:00.000Z",
      to: "2027-01-04T00:00:00.000Z",
      reason: "vacation",
    },
  },
};
