/** The part of the Amazon States Language (JSONata dialect) in which the lead workflow is written. */
export interface Definition<Name extends string> {
  readonly Comment: string;
  readonly QueryLanguage: "JSONata";
  readonly StartAt: Name;
  readonly States: Readonly<Record<Name, State<Name>>>;
}

type State<Name extends string> = TaskState<Name> | SucceedState;

export type TaskState<Name extends string> = TaskFields<Name> & ({ readonly Next: Name } | { readonly End: true });

export interface TaskFields<Name extends string> extends Call {
  readonly Type: "Task";
  readonly Comment: string;
  readonly TimeoutSeconds: number | Expression;
  readonly HeartbeatSeconds?: Expression;
  readonly Catch: readonly Catcher<Name>[];
}

/** What a task calls, and which failures of that call are worth another try. */
export interface Call {
  readonly Resource: `arn:aws:states:::${string}`;
  readonly Arguments: Readonly<Record<string, unknown>>;
  readonly Retry: readonly Retrier[];
}

interface SucceedState {
  readonly Type: "Succeed";
  readonly Comment: string;
}

/** A JSONata expression as a field holds it. */
export type Expression = `{% ${string} %}`;

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: "FULL";
}

/** `Output` becomes the input of the next state. */
export interface Catcher<Name extends string> {
  readonly ErrorEquals: readonly string[];
  readonly Next: Name;
  readonly Output?: Expression;
}
