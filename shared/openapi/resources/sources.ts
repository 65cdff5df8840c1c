import { sourceInput, sourceKeyRequest } from "../../schemas/source.ts";
import { savedSource, sourceAnswer, sourceKeyAnswer } from "../answers/configuration.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const input: NamedSchema = {
  id: "SourceInput",
  side: "request",
  schema: sourceInput,
  description: "Where leads come from, and how they are treated.",
  fields: {
    defaults: "Lead fields that its leads do not have themselves.",
    fieldMap: "The sender's field name → ours (A1).",
    country: "For phone numbers and postal codes without one; the plan's when left out.",
    price: "What a lead of this source costs.",
    dailyCap: "Leads a day (the plan's time zone); what comes then is rejected with `cap` (A6).",
    returns:
      "Bad leads go back within this time of their arrival, at any time when left out (A6). `contact` is told of each by e-mail, after confirming the address once.",
    quality: "What its leads usually are (B2).",
    benchmarkConversion: "Part of its leads that usually convert, 0–1.",
    form: "Makes the source's id the public id of a browser form.",
    origins: "Websites that may send the form; any when left out.",
    answer: "`verdict`: the sender learns no offer, owner or decision.",
    rateLimit: "Requests a minute; unlimited when left out.",
  },
  examples: {
    website: {
      name: "Website",
      quality: "hot",
      country: "DE",
      answer: "verdict",
      origins: ["https://www.example.com"],
      form: {
        fields: ["firstName", "lastName", "email", "phone", "message"],
        redirectTo: "https://www.example.com/thanks",
      },
      fieldMap: { telefon: "phone" },
      price: { amount: 35, currency: "EUR" },
      dailyCap: 200,
    },
  },
};

const keyRequest: NamedSchema = {
  id: "SourceKeyRequest",
  side: "request",
  schema: sourceKeyRequest,
  description: "What becomes of the old keys.",
  fields: { revoke: "End the old keys at once, instead of after a day." },
  examples: { leaked: { revoke: true } },
};

const page = pageOf(sourceAnswer);

export const sources: Resource = {
  tag: "Sources",
  about: "Where leads come from. Keys are shown once and stored hashed.",
  schemas: [input, sourceAnswer, savedSource, page, keyRequest, sourceKeyAnswer],
  operations: {
    ...collection({
      path: "/v1/sources",
      one: "source",
      many: "sources",
      input,
      saved: savedSource,
      read: sourceAnswer,
      page,
      saving: "A new source gets its key in the answer, this once.",
      deleting:
        "Refused while the plan or a buyer's filter names it, or leads of it are open (nurtured ones are not). Its keys are revoked.",
    }),
    "POST /v1/sources/{id}/key": {
      id: "replaceSourceKey",
      summary: "A new key",
      description:
        "The old ones work for another day, or not at all with `revoke`. A repeat with the same `Idempotency-Key` gets the same key.",
      body: { schema: keyRequest, required: false },
      answers: { 201: { description: "The key.", schema: sourceKeyAnswer } },
    },
  },
};
