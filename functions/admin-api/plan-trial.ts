import * as z from "zod";
import type { HttpRequest, PersonHandler } from "../../shared/runtime/http.ts";
import { parseOrThrow } from "../../shared/runtime/problem.ts";
import { leadInput } from "../../shared/schemas/lead-input.ts";
import { type PlanInput, planInput } from "../../shared/schemas/plan.ts";
import { slug } from "../../shared/schemas/primitives.ts";
import { planProblems } from "../../shared/usecases/configuration/check-plan.ts";
import { previewPlan } from "../../shared/usecases/configuration/preview-plan.ts";
import { summariseDecision } from "../../shared/usecases/summarise-decision.ts";
import { found, mustBeDone } from "./replies.ts";

const previewRequest = z.strictObject({
  /** As for `POST /v1/leads`, but nobody need be reachable. */
  lead: z.strictObject(leadInput.shape),
  /** A plan that is not saved yet. */
  plan: planInput.optional(),
  source: slug.optional(),
  /** Who has this person already. */
  ownerId: slug.optional(),
});

const check: PersonHandler = async (request, _ports, config) => {
  const plan = planToCheck(request) ?? found(config.plan, "plan");
  return { status: 200, body: { problems: planProblems(config, plan, request.locale) } };
};

/** The plan sent, by itself or under `plan`; undefined for the present one. */
function planToCheck({ body }: HttpRequest): PlanInput | undefined {
  if (typeof body !== "object" || body === null || Object.keys(body).length === 0) return undefined;
  return "plan" in body ? parseOrThrow(z.strictObject({ plan: planInput }), body).plan : parseOrThrow(planInput, body);
}

const preview: PersonHandler = async (request, ports, config) => {
  const { lead, plan: draft, source, ownerId } = parseOrThrow(previewRequest, request.body);
  const outcome = await previewPlan(ports, config, { lead, plan: draft, sourceId: source, ownerId });
  const { decision, score, temperature, plan } = mustBeDone(outcome);
  const summary = summariseDecision(decision, { agents: config.agents, plan }, request.locale);
  return { status: 200, body: { ...decision, summary, score, temperature } };
};

export const planTrialRoutes: Readonly<Record<string, PersonHandler>> = {
  "POST /v1/plan/check": check,
  "POST /v1/plan/preview": preview,
};
