import * as z from "zod";
import { leadActionInputs } from "../../../schemas/lead/lead-actions.ts";
import { leadResource } from "../../answers/lead.ts";
import type { NamedSchema, Resource } from "../../resource.ts";

const act = <Name extends keyof typeof leadActionInputs>(action: Name) =>
  leadActionInputs[action].extend({ action: z.literal(action) });

const linkAction: NamedSchema = {
  id: "LinkAction",
  side: "request",
  schema: z.discriminatedUnion("action", [
    act("accept"),
    act("decline"),
    act("claim"),
    act("contact"),
    act("qualify"),
    act("handover"),
    act("appointment"),
    act("convert"),
    act("lose"),
    act("unqualify"),
    act("feedback"),
    act("engagement"),
  ]),
  description:
    "An action with its fields, as for `POST /v1/leads/{id}/…`. Forms send texts: `at` in local time, a deal's `amount` and `currency`.",
  examples: {
    accept: { action: "accept" },
    claim: { action: "claim" },
    decline: { action: "decline", reason: "No time today" },
  },
};

export const links: Resource = {
  tag: "Links",
  about:
    "What an agent gets by SMS, push or e-mail: one link for each lead, without signing in. It opens an offer, a lead of the pool that the agent may claim, and then the work on it.",
  schemas: [linkAction],
  operations: {
    "GET /o/{token}": {
      id: "openLink",
      summary: "The offer, the lead to claim, or the work on it",
      description: "Changes nothing: mail and chat programs fetch links.",
      answers: {
        200: { description: "The page for how the lead stands now.", page: true },
        410: {
          description: "The offer is over: expired, declined, or somebody else's; or somebody was quicker to claim it.",
          page: true,
        },
      },
      localized: true,
    },
    "POST /o/{token}": {
      id: "actByLink",
      summary: "Accept, decline, claim, log a contact …",
      body: { schema: linkAction, mediaTypes: ["application/x-www-form-urlencoded", "application/json"] },
      answers: {
        200: { description: "Done, to JSON.", schema: leadResource },
        303: { description: "Done, to a form: back to the page.", headers: ["Location"] },
        410: { description: "Too late, to a form: the page says why.", page: true },
      },
      problems: [409, 503],
    },
  },
};
