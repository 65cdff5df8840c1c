import type { HttpReply } from "../../shared/runtime/http/http.ts";
import {
  conflict,
  type HttpProblem,
  invalid,
  notFound,
  preconditionFailed,
} from "../../shared/runtime/http/problem.ts";
import type { Outcome, Refusal } from "../../shared/usecases/configuration/outcome.ts";
import { etag } from "./expected-version.ts";

/** The outcome's value; a refusal is thrown as the problem it is. */
export function mustBeDone<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.value;
  throw problemOf(outcome.refusal);
}

function problemOf(refusal: Refusal): HttpProblem {
  switch (refusal.kind) {
    case "unknown":
      return notFound(refusal.what);
    case "stale":
      return preconditionFailed(refusal.currentVersion);
    case "inUse":
      return conflict("in-use", `It is still in use: ${refusal.by.join("; ")}. Change that first.`);
    case "decided":
      return conflict("decided", decidedTexts[refusal.status]);
    case "outdated":
      return conflict(
        "outdated",
        refusal.tier === undefined
          ? "The agent has no tier by now, so there is none to change. Refuse the proposal."
          : `The agent's tier is ${refusal.tier} by now, not the one that was to change. Refuse the proposal.`,
      );
    case "invalid":
      return invalid(refusal.errors);
    default:
      return refusal satisfies never;
  }
}

/** Of a proposal that somebody else, or the next review, has decided otherwise. */
const decidedTexts = {
  confirmed: "It was confirmed already.",
  refused: "It was refused already. The next review proposes it again if the figures still say so.",
  superseded: "Nobody decided it before the next review, which counts instead: look at the newer proposals.",
} as const;

/** One versioned thing with its tag: 201 when it is new, else 200. */
export function itemReply<T extends { readonly version: number }>(
  item: T,
  body: object = item,
  created = false,
): HttpReply {
  return { status: created ? 201 : 200, body, headers: etag(item) };
}

export const gone: HttpReply = { status: 204 };

/** The thing found, or 404. */
export function found<T>(item: T | undefined, what: string): T {
  if (item === undefined) throw notFound(what);
  return item;
}
