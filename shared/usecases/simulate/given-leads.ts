import { draftLead } from "../../domain/intake/draft-lead.ts";
import { type FieldProblem, normaliseFacts } from "../../domain/intake/facts/normalise-facts.ts";
import { isFields, withDefaults } from "../../domain/intake/field-paths.ts";
import { areasOf } from "../../domain/routing/areas.ts";
import { type LeadInput, leadFacts } from "../../schemas/lead/lead-input.ts";
import type { PlanInput } from "../../schemas/plan/plan.ts";
import { type Source, sourceInput } from "../../schemas/source.ts";
import type { Configuration } from "../ports/ports.ts";
import type { LeadToReplay } from "./lead-to-replay.ts";

/** A lead as it was given, with its place in what was sent. */
export interface GivenLead {
  /** Where it stands in what was given: a JSON pointer, or the row of a file. */
  readonly place: string;
  readonly input: LeadInput;
  /** Arrival, epoch ms; a minute after the lead before when left out. */
  readonly at?: number | undefined;
  readonly sourceId?: string | undefined;
}

export interface GivenLeads {
  readonly leads: readonly LeadToReplay[];
  readonly problems: readonly FieldProblem[];
}

const minute = 60_000;

/** Where a lead comes from when nothing is said: a source without any settings. */
const noSource: Source = { ...sourceInput.parse({ name: "simulation" }), sourceId: "simulation", version: 1 };
/** The person's facts without what was sent beside them. */
const factsOf = leadFacts.strip();

/**
 * Given leads standardised like real ones (A2), in order of arrival; those that intake would refuse are named with their
 * place instead. `start` (epoch ms) is when the first arrives if it does not say.
 */
export function givenLeads(
  given: readonly GivenLead[],
  config: Pick<Configuration, "sources" | "areas">,
  plan: Pick<PlanInput, "defaultCountry">,
  start: number,
): GivenLeads {
  const problems: FieldProblem[] = [];
  const leads: LeadToReplay[] = [];
  let at = start - minute;
  for (const lead of given) {
    at = lead.at ?? at + minute;
    const source = lead.sourceId === undefined ? noSource : config.sources.get(lead.sourceId);
    if (!source) {
      problems.push({ pointer: `${lead.place}/source`, detail: `there is no source ${lead.sourceId}` });
      continue;
    }
    const filled = source.defaults ? withDefaults(lead.input, source.defaults) : lead.input;
    const normalised = normaliseFacts(
      factsOf.parse(isFields(filled) ? filled : {}),
      source.country ?? plan.defaultCountry,
    );
    if (!normalised.accepted) {
      problems.push(...normalised.problems.map((problem) => ({ ...problem, pointer: lead.place + problem.pointer })));
      continue;
    }
    const { input } = lead;
    const [arrival, areas] = [at, areasOf(normalised.facts, config.areas)];
    leads.push({
      // Not a lead of the table; only of the same form.
      leadId: `ld_${String(leads.length + 1).padStart(26, "0")}`,
      name: lead.place,
      at: arrival,
      source,
      input,
      areas,
      draft: (by) => draftLead(input, normalised, { source, plan: by, areas, now: arrival }),
    });
  }
  return { leads: leads.toSorted((a, b) => a.at - b.at), problems };
}
