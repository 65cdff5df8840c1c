import { canonicalJson } from "../../domain/intake/canonical-json.ts";
import { type Fields, isFields, withDefaults } from "../../domain/intake/field-paths.ts";
import type { FormOrigin } from "../../domain/intake/forms/form-consent.ts";
import { formLead, withMisfitsKept } from "../../domain/intake/forms/form-fields.ts";
import { type FormQuestion, formQuestions } from "../../domain/intake/forms/form-questions.ts";
import { idempotencyKey } from "../../domain/intake/idempotency-key.ts";
import { leadInput } from "../../schemas/lead/lead-input.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Source } from "../../schemas/source.ts";
import type { Configuration } from "../ports/ports.ts";
import { type IntakePorts, receiveLead } from "./receive-lead.ts";
import type { Submitted } from "./submit-lead.ts";

export interface FormSubmission {
  readonly source: Source;
  readonly config: Configuration;
  readonly fields: unknown;
  readonly origin: Omit<FormOrigin, "at">;
  readonly keyHeader?: string | undefined;
}

export type FormSubmitted =
  /** What everyone is told: a visitor learns nothing about a known person, a robot nothing about being found out. */
  { readonly outcome: "thanked"; readonly leadId: string } | Exclude<Submitted, { readonly outcome: "answered" }>;

/** The source whose form this is, or undefined: the form's public id is the source's id. */
export function formSource(config: Configuration, formId: string): Source | undefined {
  const source = config.sources.get(formId);
  return source?.form === undefined ? undefined : source;
}

/** Whether a page of this origin may send the form: any when the source names none; programs send no `Origin` at all. */
export function originAllowed(source: Pick<Source, "origins">, origin: string | undefined): boolean {
  if (source.origins === undefined || origin === undefined) {
    return true;
  }
  return source.origins.some((allowed) => new URL(allowed).origin === origin.toLowerCase());
}

/** Takes in a customer's own form (`POST /v1/forms/{formId}`), the same way as any lead. */
export async function submitForm(ports: IntakePorts, submission: FormSubmission): Promise<FormSubmitted> {
  const { config, fields, keyHeader, source } = submission;
  const country = source.country ?? config.plan?.defaultCountry;
  const form = isFields(fields) ? fields : {};
  const { honeypot, lead } = formLead(form, source, { ...submission.origin, at: ports.clock.now() }, country);
  const robot = honeypot.trim() !== "";
  const parsed = parseForm(withDefaults(lead, source.defaults));
  if (!parsed.success) {
    return robot ? pretended(ports) : { outcome: "misfit", error: parsed.error };
  }
  const received = await receiveLead(ports, {
    source,
    config,
    input: parsed.data,
    idempotencyKey: keyHeader === undefined ? undefined : idempotencyKey(keyHeader),
    bodyHash: ports.secrets.digest(canonicalJson(form)),
    honeypot,
  });
  if (received.outcome === "answered") {
    return { outcome: "thanked", leadId: received.body.leadId };
  }
  return robot && received.outcome === "invalid" ? pretended(ports) : received;
}

/** A robot's nonsense is not kept, and the robot is thanked like anyone. */
const pretended = ({ clock, ids }: Pick<IntakePorts, "clock" | "ids">): FormSubmitted => ({
  outcome: "thanked",
  leadId: ids.leadId(clock.now()),
});

/** Reads the form as a lead; what our fields cannot take is kept as it came. */
function parseForm(lead: Fields) {
  const parsed = leadInput.safeParse(lead);
  if (parsed.success) {
    return parsed;
  }
  const misfits = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "email")));
  const kept = withMisfitsKept(lead, [...misfits]);
  return kept === undefined ? parsed : leadInput.safeParse(kept);
}

export interface FormDefinition {
  readonly formId: string;
  readonly fields: readonly FormQuestion[];
  /** Name of the hidden field that must stay empty. */
  readonly honeypot: string;
}

/** What a form asks for (`GET /v1/forms/{formId}`); without a visitor token, all of it. */
export function formDefinition(source: Source, locale: Locale): FormDefinition {
  return {
    formId: source.sourceId,
    fields: formQuestions(source.form?.fields, locale),
    honeypot: source.form?.honeypot ?? "website",
  };
}
