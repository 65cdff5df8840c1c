import * as z from "zod";
import { leadId, slug } from "../../../schemas/primitives.ts";
import type { NamedSchema, Resource } from "../../resource.ts";

const submission: NamedSchema = {
  id: "FormSubmission",
  side: "request",
  schema: z.record(z.string(), z.unknown()),
  description:
    "The form's fields by their names, ours or those of the source's `fieldMap`. Names we do not know are kept under `custom`. The honeypot field (`website`, unless the source names another) has to stay empty.",
  examples: {
    contact: { firstName: "Erika", email: "erika@example.com", message: "Please call me.", consent: "yes" },
  },
};

const submitted: NamedSchema = {
  id: "FormAnswer",
  side: "answer",
  schema: z.strictObject({ leadId: leadId.optional(), verdict: z.literal("accepted") }),
  description: "What every visitor is told, whether the person is known or not.",
  examples: { thanks: { leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0", verdict: "accepted" } },
};

const question = z.strictObject({
  name: z.string(),
  label: z.string(),
  type: z.enum(["text", "email", "tel", "textarea", "select", "checkbox"]),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
});

const definition: NamedSchema = {
  id: "FormDefinition",
  side: "answer",
  schema: z.strictObject({ formId: slug, fields: z.array(question), honeypot: z.string() }),
  description: "What the form asks for, in this order.",
  fields: { honeypot: "Name of the hidden field that has to stay empty." },
  examples: {
    contact: {
      formId: "website",
      fields: [{ name: "email", label: "E-mail address", type: "email" }],
      honeypot: "website",
    },
  },
};

export const forms: Resource = {
  tag: "Forms",
  about: "Browser forms: the public id of a source with `form` settings, bound to its `origins`.",
  schemas: [submission, submitted, definition],
  operations: {
    "POST /v1/forms/{formId}": {
      id: "postForm",
      summary: "Send a form",
      description:
        "From a script (JSON, or `Accept: application/json`) the answer is JSON. A plain form gets the source's own page (303) or one of ours, also for mistakes.",
      body: {
        schema: submission,
        mediaTypes: ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"],
      },
      answers: {
        201: { description: "Taken in, to a script.", schema: submitted },
        200: { description: "Taken in, to a plain form.", page: true },
        303: { description: "Taken in, to a plain form whose source has `redirectTo`.", headers: ["Location"] },
      },
      problems: [403, 409, 429, 503],
      localized: true,
    },
    "GET /v1/forms/{formId}": {
      id: "getForm",
      summary: "What a form asks for",
      answers: { 200: { description: "The fields with their labels.", schema: definition } },
      problems: [403],
      localized: true,
    },
    "OPTIONS /v1/forms/{formId}": {
      id: "preflightForm",
      summary: "Whether a page may send the form",
      description: "Asked by browsers before a script posts to another host (CORS).",
      answers: { 204: { description: "It may." } },
      problems: [403],
    },
  },
};
