/** Why a state or an execution failed: AWS's `Error` and `Cause`. `heartbeat`: it timed out for want of a heartbeat. */
export interface Failure {
  readonly error: string;
  readonly cause?: string;
  readonly heartbeat?: true;
}

/** Carries a failure out of an expression or a size check to the state that is being run. */
export class StateFailed extends Error {
  override readonly name = "StateFailed";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.error}: ${failure.cause ?? ""}`);
    this.failure = failure;
  }
}

/** No cause, as AWS records it. */
export const TIMED_OUT: Failure = { error: "States.Timeout" };

/**
 * AWS records a missed heartbeat as `States.Timeout` and lets both `States.HeartbeatTimeout` and `States.Timeout` catch it:
 * whichever stands first wins.
 */
export const HEARTBEAT_TIMED_OUT: Failure = { error: "States.Timeout", heartbeat: true };

export const queryEvaluationError = (cause: string): Failure => ({ error: "States.QueryEvaluationError", cause });

/** Error names with a meaning of their own; any other `States.` name in ErrorEquals is a mistake. */
export const STATES_ERRORS: ReadonlySet<string> = new Set([
  "States.ALL",
  "States.TaskFailed",
  "States.Timeout",
  "States.HeartbeatTimeout",
  "States.Permissions",
  "States.QueryEvaluationError",
  "States.DataLimitExceeded",
]);

/**
 * Whether ErrorEquals names this failure. `States.TaskFailed` means any error but `States.Timeout`; `States.ALL` any error
 * but `States.DataLimitExceeded`; `States.Runtime` (the runner's own trouble) is never caught nor retried.
 */
export function matches(errorEquals: readonly string[], failure: Failure): boolean {
  if (failure.error === "States.Runtime") return false;
  return errorEquals.some((name) => {
    switch (name) {
      case "States.ALL":
        return failure.error !== "States.DataLimitExceeded";
      case "States.TaskFailed":
        return failure.error !== "States.Timeout" && failure.error !== "States.DataLimitExceeded";
      case "States.HeartbeatTimeout":
        return failure.heartbeat === true;
      default:
        return name === failure.error;
    }
  });
}
