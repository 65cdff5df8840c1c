import { problemsOf } from "../../shared/runtime/http/invalid-fields.ts";
import { badRequest, conflict, HttpProblem, invalid, tooMany, unavailable } from "../../shared/runtime/http/problem.ts";
import type { FormSubmitted } from "../../shared/usecases/intake/submit-form.ts";

export type Refused = Exclude<FormSubmitted, { readonly outcome: "thanked" }>;

export const unreadableKey =
  'Send Idempotency-Key as a quoted text of at most 255 characters, for example "order-4711".';

/** The answer to a sender whose lead was not taken in: what is wrong and how to put it right. */
export function intakeProblem(refused: Refused): HttpProblem {
  switch (refused.outcome) {
    case "misfit":
      return invalid(problemsOf(refused.error));
    case "invalid":
      return invalid(refused.problems);
    case "badKey":
      return badRequest(unreadableKey);
    case "keyReused":
      return keyReused();
    case "tooMany": {
      const { limit, retryAfterSeconds } = refused;
      return tooMany(retryAfterSeconds, `At most ${limit} requests a minute are accepted from this source.`, {
        "ratelimit-policy": `"default";q=${limit};w=60`,
        ratelimit: `"default";r=0;t=${retryAfterSeconds}`,
      });
    }
    case "inProgress":
      return conflict("in-progress", "The same request is still being worked on. Repeat it in a moment.", 1);
    case "busy":
      return unavailable("Another lead of the same person is just being taken in. Repeat the request in a moment.", 1);
    default:
      return refused satisfies never;
  }
}

export const keyReused = (): HttpProblem =>
  new HttpProblem({
    status: 422,
    type: "idempotency-key-reused",
    title: "This Idempotency-Key was used for another request",
    detail: "Use a new key for each new request, and the same key only to repeat one unchanged.",
  });
