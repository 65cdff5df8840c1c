import type { HttpReply, HttpRequest } from "../../shared/runtime/http/http.ts";
import type { Source } from "../../shared/schemas/source.ts";
import { type FormSubmitted, formDefinition, submitForm } from "../../shared/usecases/intake/submit-form.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { openForm } from "./form-origin.ts";
import { checkPage, thankYouPage, tryLaterPage } from "./form-pages.ts";
import { intakeProblem } from "./intake-problem.ts";

/** `POST /v1/forms/{formId}`: JSON for scripts; for a plain form the customer's own page (303) or one of ours. */
export async function postForm(request: HttpRequest, ports: Ports): Promise<HttpReply> {
  const { config, cors, source } = await openForm(request, ports);
  const submitted = await submitForm(ports, {
    source,
    config,
    fields: request.body,
    origin: {
      ip: request.sourceIp,
      userAgent: request.headers["user-agent"],
      pageUrl: request.headers.referer,
    },
    keyHeader: request.headers["idempotency-key"],
  });
  const reply = byScript(request) ? jsonReply(submitted) : pageReply(submitted, source, request);
  return { ...reply, headers: { ...cors, ...reply.headers } };
}

/** `GET /v1/forms/{formId}`: what the form asks for. */
export async function getForm(request: HttpRequest, ports: Ports): Promise<HttpReply> {
  const { cors, source } = await openForm(request, ports);
  return { status: 200, body: formDefinition(source, request.locale), headers: cors };
}

/** `OPTIONS /v1/forms/{formId}`: the browser asks before a script may post. */
export async function optionsForm(request: HttpRequest, ports: Ports): Promise<HttpReply> {
  const { cors } = await openForm(request, ports);
  return { status: 204, headers: cors };
}

const byScript = ({ contentType, headers }: HttpRequest): boolean =>
  contentType.startsWith("application/json") || (headers.accept ?? "").includes("application/json");

function jsonReply(submitted: FormSubmitted): HttpReply {
  if (submitted.outcome === "thanked") {
    return { status: 201, body: { leadId: submitted.leadId, verdict: "accepted" } };
  }
  const refused = intakeProblem(submitted);
  const { headers, status } = refused.problem;
  return { status, body: refused.toJSON(), headers: { "content-type": "application/problem+json", ...headers } };
}

function pageReply(submitted: FormSubmitted, source: Source, { locale }: HttpRequest): HttpReply {
  if (submitted.outcome === "thanked") {
    const location = source.form?.redirectTo;
    return location === undefined
      ? { status: 200, html: thankYouPage(locale) }
      : { status: 303, headers: { location } };
  }
  const { problem } = intakeProblem(submitted);
  if (problem.status !== 422) {
    return { status: problem.status, html: tryLaterPage(locale), headers: problem.headers ?? {} };
  }
  const pointers = problem.errors?.map(({ pointer }) => pointer) ?? [];
  return { status: 422, html: checkPage(locale, pointers, !isUnreachable(submitted)) };
}

/** Neither e-mail nor phone was given: the one thing a lead needs. */
const isUnreachable = (submitted: FormSubmitted): boolean =>
  submitted.outcome === "misfit" &&
  submitted.error.issues.some(({ code, path }) => code === "custom" && path[0] === "email");
