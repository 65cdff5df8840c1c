import * as z from "zod";
import { isoInstant } from "../../schemas/primitives.ts";
import { buyerReportAnswer } from "../answers/buyers/buyer-report.ts";
import { pickReportAnswer, pickRow } from "../answers/picking/pick-report.ts";
import type { NamedSchema, Resource } from "../resource.ts";

const count = () => z.number().int().nonnegative();
const rate = () => z.number().optional();

const row: NamedSchema = {
  id: "WorkFigures",
  side: "answer",
  schema: z.strictObject({
    id: z.string(),
    leads: count(),
    handedOver: count(),
    handoverRate: rate(),
    appointments: count(),
    kept: count(),
    noShows: count(),
    noShowRate: rate(),
    converted: count(),
    conversionRate: rate(),
    convertedAfterHandover: count(),
    handoverConversionRate: rate(),
  }),
  description:
    "What came of the leads an agent or a role had; rates are parts of 1, left out with nothing to divide by.",
  fields: {
    id: "An agent's id, or a role; `former` for those who are gone.",
    leads: "Accepted, claimed, given or taken up.",
    appointments: "Made, whoever the person then met.",
    convertedAfterHandover: "Of the leads they handed over, won by whoever had them then.",
  },
};

const report: NamedSchema = {
  id: "ConversionReport",
  side: "answer",
  schema: z.strictObject({
    by: z.enum(["role", "agent"]),
    from: isoInstant,
    to: isoInstant,
    items: z.array(row.schema),
  }),
  description: "Handovers, appointments, no-shows and conversions, apart for ISAs and field agents (C6, F2).",
};

const span = [
  {
    name: "from",
    schema: { type: "string" },
    description: "Instant or date, which begins at midnight in the plan's time zone.",
  },
  { name: "to", schema: { type: "string" }, description: "Instant or date, not included; now when left out." },
] as const;

export const reports: Resource = {
  tag: "Reports",
  about: "What came of the leads. A leader sees the own teams' people, managers and finance all.",
  schemas: [row, report, buyerReportAnswer, pickRow, pickReportAnswer],
  operations: {
    "GET /v1/reports/conversion": {
      id: "conversionReport",
      summary: "Conversion by role or by agent",
      description: "Of the leads received in a time of at most 93 days; the last 30 when nothing is said.",
      query: [
        { name: "by", schema: { type: "string", enum: ["role", "agent"] }, description: "`role` when left out." },
        ...span,
      ],
      answers: { 200: { description: "One row for each.", schema: report } },
      problems: [422],
    },
    "GET /v1/reports/buyers": {
      id: "buyerReport",
      summary: "What buyers bought, and what they owe",
      description:
        "Of the leads received in a time of at most 93 days, the last 30 when nothing is said, and at most 5,000 leads: more are refused (422), ask for a shorter time then. A share that came back and was sold again is two sales. As CSV: one row for each sale.",
      query: [
        { name: "buyer", schema: { type: "string" }, description: "One buyer's id; all when left out." },
        ...span,
        { name: "format", schema: { type: "string", enum: ["json", "csv"] }, description: "`json` when left out." },
      ],
      answers: { 200: { description: "Sums for each buyer, and every sale.", schema: buyerReportAnswer, csv: true } },
      problems: [422],
    },
    "GET /v1/reports/cherry-pick": {
      id: "cherryPickReport",
      summary: "How fairly agents pick leads, and whether it does any good",
      description:
        "Of the leads received in a time of at most 93 days, the last 30 when nothing is said, and at most 5,000 leads: more are refused (422), ask for a shorter time then. Picked is what an agent claimed from the pool, by `cherryPick` or by `pool`; assigned what came by an offer, a leader or a backup. How often a claim was refused is not kept: what came of the claims says whether they were good ones.",
      query: [
        ...span,
        { name: "format", schema: { type: "string", enum: ["json", "csv"] }, description: "`json` when left out." },
      ],
      answers: {
        200: { description: "One row for each agent, and the warnings.", schema: pickReportAnswer, csv: true },
      },
      problems: [422],
      localized: true,
    },
  },
};
