import { describe, expect, it } from "vitest";
import { loadStateMachine } from "../../../../infra/local/states/definition/state-machine.ts";
import { UnsupportedDefinition } from "../../../../infra/local/states/definition/unsupported-definition.ts";
import { leadWorkflow } from "../../../../infra/workflow/lead-workflow.ts";
import { leadWorkflowDefinition } from "../../../support/lead-workflow-definition.ts";
import { MACHINE, only, START } from "../../../support/states-harness.ts";

const load = (definition: unknown) => loadStateMachine(MACHINE, definition, START);

const problems = (definition: unknown) => {
  try {
    load(definition);
  } catch (error) {
    if (error instanceof UnsupportedDefinition)
      return error.problems.map(({ pointer, message }) => `${pointer}: ${message}`);
    throw error;
  }
  return [];
};

const task = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "workflow", Payload: {} },
  End: true,
};
const pass = { Type: "Pass", End: true };
const waiting = { ...task, Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken", HeartbeatSeconds: 10 };
const catching = (...names: string[]) => ({ Catch: names.map((name) => ({ ErrorEquals: [name], Next: "Only" })) });

it("loads the lead workflow, as value and as text", () => {
  expect(load(leadWorkflowDefinition).states.size).toBe(8);
  expect(load(JSON.stringify(leadWorkflowDefinition)).startAt).toBe("Remember");
});

it("loads the definition that is deployed", () => {
  const resources = {
    tableName: "Leads",
    workflowFunctionArn: "arn:aws:lambda:eu-central-1:000000000000:function:workflow",
  };
  expect(problems(leadWorkflow(resources))).toEqual([]);
});

it("says in its message which machine and where", () => {
  const broken = only({ ...pass, Paramters: {} });
  expect(() => load(broken)).toThrow(`${MACHINE}\n  /States/Only/Paramters: unknown field`);
});

describe("refuses loudly", () => {
  it.each([
    ["an unknown state type", only({ ...pass, Type: "Map" }), "/States/Only/Type: unknown state type"],
    ["an unknown field of the machine", only(pass, { ProcessorConfig: {} }), "/ProcessorConfig: unknown field"],
    ["an unknown field of a state", only({ ...pass, ResultPath: "$" }), "/States/Only/ResultPath: unknown field"],
    [
      "a field of another state type",
      only({ ...pass, TimeoutSeconds: 5 }),
      "/States/Only/TimeoutSeconds: unknown field",
    ],
    ["credentials", only({ ...task, Credentials: {} }), "/States/Only/Credentials: unknown field"],
    [
      "an unknown field of a retrier",
      only({ ...task, Retry: [{ ErrorEquals: ["A"], Delay: 1 }] }),
      "/States/Only/Retry/0/Delay: unknown field",
    ],
    [
      "an unknown field of a catcher",
      only({ ...task, Catch: [{ ErrorEquals: ["A"], Next: "Only", ResultPath: "$" }] }),
      "/States/Only/Catch/0/ResultPath: unknown field",
    ],
    ["a name with slashes, escaped", only({ ...pass, "a/b~c": 1 }), "/States/Only/a~1b~0c: unknown field"],
    ["an unknown version", only(pass, { Version: "2.0" }), "/Version: "],
    ["JSONPath", only({ ...pass, QueryLanguage: "JSONPath" }), "/States/Only/QueryLanguage: "],
    ["no query language", { StartAt: "Only", States: { Only: pass } }, "/QueryLanguage: must be JSONata"],
    [
      "an integration it does not run",
      only({ ...task, Resource: "arn:aws:states:::sqs:sendMessage" }),
      "/States/Only/Resource: integration 'arn:aws:states:::sqs:sendMessage' is not run locally",
    ],
    [
      "an action it does not run",
      only({ ...task, Resource: "arn:aws:states:::aws-sdk:dynamodb:toString" }),
      "/States/Only/Resource: integration",
    ],
    [
      "a bare function as resource",
      only({ ...task, Resource: "arn:aws:lambda:eu:0:function:f" }),
      "/States/Only/Resource: ",
    ],
    [
      "an unknown parameter of a call",
      only({ ...task, Arguments: { FunctionName: "f", payload: {} } }),
      "/States/Only/Arguments/payload: unknown parameter",
    ],
    [
      "arguments it cannot check",
      only({ ...task, Arguments: "{% $states.input %}" }),
      "/States/Only/Arguments: must be an object",
    ],
    ["a state that is not there", only({ Type: "Pass", Next: "Gone" }), "/States/Only/Next: there is no state 'Gone'"],
    ["a start that is not there", { ...only(pass), StartAt: "Gone" }, "/StartAt: there is no state 'Gone'"],
    [
      "a state nothing leads to",
      { ...only(pass), States: { Only: pass, Alone: pass } },
      "/States/Alone: no transition leads to this state",
    ],
    ["a dead end", only({ Type: "Pass" }), "/States/Only: needs either Next or End"],
    ["two ways on", only({ ...pass, Next: "Only" }), "/States/Only: needs either Next or End"],
    ["a wait for nothing", only({ Type: "Wait", End: true }), "/States/Only: needs either Seconds or Timestamp"],
    ["seconds that are not whole", only({ ...task, TimeoutSeconds: 1.5 }), "/States/Only/TimeoutSeconds: "],
    [
      "an error name of nobody",
      only({ ...task, ...catching("States.Timeuot") }),
      "/States/Only/Catch/0/ErrorEquals: unknown error name",
    ],
    [
      "States.ALL before others",
      only({ ...task, ...catching("States.ALL", "A") }),
      "/States/Only/Catch/0/ErrorEquals: States.ALL must come last",
    ],
    [
      "States.ALL among others",
      only({ ...task, Retry: [{ ErrorEquals: ["A", "States.ALL"] }] }),
      "/States/Only/Retry/0/ErrorEquals: States.ALL must stand alone",
    ],
    [
      "a time-out caught before the heartbeat's",
      only({ ...waiting, ...catching("States.Timeout", "States.HeartbeatTimeout") }),
      "/States/Only/Catch/0: catches a missed heartbeat as well",
    ],
    [
      "a time-out caught instead of the heartbeat's",
      only({ ...waiting, ...catching("States.Timeout") }),
      "/States/Only/Catch/0: catches",
    ],
    [
      "a heartbeat's time-out without one",
      only({ ...task, ...catching("States.HeartbeatTimeout") }),
      "/States/Only/Catch/0: there is no",
    ],
    [
      "a heartbeat as long as the time-out",
      only({ ...waiting, TimeoutSeconds: 10 }),
      "/States/Only/HeartbeatSeconds: must be smaller",
    ],
    [
      "a token in a call that does not wait",
      only({ ...task, Arguments: { FunctionName: "f", Payload: "{% $states.context.Task.Token %}" } }),
      "/States/Only/Arguments/Payload: there is no task token in this field",
    ],
    [
      "a result in a catcher",
      only({ ...task, Catch: [{ ErrorEquals: ["A"], Next: "Only", Output: "{% $states.result %}" }] }),
      "/States/Only/Catch/0/Output: $states.result does not exist in this field",
    ],
    ["a variable named states", only({ ...pass, Assign: { states: 1 } }), "/States/Only/Assign/states"],
  ])("%s", (_, definition, expected) => {
    expect(problems(definition)).toContainEqual(expect.stringContaining(expected));
  });

  it("everything at once, not only the first", () => {
    const found = problems(only({ ...task, Resource: "arn:x", Output: "{% $gone %}", Next: "Gone" }));
    expect(found).toHaveLength(4);
  });
});

describe("refuses expressions that AWS refuses or would answer otherwise", () => {
  it.each([
    ["syntax", "{% $states.input. %}", "invalid JSONata: "],
    ["a half-open expression", "{% $states.input", "must start with {% and end with %}"],
    ["text around it", " {% $states.input %}", "must start with {% and end with %}"],
    ["an unknown function", "{% $parseJson('1') %}", "unknown function $parseJson"],
    ["real time", "{% $millis() %}", "unknown function $millis"],
    ["real time, passed on", "{% [1] ~> $map($now) %}", "variable $now is never assigned"],
    ["chance", "{% $random() %}", "unknown function $random"],
    ["evaluation", "{% $eval('1') %}", "unknown function $eval"],
    ["a variable nobody assigns", "{% $timeout.accept %}", "variable $timeout is never assigned"],
    ["a variable in a predicate", "{% $keys($states.input)[$ = $gone] %}", "variable $gone is never assigned"],
    ["a bare name", "{% leadId %}", "reference to 'leadId' at the top level"],
    ["a bare name in a lambda", "{% $map([1], function($x) { leadId }) %}", "reference to 'leadId' at the top level"],
    ["the root", "{% $$.leadId %}", "the top-level context is empty"],
    ["the context item", "{% $ %}", "the top-level context is empty"],
    ["$states whole", "{% $states %}", "$states as a whole"],
    ["an unknown part", "{% $states.inptu %}", "$states.inptu does not exist"],
    ["a result before there is one", "{% $states.result %}", "$states.result does not exist in this field"],
    ["an error outside a catcher", "{% $states.errorOutput %}", "$states.errorOutput does not exist in this field"],
    [
      "an unknown context",
      "{% $states.context.Execution.RoleArn %}",
      "$states.context.Execution.RoleArn is not supported",
    ],
    ["a token where there is none", "{% $states.context.Task.Token %}", "there is no task token in this field"],
  ])("%s", (_, expression, expected) => {
    const found = problems(only({ ...pass, Output: { deep: [expression] } }));
    expect(found).toEqual([expect.stringContaining(`/States/Only/Output/deep/0: `)]);
    expect(found[0]).toContain(expected);
  });

  it.each([
    "{% $states.input.items[value > 3].name %}",
    "{% ($x := 1; $f := function($y) { $y + $x }; $f(2)) %}",
    "{% $states.input.items#$i.{ 'n': $i, 'name': name } %}",
    "{% $states.input.items^(>price).name %}",
    "{% $states.input.items{ kind: $sum(price) } %}",
    "{% $map($states.input.items, $string) %}",
    "{% $states.input.items.($.name & $uppercase(kind)) %}",
    "{% $uuid() & $hash('a', 'SHA-256') %}",
    "no expression at 100%}{%",
  ])("but not %s", (expression) => {
    expect(problems(only({ ...pass, Output: expression }))).toEqual([]);
  });
});
