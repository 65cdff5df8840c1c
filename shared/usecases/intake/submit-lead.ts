import type * as z from "zod";
import { canonicalJson } from "../../domain/intake/canonical-json.ts";
import { isFields, withDefaults } from "../../domain/intake/field-paths.ts";
import { idempotencyKey } from "../../domain/intake/idempotency-key.ts";
import { type LeadAnswer, leadAnswer } from "../../domain/intake/lead-answer.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import { leadInput } from "../../schemas/lead/lead-input.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Source } from "../../schemas/source.ts";
import type { Configuration } from "../ports/ports.ts";
import { summariseDecision } from "../summarise-decision.ts";
import { type IntakePorts, type Received, receiveLead } from "./receive-lead.ts";

export interface LeadSubmission {
  readonly source: Source;
  readonly config: Configuration;
  readonly json: unknown;
  /** The `Idempotency-Key` header. */
  readonly keyHeader?: string | undefined;
  /** Language of the decision's summary. */
  readonly locale: Locale;
}

export type Submitted =
  /** `fresh`: this post made the lead. */
  | { readonly outcome: "answered"; readonly answer: LeadAnswer; readonly fresh: boolean }
  /** The JSON does not fit the schema. */
  | { readonly outcome: "misfit"; readonly error: z.ZodError }
  /** The Idempotency-Key cannot be read. */
  | { readonly outcome: "badKey" }
  | Exclude<Received, { readonly outcome: "answered" }>;

/** Takes in a lead of our own JSON format (`POST /v1/leads`) and answers what the source may know. */
export async function submitLead(ports: IntakePorts, submission: LeadSubmission): Promise<Submitted> {
  const { config, json, keyHeader, locale, source } = submission;
  const parsed = leadInput.safeParse(isFields(json) ? withDefaults(json, source.defaults) : json);
  if (!parsed.success) {
    return { outcome: "misfit", error: parsed.error };
  }
  const key = keyHeader === undefined ? undefined : idempotencyKey(keyHeader);
  if (keyHeader !== undefined && key === undefined) {
    return { outcome: "badKey" };
  }
  const received = await receiveLead(ports, {
    source,
    config,
    input: parsed.data,
    idempotencyKey: key,
    bodyHash: ports.secrets.digest(canonicalJson(json)),
  });
  if (received.outcome !== "answered") {
    return received;
  }
  return {
    outcome: "answered",
    fresh: received.fresh,
    answer: answerFor(received.body, source.answer, config, locale),
  };
}

function answerFor(body: LeadBody, answer: Source["answer"], config: Configuration, locale: Locale): LeadAnswer {
  return leadAnswer(body, answer, (decision) => summariseDecision(decision, config, locale, body));
}
