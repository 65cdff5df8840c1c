import { compileTemplate, type Place, type Template } from "../expressions.ts";
import type { StateDefinition, TaskDefinition } from "./definition.ts";
import type { Readable, StatesField } from "./expression-rules.ts";
import type { Json, JsonObject } from "./json.ts";
import { parseResource, type TaskResource, unknownParameters } from "./resources.ts";
import type { Exit, State, TaskState } from "./state.ts";
import { pointerTo } from "./unsupported-definition.ts";

interface Leaving {
  readonly Output?: Json | undefined;
  readonly Assign?: JsonObject | undefined;
  readonly Next?: string | undefined;
}

/** Compiles one state. `variables`: every name that some state of the machine assigns. Problems go to `report`. */
export function compileState(
  name: string,
  state: StateDefinition,
  variables: ReadonlySet<string>,
  report: Place["report"],
): State {
  const readable = (...more: readonly StatesField[]): Readable => ({
    states: new Set<StatesField>(["input", "context", ...more]),
    variables,
    taskToken: false,
  });
  const place: Place = { path: ["States", name], field: "", readable: readable(), report };
  switch (state.Type) {
    case "Task":
      return compileTask(name, state, place, readable);
    case "Pass":
    case "Succeed":
      return { type: state.Type, name, exit: compileExit(place, state) };
    case "Wait": {
      const seconds = optional(place, "Seconds", state.Seconds);
      const timestamp = optional(place, "Timestamp", state.Timestamp);
      return { type: "Wait", name, seconds, timestamp, exit: compileExit(place, state) };
    }
    case "Choice": {
      const rules = state.Choices.map((rule, index) => {
        const inRule = { ...place, path: [...place.path, "Choices", index], field: `Choices[${index}]/` };
        return { condition: compile(inRule, "Condition", rule.Condition), ...compileExit(inRule, rule) };
      });
      const otherwise = compileExit(place, { ...state, Next: state.Default });
      return { type: "Choice", name, rules, otherwise: state.Default === undefined ? undefined : otherwise };
    }
    case "Fail":
      return {
        type: "Fail",
        name,
        error: optional(place, "Error", state.Error),
        cause: optional(place, "Cause", state.Cause),
      };
  }
}

function compileTask(
  name: string,
  state: TaskDefinition,
  place: Place,
  readable: (...more: readonly StatesField[]) => Readable,
): TaskState {
  const resource = parseResource(state.Resource) ?? refuseResource(state.Resource, place);
  refuseParameters(resource, state.Arguments, place);
  const inArguments = { ...place, readable: { ...place.readable, taskToken: resource.waitsForToken } };
  return {
    type: "Task",
    name,
    resource,
    args: compile(inArguments, "Arguments", state.Arguments),
    timeoutSeconds: optional(place, "TimeoutSeconds", state.TimeoutSeconds),
    heartbeatSeconds: optional(place, "HeartbeatSeconds", state.HeartbeatSeconds),
    retriers: state.Retry,
    catchers: state.Catch.map((catcher, index) => {
      const path = [...place.path, "Catch", index];
      const inCatcher = { ...place, path, field: `Catch[${index}]/`, readable: readable("errorOutput") };
      return { errorEquals: catcher.ErrorEquals, ...compileExit(inCatcher, catcher) };
    }),
    exit: compileExit({ ...place, readable: readable("result") }, state),
  };
}

function compileExit(place: Place, leaving: Leaving): Exit {
  const inAssign = { ...place, path: [...place.path, "Assign"], field: `${place.field}Assign/` };
  return {
    output: optional(place, "Output", leaving.Output),
    assign: Object.entries(leaving.Assign ?? {}).map(([variable, value]) => [
      variable,
      compile(inAssign, variable, value),
    ]),
    next: leaving.Next,
  };
}

const compile = (place: Place, field: string, value: Json): Template =>
  compileTemplate(value, { ...place, path: [...place.path, field], field: place.field + field });

const optional = (place: Place, field: string, value: Json | undefined): Template | undefined =>
  value === undefined ? undefined : compile(place, field, value);

function refuseResource(resource: string, place: Place): TaskResource {
  place.report({
    pointer: pointerTo([...place.path, "Resource"]),
    message: `integration '${resource}' is not run locally`,
  });
  return { service: "lambda", waitsForToken: false };
}

function refuseParameters(resource: TaskResource, args: Json, place: Place): void {
  const path = [...place.path, "Arguments"];
  const unknown = unknownParameters(resource, args);
  const problem = { pointer: pointerTo(path), message: "must be an object with the call's parameters" };
  if (unknown === undefined) place.report(problem);
  for (const name of unknown ?? []) place.report({ pointer: pointerTo([...path, name]), message: "unknown parameter" });
}
