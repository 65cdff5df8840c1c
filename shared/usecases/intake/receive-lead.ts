import { draftLead } from "../../domain/intake/draft-lead.ts";
import { type FieldProblem, normaliseFacts } from "../../domain/intake/facts/normalise-facts.ts";
import { areasOf } from "../../domain/routing/areas.ts";
import { day, durationMs } from "../../domain/time/durations.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import { type LeadInput, leadFacts } from "../../schemas/lead/lead-input.ts";
import type { Source } from "../../schemas/source.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { abandonClaims, type Claim, claimRequest } from "./claim-request.ts";
import { createLead, releaseStrays } from "./create-lead.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { rateExceeded } from "./source-limits.ts";

export interface LeadRequest {
  readonly source: Source;
  readonly config: Configuration;
  readonly input: LeadInput;
  readonly idempotencyKey?: string | undefined;
  /** Digest of the request's canonical JSON. */
  readonly bodyHash: string;
  /** Text of the form's hidden field that only robots fill in. */
  readonly honeypot?: string | undefined;
}

export type Received =
  /** The lead stands; `fresh` unless an earlier post made it. The answer follows from `body` alone. */
  | { readonly outcome: "answered"; readonly body: LeadBody; readonly fresh: boolean }
  | { readonly outcome: "invalid"; readonly problems: readonly FieldProblem[] }
  | { readonly outcome: "tooMany"; readonly limit: number; readonly retryAfterSeconds: number }
  | { readonly outcome: "keyReused" }
  /** The same post is being worked on. */
  | { readonly outcome: "inProgress" }
  /** Another post of the same person is being worked on. */
  | { readonly outcome: "busy" };

export type IntakePorts = Pick<Ports, "clock" | "ids" | "intake" | "leads" | "loads" | "rotation" | "secrets">;

/** The person's facts without what was sent beside them. */
const factsOf = leadFacts.strip();

/**
 * Takes one lead in (A1–A6), the same way whatever it came through: claim the request, mark the person, decide, write BODY,
 * commit STATE. Safe against dying between any two steps: a repeat goes on with the same lead id, and BODY, once there,
 * decides.
 */
export async function receiveLead(ports: IntakePorts, request: LeadRequest): Promise<Received> {
  const { config, input, source } = request;
  const now = ports.clock.now();
  const retryAfterSeconds = await rateExceeded(ports, source, now);
  if (retryAfterSeconds !== undefined) {
    return { outcome: "tooMany", limit: source.rateLimit ?? 0, retryAfterSeconds };
  }
  const normalised = normaliseFacts(factsOf.parse(input), source.country ?? config.plan?.defaultCountry);
  if (!normalised.accepted) {
    return { outcome: "invalid", problems: normalised.problems };
  }
  const names = requestNames(ports, request);
  const fresh = { leadId: ports.ids.leadId(now), bodyHash: request.bodyHash, at: now };
  const claimed = await claimRequest(ports, names, fresh);
  if (claimed.outcome !== "mine") {
    return claimed.outcome === "repeated" ? { outcome: "answered", body: claimed.body, fresh: false } : claimed;
  }
  const { claim, resumed } = claimed;
  const areas = areasOf(normalised.facts, config.areas);
  const draft = draftLead(input, normalised, { source, plan: config.plan, areas, now });
  const lead = { leadId: claim.leadId, input, draft, source, config, honeypot: request.honeypot, now };
  const held = names.map(({ name }) => name);
  try {
    const outcome = await decideOutcome(ports, lead);
    if (outcome === "busy") {
      await abandonClaims(ports, held, claim);
      return { outcome: "busy" };
    }
    const body = await createLead(ports, lead, outcome);
    if (resumed) {
      await releaseStrays(ports, body, config);
    }
    return { outcome: "answered", body, fresh: true };
  } catch (error) {
    await abandonClaims(ports, held, claim);
    throw error;
  }
}

/** How a repeat of this post is told (A3): the key for a day, the sender's own id as long as a duplicate would be. */
function requestNames(
  ports: Pick<Ports, "secrets">,
  { config, idempotencyKey, input, source }: LeadRequest,
): readonly Claim[] {
  const { sourceId } = source;
  const window = config.plan === undefined ? 90 * day : durationMs(config.plan.duplicates.window);
  const name = (kind: "key" | "externalId", text: string | undefined, keepFor: number): readonly Claim[] =>
    text ? [{ name: { sourceId, kind, value: ports.secrets.digest(text) }, keepFor }] : [];
  return [...name("key", idempotencyKey, day), ...name("externalId", input.externalId, Math.max(day, window))];
}
