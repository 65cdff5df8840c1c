import { workflowErrors } from "../../shared/contract/workflow.ts";
import { olderCycle } from "./calls.ts";
import type { Catcher } from "./states-language.ts";

/** Where a wait goes that somebody ended early. */
interface Destinations<Name extends string> {
  readonly offered: Name;
  readonly posted: Name;
  readonly owned: Name;
  readonly held: Name;
  readonly closed: Name;
}

/** Passes the state's own input on: what was waited for has not changed. */
export const sameInput = "{% $states.input %}";

/**
 * `{wait, timeouts}` of the wait to come, from the error's cause. The consumer sends it as the cause itself; a function that
 * throws gets it wrapped by Lambda as `{errorType, errorMessage}`.
 */
const newInput =
  "{% ($cause := $parse($states.errorOutput.Cause); $exists($cause.errorMessage) ? $parse($cause.errorMessage) : $cause) %}";

/** The catches that every waiting state shares: each outcome has a name of its own, so no Choice state is ever billed. */
export function endedEarly<Name extends string>(to: Destinations<Name>): readonly Catcher<Name>[] {
  return [
    { ErrorEquals: [workflowErrors.reoffered], Next: to.offered, Output: newInput },
    { ErrorEquals: [workflowErrors.posted], Next: to.posted, Output: newInput },
    { ErrorEquals: [workflowErrors.reassigned], Next: to.owned, Output: newInput },
    { ErrorEquals: [workflowErrors.resumed], Next: to.held, Output: newInput },
    { ErrorEquals: [workflowErrors.ended, olderCycle], Next: to.closed },
  ];
}
