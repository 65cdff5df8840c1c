import * as z from "zod";
import { complaint } from "../../schemas/lead/complaint.ts";
import { toldDecision } from "../../schemas/lead/decision.ts";
import { leadBody, leadNote, leadStatus, normalisedFacts, scorePart } from "../../schemas/lead/lead.ts";
import { recipient } from "../../schemas/lead/share.ts";
import { criterion } from "../../schemas/plan/checklists.ts";
import { isoInstant, leadId, money, slug, temperature } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";
import { decisionExample } from "./decision.ts";

const note = leadNote.extend({ at: isoInstant });
const complained = complaint.extend({ at: isoInstant });
const stored = leadBody.shape;

/** What leaders, the owner and those who qualify the lead see beside the facts. */
const work = {
  externalId: stored.externalId,
  areas: stored.areas,
  consent: stored.consent,
  engagement: stored.engagement,
  accountId: stored.accountId,
  senderScore: stored.senderScore,
  flags: stored.flags,
  checklist: stored.checklist,
  notes: z.array(note).optional(),
  complaints: z.array(complained).optional(),
  heldBy: slug.optional(),
  scoreParts: z.array(scorePart).optional(),
  decision: toldDecision.optional(),
  handover: z
    .strictObject({
      side: z.enum(["buyer", "seller"]).optional(),
      ready: z.boolean(),
      criteria: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          type: criterion.shape.type.unwrap(),
          required: z.boolean(),
          met: z.boolean(),
          found: z.union([z.boolean(), z.number(), z.string()]).optional(),
        }),
      ),
      missing: z.array(z.string()),
    })
    .optional(),
  attribution: stored.attribution,
};

const shareRow = z.strictObject({
  shareId: z.string(),
  leadId: leadId.optional(),
  recipient: recipient.optional(),
  status: leadStatus,
  offer: z.strictObject({ agentId: slug, expiresAt: isoInstant }).optional(),
  price: money.optional(),
  charged: z.boolean().optional(),
  firstContactAt: isoInstant.optional(),
  reason: z.string().optional(),
});

export const leadView = z.strictObject({
  ...normalisedFacts.shape,
  ...work,
  leadId,
  version: z.number().int().positive(),
  status: leadStatus,
  temperature: temperature.optional(),
  score: z.number().optional(),
  sourceId: slug.optional(),
  receivedAt: isoInstant.optional(),
  since: isoInstant.optional(),
  ownerId: slug.optional(),
  offer: z.strictObject({ agentId: slug, expiresAt: isoInstant }).optional(),
  deadlines: z
    .strictObject({
      accept: isoInstant.optional(),
      claim: isoInstant.optional(),
      hold: isoInstant.optional(),
      contact: isoInstant.optional(),
      reclaim: isoInstant.optional(),
      ownership: isoInstant.optional(),
    })
    .optional(),
  assignedAt: isoInstant.optional(),
  contactedAt: isoInstant.optional(),
  appointmentAt: isoInstant.optional(),
  isaId: slug.optional(),
  handedOverAt: isoInstant.optional(),
  attempts: z.number().int().optional(),
  value: money.optional(),
  returnAsked: z.strictObject({ by: slug, at: isoInstant, reason: z.string() }).optional(),
  returnableUntil: isoInstant.optional(),
  reason: z.string().optional(),
  duplicateOf: leadId.optional(),
  price: money.optional(),
  exclusivity: stored.exclusivity,
  recipients: z.number().int().nonnegative().optional(),
  parentId: leadId.optional(),
  shareId: z.string().optional(),
  shares: z.array(shareRow).optional(),
  complaint: z.strictObject({ told: z.array(slug), next: z.string() }).optional(),
});

const accepted = {
  leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
  version: 3,
  status: "accepted",
  firstName: "Erika",
  lastName: "Mustermann",
  email: "erika@example.com",
  phone: "+4930123456",
  interest: "seller",
  postalCode: "10115",
  country: "DE",
  areas: ["mitte"],
  decision: decisionExample,
  temperature: "hot",
  score: 80,
  scoreParts: [{ points: 20, why: "wants to act now" }],
  sourceId: "website",
  receivedAt: "2026-11-23T09:00:00.000Z",
  since: "2026-11-23T09:02:10.000Z",
  ownerId: "emre-kaya",
  assignedAt: "2026-11-23T09:02:10.000Z",
  deadlines: { contact: "2026-11-23T09:17:10.000Z", reclaim: "2026-11-26T09:02:10.000Z" },
};

export const leadResource: NamedSchema = {
  id: "Lead",
  side: "answer",
  schema: leadView,
  description:
    "A lead as this caller may see it. The owner, leaders, managers and qualifying ISAs see all; before acceptance and in the pool there is no way to reach the person; finance and marketing see nothing personal; who may no longer see it gets id, version and status.",
  fields: {
    version: "Counts the events of the lead's history.",
    since: "Since when it has this status.",
    offer: "Who has been asked, and until when.",
    deadlines:
      "Answer to the offer, claim from the pool, end of the look at its details, first contact, taken back, end of the ownership.",
    heldBy: "Who has its details open (E2), for those who see all.",
    handover:
      "While an ISA qualifies the lead: the checklist of its side, and which required criteria are missing (C6).",
    isaId: "Who qualified it and handed it over (C6).",
    attempts: "Logged attempts to reach the person.",
    value: "Of the deal.",
    returnAsked: "Somebody reported the lead as bad; a leader has not decided yet (A6).",
    complaint: "After a complaint only: who is told of it, and what happens next.",
    complaints:
      "What agents complained about (F4), each with the version it made and, in `about`, the version whose decision it is about. For those who lead the lead's people, but not for `decidedBy`, who made that decision; agents see their own.",
    returnableUntil: "So long the source takes the lead back.",
    scoreParts: "Each point explained (B1).",
    recipients:
      "How many have the lead, or are being offered it, the reader included (C11); those who returned it and shares that nobody took do not count.",
    parentId: "The lead that this one is a share of.",
    shareId: "Names the share in `?share=`.",
    shares:
      "Of a lead that was shared: each with its recipient, offer, price and first contact. A recipient sees the own one, and how far the others are.",
    flags: "What looked odd at intake, such as a disposable e-mail address.",
    senderScore: "The sender's own score.",
  },
  examples: { accepted },
};

export const leadExport: NamedSchema = {
  id: "LeadExport",
  side: "answer",
  schema: z.strictObject({
    lead: leadView,
    stored: z.record(z.string(), z.unknown()),
    shares: z.array(z.strictObject({ shareId: z.string(), stored: z.record(z.string(), z.unknown()) })).optional(),
    history: z.array(z.record(z.string(), z.unknown())),
  }),
  description: "All that is stored about the person, for the person (H4).",
  fields: { stored: "As it was taken in, with consent and its evidence." },
};
