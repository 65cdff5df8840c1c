import * as z from "zod";
import type { HttpRequest, PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { type PlanInput, planInput } from "../../../shared/schemas/plan/plan.ts";
import { planPreviewRequest, planSimulateRequest } from "../../../shared/schemas/plan/plan-trial.ts";
import { planProblems } from "../../../shared/usecases/configuration/views/check-plan.ts";
import { previewPlan } from "../../../shared/usecases/configuration/views/preview-plan.ts";
import { simulateRequest } from "../../../shared/usecases/simulate/simulate-request.ts";
import { summariseDecision } from "../../../shared/usecases/summarise-decision.ts";
import { withoutReadOnly } from "../read-only.ts";
import { found, mustBeDone } from "../replies.ts";

const check: PersonHandler = async (request, { clock }, config) => {
  const plan = planToCheck(request) ?? found(config.plan, "plan");
  return { status: 200, body: { problems: planProblems(config, plan, { locale: request.locale, now: clock.now() }) } };
};

/** The plan sent, by itself or under `plan`; undefined for the present one. */
function planToCheck({ body }: HttpRequest): PlanInput | undefined {
  if (body === undefined || isEmptyObject(body)) return undefined;
  return typeof body === "object" && body !== null && "plan" in body
    ? parseOrThrow(z.strictObject({ plan: planInput }), withPlanAsSent(body)).plan
    : parseOrThrow(planInput, withoutReadOnly(body, ["version", "problems"]));
}

function isEmptyObject(body: unknown): boolean {
  return typeof body === "object" && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}

/** A plan under `plan` may be one that was read. */
function withPlanAsSent(body: unknown): unknown {
  const hasPlan = typeof body === "object" && body !== null && "plan" in body;
  return hasPlan ? { ...body, plan: withoutReadOnly(body.plan, ["version", "problems"]) } : body;
}

const preview: PersonHandler = async (request, ports, config) => {
  const { plan: unsaved, source: sourceId, ...asked } = parseOrThrow(planPreviewRequest, withPlanAsSent(request.body));
  const outcome = await previewPlan(ports, config, { ...asked, plan: unsaved, sourceId });
  const { decision, score, temperature, plan } = mustBeDone(outcome);
  const told = summariseDecision(decision, { ...config, plan }, request.locale, { facts: asked.lead });
  return { status: 200, body: { ...told, score, temperature } };
};

const simulate: PersonHandler = async (request, ports, config) => {
  const input = parseOrThrow(planSimulateRequest, withPlanAsSent(request.body));
  return { status: 200, body: mustBeDone(await simulateRequest(ports, config, input, request.locale)) };
};

export const planTrialRoutes: Readonly<Record<string, PersonHandler>> = {
  "POST /v1/plan/check": check,
  "POST /v1/plan/preview": preview,
  "POST /v1/plan/simulate": simulate,
};
