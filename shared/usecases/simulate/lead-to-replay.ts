import type { DraftLead } from "../../domain/intake/draft-lead.ts";
import type { Placement } from "../../domain/simulation/placement.ts";
import type { LeadInput } from "../../schemas/lead/lead-input.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Source } from "../../schemas/source.ts";

/** One lead of the past, or given, made ready to be decided again. */
export interface LeadToReplay {
  readonly leadId: string;
  /** What the result calls it: its id, or its place in what was given. */
  readonly name: string;
  /** Arrival, epoch ms. */
  readonly at: number;
  readonly source: Source;
  /** Area ids it lies in. */
  readonly areas: readonly string[];
  /** Standardised, and scored by this plan. */
  readonly draft: (plan: Plan) => DraftLead;
  /** What intake asks of the sender's own words. */
  readonly input: LeadInput;
  /** What became of it. */
  readonly recorded?: Placement | undefined;
  /** The person was known before the replayed leads began: who had it, and whether that made the lead a duplicate. */
  readonly knownBefore?: { readonly agentId: string | undefined; readonly duplicate: boolean } | undefined;
}
