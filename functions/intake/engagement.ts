import type { HttpReply, HttpRequest } from "../../shared/runtime/http/http.ts";
import { badRequest, notFound, parseOrThrow, unavailable, wrongState } from "../../shared/runtime/http/problem.ts";
import { engagementInput } from "../../shared/schemas/lead/engagement-input.ts";
import { submitEngagement } from "../../shared/usecases/intake/submit-engagement.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { keyReused, unreadableKey } from "./intake-problem.ts";
import { knownSource } from "./known-source.ts";

/** `POST /v1/engagement`: what a person did, from marketing's systems. */
export async function postEngagement(request: HttpRequest, ports: Ports): Promise<HttpReply> {
  const { config, source } = await knownSource(request, ports);
  const input = parseOrThrow(engagementInput, request.body);
  const keyHeader = request.headers["idempotency-key"];
  const engaged = await submitEngagement(ports, { source, config, input, keyHeader });
  switch (engaged.outcome) {
    case "recorded": {
      const { leadId, score, status, temperature } = engaged.state;
      return {
        status: 200,
        body: source.answer === "full" ? { leadId, status, score, temperature } : { recorded: true },
      };
    }
    case "unknown":
      throw notFound("lead");
    case "wrongState":
      throw wrongState(engaged.state.status, "Nothing more is recorded about this lead.");
    case "badKey":
      throw badRequest(unreadableKey);
    case "keyReused":
      throw keyReused();
    case "busy":
      throw unavailable("The lead is being changed by others. Repeat the request in a moment.", 1);
    default:
      throw engaged satisfies never;
  }
}
