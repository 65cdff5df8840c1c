import type { Template } from "../expressions.ts";
import type { Retrier } from "./definition.ts";
import type { TaskResource } from "./resources.ts";

/**
 * How a state is left. `output` undefined hands on the result (or the input of a state without one); `assign` sets variables;
 * both read the variables as they were before. `next` undefined ends the execution.
 */
export interface Exit {
  readonly output: Template | undefined;
  readonly assign: readonly (readonly [variable: string, value: Template])[];
  readonly next: string | undefined;
}

interface Catcher extends Exit {
  readonly errorEquals: readonly string[];
}

interface ChoiceRule extends Exit {
  readonly condition: Template;
}

export interface TaskState {
  readonly type: "Task";
  readonly name: string;
  readonly resource: TaskResource;
  readonly args: Template;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
  readonly retriers: readonly Retrier[];
  readonly catchers: readonly Catcher[];
  readonly exit: Exit;
}

export interface ChoiceState {
  readonly type: "Choice";
  readonly name: string;
  readonly rules: readonly ChoiceRule[];
  readonly otherwise: Exit | undefined;
}

export interface WaitState {
  readonly type: "Wait";
  readonly name: string;
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
  readonly exit: Exit;
}

export interface FailState {
  readonly type: "Fail";
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

/** A state ready to run: every expression compiled. */
export type State =
  | TaskState
  | ChoiceState
  | WaitState
  | FailState
  | { readonly type: "Pass" | "Succeed"; readonly name: string; readonly exit: Exit };
