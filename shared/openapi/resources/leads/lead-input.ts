import { leadFacts, leadInput } from "../../../schemas/lead/lead-input.ts";
import type { NamedSchema } from "../../resource.ts";

const factTexts = {
  interest:
    "What the person wants: buyer, seller, renter, landlord, investor, other. Common words for these are understood.",
  timeline: "now, 3m, 6m, 12m or unknown; common words are understood.",
  price: "Of the property the person sells or asks about.",
  budget: "From, to, or both.",
  postalCode: "Text: leading zeros count.",
  area: "An area's id or name.",
  language: "Of the person; `de` or German, for example.",
  firstContactBy: "The agent who made the first contact (C12).",
  authority: "The person's part in the decision.",
  property: "The property that was asked about.",
  custom: "Anything else; rules may ask for `custom.<name>`.",
};

export const leadFactsRequest: NamedSchema = {
  id: "LeadFacts",
  side: "request",
  schema: leadFacts,
  description: "Facts found later. Only the fields that are sent change.",
  fields: factTexts,
  examples: { found: { budget: { max: 500000, currency: "EUR" }, timeline: "3m", propertyType: "flat" } },
};

export const leadInputRequest: NamedSchema = {
  id: "LeadInput",
  side: "request",
  schema: leadInput,
  description: "A lead; of `email` and `phone` one is needed, everything else may be left out.",
  also: { anyOf: [{ required: ["email"] }, { required: ["phone"] }] },
  fields: {
    externalId: "The sender's own id: the same id again gets the same answer and no second lead.",
    exclusivity: "Whether nobody else has the lead.",
    shares: "How many have it, when it is shared.",
    attribution: "Where the person came from, such as `utm_source`.",
    consent: "What was agreed, when and where; kept as it came (A5).",
    engagement: "What the person did before.",
    score: "The sender's own score.",
    accountId: "The company's id in the sender's system.",
    test: "Answered as a lead would be, and never given to anybody.",
  },
  examples: {
    seller: {
      externalId: "form-4711",
      firstName: "Erika",
      lastName: "Mustermann",
      email: "erika@example.com",
      phone: "030 123456",
      interest: "seller",
      propertyType: "flat",
      price: { amount: 450000, currency: "EUR" },
      timeline: "now",
      postalCode: "10115",
      message: "What is my flat worth?",
      consent: { given: true, text: "You may call me.", version: "2026-01", givenAt: "2026-11-23T08:59:30Z" },
      attribution: { utm_source: "newsletter" },
    },
    shortest: { phone: "+4930123456" },
  },
};
