import { type Engine, note } from "../engine.ts";
import type { Attempt, Execution } from "../execution.ts";
import type { CallOutcome } from "../integrations.ts";
import { ServiceError } from "../protocol/service-error.ts";
import type { Registry } from "../registry.ts";
import { beat } from "./tasks.ts";

/** Ends the task that waits for the token; answered when its execution has gone on. Errors as in `waiting`. */
export function completeTask(engine: Engine, registry: Registry, token: string, outcome: CallOutcome): Promise<void> {
  return engine.turns.take(() => waiting(engine, registry, token).attempt.end(outcome));
}

/** Resets the heartbeat time-out; costs no transition. Errors as in `waiting`. */
export function heartbeat(engine: Engine, registry: Registry, token: string): Promise<void> {
  return engine.turns.take(() => {
    const { execution, attempt } = waiting(engine, registry, token);
    beat(engine, execution, attempt);
    note(engine, execution, "heartbeat");
  });
}

/**
 * The attempt that waits for a token.
 * @throws ServiceError InvalidToken (never issued here), TaskDoesNotExist (its execution is forgotten), TaskTimedOut (closed)
 */
function waiting(engine: Engine, registry: Registry, text: string): { execution: Execution; attempt: Attempt } {
  const token = engine.tokens.read(text);
  if (token === undefined) throw new ServiceError("InvalidToken", "Invalid Token: 'Invalid token'");
  const execution = registry.byId(token.executionId);
  if (execution === undefined) throw new ServiceError("TaskDoesNotExist", "Task Does Not Exist: 'Unknown task'");
  const attempt = execution.run?.attempt;
  if (attempt?.number !== token.attempt) {
    throw new ServiceError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
  return { execution, attempt };
}
