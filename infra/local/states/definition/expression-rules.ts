import { KNOWN_FUNCTIONS } from "../jsonata-functions.ts";

/** What an expression may read: the parts of `$states` that exist in its field, and every variable any state assigns. */
export interface Readable {
  readonly states: ReadonlySet<StatesField>;
  readonly variables: ReadonlySet<string>;
  /** `$states.context.Task.Token` exists: in the Arguments of a task that waits for it. */
  readonly taskToken: boolean;
}

export type StatesField = "input" | "context" | "result" | "errorOutput";

const CONTEXT_PATHS: ReadonlySet<string> = new Set([
  ...["Execution.Id", "Execution.Name", "Execution.Input", "Execution.StartTime"],
  ...["State.Name", "State.EnteredTime", "State.RetryCount", "StateMachine.Id", "StateMachine.Name", "Task.Token"],
]);

/** Parts of a node that read each item in turn: predicates and groupings. */
const WITH_OWN_CONTEXT: ReadonlySet<string> = new Set(["predicate", "stages", "group"]);

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
};
const isVariable = (node: Node, name: string) => node.type === "variable" && node.value === name;

/**
 * What AWS would refuse or answer differently in a parsed expression: an unknown function or variable, a part of `$states` that
 * does not exist in this field, or a reference to the top-level context, which is empty.
 */
export function expressionProblems(ast: unknown, readable: Readable): readonly string[] {
  const problems: string[] = [];
  const bound = boundNames(ast);
  const knowsVariable = (name: string) => bound.has(name) || readable.variables.has(name);

  const visitChildren = (node: Node, top: boolean, done: readonly string[] = []) => {
    for (const [key, value] of Object.entries(node)) {
      if (done.includes(key)) continue;
      for (const child of nodesIn(value)) visit(child, top && !WITH_OWN_CONTEXT.has(key));
    }
  };

  const visit = (node: Node, top: boolean) => {
    const name = String(node.value);
    switch (node.type) {
      case "path": {
        const [first, ...rest] = nodesIn(node.steps);
        if (first !== undefined && isVariable(first, "states")) problems.push(...statesProblems(rest, readable));
        else if (first !== undefined) visit(first, top);
        for (const step of rest) visit(step, false);
        return visitChildren(node, false, ["steps"]);
      }
      case "function":
      case "partial": {
        const called = nodesIn(node.procedure).find(({ type }) => type === "variable");
        const calledName = String(called?.value);
        if (called !== undefined && !KNOWN_FUNCTIONS.has(calledName) && !bound.has(calledName)) {
          problems.push(`unknown function $${calledName}`);
        }
        return visitChildren(node, top, called === undefined ? [] : ["procedure"]);
      }
      case "variable":
        if (name === "states") problems.push("$states as a whole is not supported: name one of its parts");
        else if (name === "$" || (name === "" && top)) {
          problems.push("the top-level context is empty: use $states.input");
        } else if (name !== "" && !knowsVariable(name) && !KNOWN_FUNCTIONS.has(name)) {
          problems.push(`variable $${name} is never assigned`);
        }
        break;
      case "name":
      case "wildcard":
      case "descendant":
      case "parent":
        if (top) {
          problems.push(`reference to '${name}' at the top level is not supported: use $states.input or a variable`);
        }
        break;
    }
    visitChildren(node, top);
  };

  for (const node of nodesIn(ast)) visit(node, true);
  return problems;
}

function statesProblems(steps: readonly Node[], readable: Readable): readonly string[] {
  const names = steps.map((step) => (step.type === "name" ? String(step.value) : "?"));
  const [field = "?", group, key] = names;
  if (![...readable.states].some((known) => known === field)) return [`$states.${field} does not exist in this field`];
  if (field !== "context") return [];
  const path = `${group}.${key}`;
  if (!CONTEXT_PATHS.has(path)) return [`$states.context.${path} is not supported`];
  return path === "Task.Token" && !readable.taskToken ? ["there is no task token in this field"] : [];
}

/** Names the expression itself binds: `:=`, lambda parameters, `@$x` and `#$x`. */
function boundNames(ast: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: Node) => {
    const binders = node.type === "bind" ? node.lhs : node.type === "lambda" ? node.arguments : [];
    for (const variable of nodesIn(binders)) names.add(String(variable.value));
    for (const key of ["focus", "index"]) if (typeof node[key] === "string") names.add(node[key]);
    for (const child of Object.values(node)) for (const inner of nodesIn(child)) collect(inner);
  };
  for (const node of nodesIn(ast)) collect(node);
  return names;
}
