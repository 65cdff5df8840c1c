import { STATES_ERRORS } from "../steps/failure.ts";
import type { Definition, StateDefinition } from "./definition.ts";
import { type DefinitionProblem, pointerTo } from "./unsupported-definition.ts";

/** What AWS refuses although each field alone is well formed: dead ends, unreachable states, misplaced wildcards. */
export function graphProblems(definition: Definition): readonly DefinitionProblem[] {
  const states = Object.entries(definition.States);
  const reached = reachable(definition);
  return [
    ...missing(definition, ["StartAt"], definition.StartAt),
    ...states.flatMap(([name, state]) => [
      ...targetsOf(state).flatMap(({ path, target }) => missing(definition, ["States", name, ...path], target)),
      ...problemsOf(state).map((problem) => ({ ...problem, pointer: pointerTo(["States", name]) + problem.pointer })),
      ...(reached.has(name)
        ? []
        : [{ pointer: pointerTo(["States", name]), message: "no transition leads to this state" }]),
    ]),
  ];
}

function missing(definition: Definition, path: readonly PropertyKey[], target: string): readonly DefinitionProblem[] {
  return Object.hasOwn(definition.States, target)
    ? []
    : [{ pointer: pointerTo(path), message: `there is no state '${target}'` }];
}

function targetsOf(state: StateDefinition): readonly { path: readonly PropertyKey[]; target: string }[] {
  const next = "Next" in state && state.Next !== undefined ? [{ path: ["Next"], target: state.Next }] : [];
  switch (state.Type) {
    case "Task":
      return [...next, ...state.Catch.map(({ Next }, index) => ({ path: ["Catch", index, "Next"], target: Next }))];
    case "Choice":
      return [
        ...state.Choices.map(({ Next }, index) => ({ path: ["Choices", index, "Next"], target: Next })),
        ...(state.Default === undefined ? [] : [{ path: ["Default"], target: state.Default }]),
      ];
    default:
      return next;
  }
}

function reachable(definition: Definition): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [definition.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = definition.States[name];
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    open.push(...targetsOf(state).map(({ target }) => target));
  }
  return reached;
}

function problemsOf(state: StateDefinition): readonly DefinitionProblem[] {
  switch (state.Type) {
    case "Task":
      return [
        ...leavingProblems(state),
        ...errorNameProblems("Retry", state.Retry),
        ...errorNameProblems("Catch", state.Catch),
        ...heartbeatProblems(state),
      ];
    case "Wait":
      return [
        ...leavingProblems(state),
        ...((state.Seconds === undefined) === (state.Timestamp === undefined)
          ? [{ pointer: "", message: "needs either Seconds or Timestamp" }]
          : []),
      ];
    case "Pass":
      return leavingProblems(state);
    case "Choice":
    case "Succeed":
    case "Fail":
      return [];
  }
}

function leavingProblems(state: { Next?: string | undefined; End?: true | undefined }): readonly DefinitionProblem[] {
  return (state.Next === undefined) === (state.End === undefined)
    ? [{ pointer: "", message: "needs either Next or End" }]
    : [];
}

function errorNameProblems(
  field: "Retry" | "Catch",
  rules: readonly { readonly ErrorEquals: readonly string[] }[],
): readonly DefinitionProblem[] {
  return rules.flatMap(({ ErrorEquals: names }, index) => {
    const problem = (message: string) => [{ pointer: pointerTo([field, index, "ErrorEquals"]), message }];
    const unknown = names.find((name) => name.startsWith("States.") && !STATES_ERRORS.has(name));
    if (unknown !== undefined) return problem(`unknown error name '${unknown}'`);
    if (!names.includes("States.ALL")) return [];
    if (names.length > 1) return problem("States.ALL must stand alone");
    return index < rules.length - 1 ? problem("States.ALL must come last") : [];
  });
}

/** A missed heartbeat is a `States.Timeout` too (see failure.ts), so a catcher for it behind one for that would never be reached. */
function heartbeatProblems(state: Extract<StateDefinition, { Type: "Task" }>): readonly DefinitionProblem[] {
  const heartbeat = state.Catch.findIndex(({ ErrorEquals }) => ErrorEquals.includes("States.HeartbeatTimeout"));
  const timeout = state.Catch.findIndex(({ ErrorEquals }) => ErrorEquals.includes("States.Timeout"));
  const problem = (path: readonly PropertyKey[], message: string) => [{ pointer: pointerTo(path), message }];
  if (state.HeartbeatSeconds === undefined) {
    return heartbeat < 0 ? [] : problem(["Catch", heartbeat], "there is no HeartbeatSeconds to time out");
  }
  if (timeout >= 0 && (heartbeat < 0 || heartbeat > timeout)) {
    return problem(
      ["Catch", timeout],
      "catches a missed heartbeat as well: catch States.HeartbeatTimeout before States.Timeout",
    );
  }
  const { HeartbeatSeconds: beat, TimeoutSeconds: limit } = state;
  const tooLong = typeof beat === "number" && typeof limit === "number" && beat >= limit;
  return tooLong ? problem(["HeartbeatSeconds"], "must be smaller than TimeoutSeconds") : [];
}
