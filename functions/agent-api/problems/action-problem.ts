import {
  conflict,
  forbidden,
  HttpProblem,
  invalid,
  notFound,
  unavailable,
  wrongState,
} from "../../../shared/runtime/http/problem.ts";
import type { Committed } from "../../../shared/usecases/lifecycle/commit-decided.ts";
import { type Reader, toldObstacle } from "../../../shared/usecases/picking/told-obstacle.ts";
import { guardRailProblem } from "./guard-rail-problem.ts";
import { incompleteProblem } from "./incomplete-problem.ts";
import { contactFirstProblem, notDeclinableProblem, notToPickProblem, openedAnotherProblem } from "./pick-problems.ts";
import { returnTooLateProblem } from "./return-problems.ts";
import { pastShareProblem } from "./share-problems.ts";
import { unavailableProblem } from "./unavailable-problem.ts";

type Refused = Exclude<Committed, { readonly outcome: "done" }>;

/** The answer to an action that was not done. */
export function actionProblem(committed: Refused, reader: Reader): HttpProblem {
  switch (committed.outcome) {
    case "gone":
      return notFound("lead");
    case "busy":
      return unavailable("Others are changing this lead right now. Repeat the request in a moment.", 1);
    case "keyReused":
      return new HttpProblem({
        status: 422,
        type: "idempotency-key-reused",
        title: "This Idempotency-Key was used for another request",
        detail: "Send a new key with a new action, or the same body again for the same answer.",
      });
    case "refused":
      return refusalProblem(committed, reader);
    default:
      return committed satisfies never;
  }
}

function refusalProblem(
  { refusal, state }: Extract<Refused, { readonly outcome: "refused" }>,
  reader: Reader,
): HttpProblem {
  const { locale, now } = reader;
  switch (refusal.kind) {
    case "notYours":
      return notFound("lead");
    case "forbidden":
      return forbidden("Your role may see this lead, but not do this with it.");
    case "wrongState":
      return wrongState(refusal.status, `The lead is ${refusal.status}; that does not allow this action.`);
    case "expired":
      return wrongState(refusal.status, "The time to answer this offer is over.", { expired: true });
    case "taken":
      return wrongState(refusal.status, "Somebody else claimed this lead first.", { taken: true });
    case "guardRail":
      return guardRailProblem(toldObstacle(refusal.obstacle, reader), now);
    case "openedAnother":
      return openedAnotherProblem(locale);
    case "notDeclinable":
      return notDeclinableProblem(locale);
    case "contactFirst":
      return contactFirstProblem(locale);
    case "notToPick":
      return notToPickProblem(locale);
    case "returnTooLate":
      return returnTooLateProblem("lead", refusal.until, reader);
    case "pastShare":
      return pastShareProblem(refusal.past, locale);
    case "shareReturnTooLate":
      return returnTooLateProblem("share", refusal.until, reader);
    case "full":
      return refusal.part === "notes"
        ? conflict("notes-full", `This lead has its ${refusal.most} notes. Log this without another one.`)
        : conflict("body-full", `A lead holds at most ${refusal.most} bytes. Send less, or replace what is there.`);
    case "shared":
      return invalid(
        [{ pointer: "/share", detail: "name the share by ?share=1, or act on it by its own id" }],
        "This lead is shared",
      );
    case "hasShare":
      return conflict("has-share", `${refusal.agentId} has, or had, another share of this lead. Choose somebody else.`);
    case "withBuyer":
      return conflict("with-buyer", `The buyer ${refusal.buyerId} has this share, or is being asked about it.`);
    case "incomplete":
      return incompleteProblem(refusal.missing, locale, refusal.mayOverride);
    case "badAnswers":
      return invalid(refusal.problems);
    case "notDue":
      return wrongState(state.status, "Nothing is due for this lead now.");
    case "unavailable":
      return unavailableProblem(refusal, locale);
    default:
      return refusal satisfies never;
  }
}
