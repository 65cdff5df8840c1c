import { canonicalJson } from "../../domain/intake/canonical-json.ts";
import { emailAddress } from "../../domain/intake/facts/email-address.ts";
import { idempotencyKey } from "../../domain/intake/idempotency-key.ts";
import type { EngagementInput } from "../../schemas/lead/engagement-input.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Source } from "../../schemas/source.ts";
import { actionKeyOf } from "../lifecycle/actions/action-key.ts";
import { engageLead } from "../lifecycle/actions/record-engagement.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";

export interface EngagementSubmission {
  readonly source: Source;
  readonly config: Configuration;
  readonly input: EngagementInput;
  /** The `Idempotency-Key` header. */
  readonly keyHeader?: string | undefined;
}

export type Engaged =
  | { readonly outcome: "recorded"; readonly state: LeadState }
  /** No such lead, or not this source's. */
  | { readonly outcome: "unknown" }
  | { readonly outcome: "wrongState"; readonly state: LeadState }
  | { readonly outcome: "badKey" | "keyReused" | "busy" };

type EngagementPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation" | "intake" | "secrets">;

/**
 * Records what a person did, as marketing's systems report it (B3): the lead's score follows, and a nurtured lead that
 * reaches the threshold is handed over. A source that learns only verdicts reports on its own leads; others on any.
 */
export async function submitEngagement(ports: EngagementPorts, submission: EngagementSubmission): Promise<Engaged> {
  const { config, input, keyHeader, source } = submission;
  const callerId = `source:${source.sourceId}`;
  const key = actionKey(ports, callerId, submission);
  if (key === undefined && keyHeader !== undefined) {
    return { outcome: "badKey" };
  }
  const leadId = await engagedLead(ports, source, input);
  const routing = withPlan(config);
  if (leadId === undefined || routing === undefined) {
    return { outcome: leadId === undefined ? "unknown" : "busy" };
  }
  const { at = new Date(ports.clock.now()).toISOString(), detail, type } = input;
  const { committed } = await engageLead(ports, routing, {
    leadId,
    actor: callerId,
    engagement: { type, at, ...(detail === undefined ? {} : { detail }) },
    key,
  });
  switch (committed.outcome) {
    case "done":
      return { outcome: "recorded", state: committed.state };
    case "refused":
      return { outcome: "wrongState", state: committed.state };
    case "gone":
      return { outcome: "unknown" };
    default:
      return { outcome: committed.outcome };
  }
}

function actionKey(ports: Pick<Ports, "secrets">, callerId: string, { input, keyHeader }: EngagementSubmission) {
  const key = keyHeader === undefined ? undefined : idempotencyKey(keyHeader);
  if (key === undefined) return undefined;
  return actionKeyOf(ports.secrets, { callerId, key, action: "engagement", rawBody: canonicalJson(input) });
}

/** The person's lead: the first one, when it is linked to another. */
async function engagedLead(
  ports: EngagementPorts,
  source: Source,
  input: EngagementInput,
): Promise<string | undefined> {
  const leadId = input.leadId ?? (await byExternalId(ports, source, input)) ?? (await byEmail(ports, input));
  const state = leadId === undefined ? undefined : await ports.leads.state(leadId);
  if (state === undefined || (source.answer === "verdict" && state.sourceId !== source.sourceId)) {
    return undefined;
  }
  return state.duplicateOf ?? state.leadId;
}

async function byExternalId(ports: EngagementPorts, { sourceId }: Source, { externalId }: EngagementInput) {
  if (externalId === undefined) return undefined;
  const name = { sourceId, kind: "externalId", value: ports.secrets.digest(externalId) } as const;
  return (await ports.intake.claimed(name, ports.clock.now()))?.leadId;
}

async function byEmail(ports: EngagementPorts, { email }: EngagementInput) {
  const address = email === undefined ? undefined : emailAddress(email)?.email;
  if (address === undefined) return undefined;
  return ports.intake.marked("email", await ports.secrets.keyedHash("person", `email:${address}`));
}
