import { compileState } from "./compile-state.ts";
import { type Definition, parseDefinition } from "./definition.ts";
import { graphProblems } from "./definition-graph.ts";
import type { State } from "./state.ts";
import { type DefinitionProblem, UnsupportedDefinition } from "./unsupported-definition.ts";

/** A definition ready to run, under the ARN it is deployed at. */
export interface StateMachine {
  readonly arn: string;
  readonly name: string;
  /** The definition's text, as DescribeStateMachine answers it. */
  readonly definition: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly startAt: string;
  /** Whole seconds an execution may last. */
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
}

/**
 * Compiles a definition, given as JSON text or as its value. `createdAt`: epoch ms.
 * @throws UnsupportedDefinition naming every type, field, integration and expression that the runner does not run
 */
export function loadStateMachine(arn: string, definition: unknown, createdAt: number): StateMachine {
  const text = typeof definition === "string" ? definition : JSON.stringify(definition);
  const parsed = parseDefinition(JSON.parse(text));
  if (!("States" in parsed)) throw new UnsupportedDefinition(arn, parsed);
  const problems: DefinitionProblem[] = [...languageProblems(parsed), ...graphProblems(parsed)];
  const variables = assignedVariables(parsed);
  const states = Object.entries(parsed.States).map(
    ([name, state]) => [name, compileState(name, state, variables, (problem) => problems.push(problem))] as const,
  );
  if (problems.length > 0) throw new UnsupportedDefinition(arn, problems);
  const { StartAt: startAt, TimeoutSeconds: timeoutSeconds } = parsed;
  const name = arn.split(":").at(-1) ?? arn;
  return { arn, name, definition: text, createdAt, startAt, timeoutSeconds, states: new Map(states) };
}

/** Without QueryLanguage AWS would read JSONPath. */
function languageProblems(definition: Definition): readonly DefinitionProblem[] {
  const plain = Object.entries(definition.States).find(([, state]) => state.QueryLanguage === undefined);
  if (definition.QueryLanguage !== undefined || plain === undefined) return [];
  return [{ pointer: "/QueryLanguage", message: "must be JSONata, here or in every state" }];
}

function assignedVariables(definition: Definition): ReadonlySet<string> {
  const names = Object.values(definition.States).flatMap((state) => {
    const own = "Assign" in state ? [state.Assign] : [];
    const inCatch = state.Type === "Task" ? state.Catch.map(({ Assign }) => Assign) : [];
    const inChoices = state.Type === "Choice" ? state.Choices.map(({ Assign }) => Assign) : [];
    return [...own, ...inCatch, ...inChoices].flatMap((assign) => Object.keys(assign ?? {}));
  });
  return new Set(names);
}
