import type { HttpReply, HttpRequest } from "../../shared/runtime/http/http.ts";
import { badRequest } from "../../shared/runtime/http/problem.ts";
import { submitLead } from "../../shared/usecases/intake/submit-lead.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { intakeProblem } from "./intake-problem.ts";
import { knownSource } from "./known-source.ts";

/** `POST /v1/leads`: 201, or 200 for a duplicate, a test and a repeat. */
export async function postLead(request: HttpRequest, ports: Ports): Promise<HttpReply> {
  const { config, source } = await knownSource(request, ports);
  if (request.body === undefined) {
    throw badRequest("Send the lead as JSON in the body.");
  }
  const submitted = await submitLead(ports, {
    source,
    config,
    json: request.body,
    keyHeader: request.headers["idempotency-key"],
    locale: request.locale,
  });
  if (submitted.outcome !== "answered") {
    throw intakeProblem(submitted);
  }
  const { answer, fresh } = submitted;
  const known = !fresh || answer.verdict === "duplicate" || answer.verdict === "test";
  return { status: known ? 200 : 201, body: answer };
}
