import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { LeadToken, WorkflowTimeouts } from "../../../schemas/lead/workflow.ts";
import { isFinal, phaseAt, phaseOf, type Wait, waitOf } from "../phase.ts";
import { workflowTimeouts } from "./workflow-timeouts.ts";

/** Output of a completed wait, and cause of one that failed by name: what the execution waits for next, and how long. */
export interface TokenOutput {
  readonly wait: number;
  readonly timeouts: WorkflowTimeouts;
}

export type TokenFailure = "Reoffered" | "Posted" | "Reassigned" | "Resumed" | "Ended";

export type TokenAnswer =
  /** The token stands for what the lead still waits for. */
  | { readonly kind: "keep" }
  | { readonly kind: "succeed"; readonly output: TokenOutput }
  | { readonly kind: "fail"; readonly error: TokenFailure; readonly cause: TokenOutput };

/**
 * What to tell the execution that waits with `token`, now that the lead is in `state`: the handshake of the two items,
 * which have no common order in the stream. Asked on every version of the lead and on every token, each time with a
 * consistent read of the other item, it leaves no interleaving in which a stale wait goes on.
 * An execution one phase behind goes on; two behind, it goes on with a wait that is stale already and is completed by
 * the next question; in the same phase or ahead of the lead, it goes back by name. Time-outs count from `now`.
 */
export function answerToken(
  token: Pick<LeadToken, "wait" | "cycle" | "at">,
  state: LeadState,
  now: number,
): TokenAnswer {
  const output = (wait: number): TokenOutput => ({ wait, timeouts: workflowTimeouts(state, now) });
  const fail = (error: TokenFailure): TokenAnswer => ({ kind: "fail", error, cause: output(state.wait) });
  if (state.cycle > token.cycle) return fail("Ended");
  if (state.cycle < token.cycle || state.wait <= token.wait) return { kind: "keep" };
  const phase = waitOf(state);
  if (phase === "none") {
    return token.at === "HoldOwnership" && isFinal(state.status)
      ? { kind: "succeed", output: output(state.wait) }
      : fail("Ended");
  }
  // Held from the acceptance on: there is no wait in between.
  if (phaseOf(state.status) === "contact" && phase === "ownership") return fail("Resumed");
  switch (order[phase] - order[phaseAt(token.at)]) {
    case 1:
      return { kind: "succeed", output: output(state.wait) };
    case 2:
      return { kind: "succeed", output: output(state.wait - 1) };
    default:
      return fail(backTo(phase));
  }
}

/** Whether a lead is to be claimed or accepted, the first contact comes next. */
const order: Readonly<Record<Wait, number>> = { claim: 0, acceptance: 0, contact: 1, ownership: 2, none: 3 };

/** The name by which every waiting state is left for the wait of the given phase. */
export function backTo(phase: Wait): TokenFailure {
  switch (phase) {
    case "claim":
      return "Posted";
    case "acceptance":
      return "Reoffered";
    case "contact":
      return "Reassigned";
    case "ownership":
      return "Resumed";
    case "none":
      return "Ended";
  }
}
