import type { CallFailed } from "../../infra/local/states/integrations.ts";

/** Small task states and machines for the interpreter's tests. */
const invoke = "arn:aws:states:::lambda:invoke";

export const lambdaTask = {
  Type: "Task",
  Resource: invoke,
  Arguments: { FunctionName: "workflow", Payload: {} },
  End: true,
};

export const waitingTask = {
  ...lambdaTask,
  Resource: `${invoke}.waitForTaskToken`,
  Arguments: { FunctionName: "workflow", Payload: { token: "{% $states.context.Task.Token %}" } },
};

export const throttled: CallFailed = { error: "Lambda.TooManyRequestsException", cause: "Rate Exceeded." };

const stateName = (errorName: string) => errorName.replace(/\W/g, "");

/** A task with one catcher per name, in that order; each ends in a failure of that name with the cause "caught". */
export const withCatch = (state: object, ...names: string[]) => ({
  QueryLanguage: "JSONata",
  StartAt: "Only",
  States: {
    Only: { ...state, Catch: names.map((name) => ({ ErrorEquals: [name], Next: stateName(name) })) },
    ...Object.fromEntries(names.map((name) => [stateName(name), { Type: "Fail", Error: name, Cause: "caught" }])),
  },
});
