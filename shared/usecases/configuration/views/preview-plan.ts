import type { Stage } from "../../../domain/handover/stage.ts";
import { draftLead } from "../../../domain/intake/draft-lead.ts";
import { normaliseFacts } from "../../../domain/intake/facts/normalise-facts.ts";
import { areasOf } from "../../../domain/routing/areas.ts";
import { decisionOf } from "../../../domain/routing/decision.ts";
import { isNurtured } from "../../../domain/scoring/temperature-of.ts";
import type { Decision } from "../../../schemas/lead/decision.ts";
import type { LeadInput } from "../../../schemas/lead/lead-input.ts";
import type { Plan, PlanInput } from "../../../schemas/plan/plan.ts";
import type { Temperature } from "../../../schemas/primitives.ts";
import { type Source, sourceInput } from "../../../schemas/source.ts";
import { isasOf } from "../../lifecycle/routed-placement.ts";
import type { Configuration, Ports } from "../../ports/ports.ts";
import { previewLead } from "../../preview-lead.ts";
import type { AssignPorts } from "../../routing/assignment.ts";
import { done, type Outcome, refused } from "../outcome.ts";

export interface PreviewRequest {
  readonly lead: LeadInput;
  /** A plan that is not saved yet; the present one when left out. */
  readonly plan?: PlanInput | undefined;
  readonly sourceId?: string | undefined;
  /** The agent who has this person already, to see what continuity does. */
  readonly ownerId?: string | undefined;
  /** `handover`: as if an ISA had just handed it over (C6). */
  readonly stage?: Stage | undefined;
}

export interface Preview {
  readonly decision: Decision;
  readonly score: number;
  readonly temperature: Temperature;
  readonly plan: Plan;
}

/** Where a previewed lead comes from when nothing is said: a source without any settings. */
const noSource: Source = { ...sourceInput.parse({ name: "preview" }), sourceId: "preview", version: 1 };

/** What would become of this lead now, without any effect (F10): standardised, scored and routed like a real one. */
export async function previewPlan(
  ports: AssignPorts & Pick<Ports, "clock">,
  config: Configuration,
  request: PreviewRequest,
): Promise<Outcome<Preview>> {
  const plan = request.plan ? { ...request.plan, version: config.planVersion + 1 } : config.plan;
  if (!plan) return refused({ kind: "unknown", what: "plan" });
  const source = request.sourceId === undefined ? noSource : config.sources.get(request.sourceId);
  if (!source) return invalid("/source", `there is no source ${request.sourceId}`);
  const normalised = normaliseFacts({ ...source.defaults, ...request.lead }, source.country ?? plan.defaultCountry);
  if (!normalised.accepted) {
    const errors = normalised.problems.map(({ pointer, detail }) => ({ pointer: `/lead${pointer}`, detail }));
    return refused({ kind: "invalid", errors });
  }

  const now = ports.clock.now();
  const areas = areasOf(normalised.facts, config.areas);
  const draft = draftLead(request.lead, normalised, { source, plan, areas, now });
  const score = draft.score.total;
  const about = { score, temperature: draft.temperature, plan };
  const { stage = "new" } = request;
  if (stage === "new" && isNurtured(score, plan.scoring)) return done({ ...about, decision: nurtured(plan.version) });

  const lead = { ...draft, leadId: ports.ids.leadId(now), areas, score, stage };
  const exclude = stage === "handover" ? isasOf(config) : [];
  const { agents, timeOff, buyers } = config;
  const routing = { agents, timeOff, areas: config.areas, buyers, figures: config.figures, plan };
  return done({
    ...about,
    decision: await previewLead(ports, routing, { lead, owner: request.ownerId, exclude, now }),
  });
}

function nurtured(planVersion: number): Decision {
  const trace = { method: "nurture", runners: [], leftOut: new Map() };
  return decisionOf({ ruleId: "handover", trace, rules: [], outcome: "nurture", planVersion }, "full");
}

function invalid(pointer: string, detail: string): Outcome<Preview> {
  return refused({ kind: "invalid", errors: [{ pointer, detail }] });
}
