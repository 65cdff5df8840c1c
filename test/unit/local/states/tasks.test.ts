import { describe, expect, it } from "vitest";
import type { CallFailed } from "../../../../infra/local/states/integrations.ts";
import { MACHINE, only, statesHarness } from "../../../support/states-harness.ts";

const invoke = "arn:aws:states:::lambda:invoke";
const lambda = { Type: "Task", Resource: invoke, Arguments: { FunctionName: "workflow", Payload: {} }, End: true };
const waiting = {
  ...lambda,
  Resource: `${invoke}.waitForTaskToken`,
  Arguments: { FunctionName: "workflow", Payload: { token: "{% $states.context.Task.Token %}" } },
};
const caught = (...names: string[]) => names.map((name) => ({ ErrorEquals: [name], Next: name.replace(/\W/g, "") }));
const throttled: CallFailed = { error: "Lambda.TooManyRequestsException", cause: "Rate Exceeded." };
const ends = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name.replace(/\W/g, ""), { Type: "Fail", Error: name, Cause: "caught" }]));

const withCatch = (state: object, ...names: string[]) => ({
  QueryLanguage: "JSONata",
  StartAt: "Only",
  States: { Only: { ...state, Catch: caught(...names) }, ...ends(...names) },
});

describe("a plain call", () => {
  it("hands on the function's answer as AWS wraps it", async () => {
    const harness = statesHarness({ lambda: () => ({ fine: true }) });
    await harness.run(only({ ...lambda, Output: "{% $states.result %}" }));
    const [arn] = harness.states.executionsOf(harness.transitions[0]?.stateMachineArn ?? "");
    expect(JSON.parse(arn?.output ?? "")).toEqual({
      ExecutedVersion: "$LATEST",
      Payload: { fine: true },
      StatusCode: 200,
    });
  });

  it("names DynamoDB's exceptions as AWS does", async () => {
    const conflict: CallFailed = { error: "ConditionalCheckFailedException", cause: "The conditional request failed" };
    const put = {
      ...lambda,
      Resource: "arn:aws:states:::aws-sdk:dynamodb:putItem",
      Arguments: { TableName: "Leads", Item: { pk: { S: "a" } } },
    };
    const harness = statesHarness({ dynamodb: () => conflict });
    await harness.run(withCatch(put, "DynamoDb.ConditionalCheckFailedException"));
    expect(harness.calls).toEqual([{ at: harness.clock.now(), to: "putItem", args: put.Arguments }]);
    expect(harness.states.executions()).toMatchObject([
      { error: "DynamoDb.ConditionalCheckFailedException", cause: "caught" },
    ]);
  });

  it("counts as in flight until it comes back, not while a token is out", async () => {
    let answer = (_: object) => {};
    const harness = statesHarness({
      lambda: () => new Promise<object>((resolve) => (answer = resolve)) as Promise<never>,
    });
    harness.states.define(MACHINE, only(waiting));
    await harness.states.start(MACHINE, "one");
    expect(harness.states.inFlight()).toBe(1);
    answer({});
    await harness.settle();
    expect(harness.states.inFlight()).toBe(0);
    expect(harness.states.executions()).toMatchObject([{ status: "RUNNING" }]);
  });

  it("fails the execution for good when the runner itself fails", async () => {
    const harness = statesHarness({ lambda: () => Promise.reject(new Error("no such function")) });
    await harness.run({
      ...withCatch(lambda, "States.ALL"),
    });
    expect(harness.states.executions()).toMatchObject([{ error: "States.Runtime", cause: "Error: no such function" }]);
  });
});

describe("a call that hands out a token", () => {
  it("may be completed before it returns", async () => {
    let finish = () => {};
    const returned = new Promise<void>((resolve) => (finish = resolve));
    const harness = statesHarness({ lambda: async () => returned.then(() => ({ error: "TooLate", cause: "" })) });
    harness.states.define(MACHINE, only(waiting));
    await harness.states.start(MACHINE, "one");

    await harness.states.succeedTask(harness.token(), { wait: 2 });

    expect(harness.states.executions()).toMatchObject([{ status: "SUCCEEDED" }]);
    expect(harness.states.inFlight()).toBe(1);
    finish();
    await harness.settle();
    expect(harness.states.executions()).toMatchObject([{ status: "SUCCEEDED", billedTransitions: 2 }]);
  });

  it("fails at once when the function fails; its token is dead then", async () => {
    const harness = statesHarness({ lambda: () => ({ error: "StillHeld", cause: "{}" }) });
    await harness.run(withCatch(waiting, "StillHeld"));
    expect(harness.states.executions()).toMatchObject([{ error: "StillHeld" }]);
    await expect(harness.states.succeedTask(harness.token(), {})).rejects.toMatchObject({ code: "TaskTimedOut" });
  });

  it("knows forged tokens from dead ones", async () => {
    const harness = statesHarness();
    await harness.run(only(waiting));
    const token = harness.token();
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [forged, "nonsense", `${token}=`, "é".repeat(704)]) {
      await expect(harness.states.succeedTask(wrong, {})).rejects.toMatchObject({ code: "InvalidToken" });
    }
    await harness.states.reset();
    await expect(harness.states.succeedTask(token, {})).rejects.toMatchObject({ code: "TaskDoesNotExist" });
  });
});

describe("time-outs", () => {
  it("uncaught, fail the execution with States.Timeout and no cause", async () => {
    const harness = statesHarness();
    await harness.run(only({ ...waiting, TimeoutSeconds: 60 }));
    await harness.pass(60);
    expect(harness.states.executions()).toEqual([
      expect.objectContaining({ status: "FAILED", error: "States.Timeout" }),
    ]);
    expect(harness.states.executions()[0]).not.toHaveProperty("cause");
  });

  it.each(["States.TaskFailed", "StillHeld"])("are not caught by %s", async (name) => {
    const harness = statesHarness();
    await harness.run(withCatch({ ...waiting, TimeoutSeconds: 60 }, name));
    await harness.pass(60);
    expect(harness.states.executions()).toMatchObject([{ error: "States.Timeout" }]);
  });

  it.each(["States.HeartbeatTimeout", "States.ALL"])("for want of a heartbeat are caught by %s", async (name) => {
    const harness = statesHarness();
    await harness.run(withCatch({ ...waiting, TimeoutSeconds: 60, HeartbeatSeconds: 10 }, name));
    await harness.pass(10);
    expect(harness.states.executions()).toMatchObject([{ error: name, cause: "caught" }]);
  });

  it("of the whole task are not caught by States.HeartbeatTimeout", async () => {
    const harness = statesHarness();
    await harness.run(
      withCatch({ ...waiting, TimeoutSeconds: 60, HeartbeatSeconds: 59 }, "States.HeartbeatTimeout", "States.Timeout"),
    );
    await harness.pass(30);
    await harness.states.heartbeat(harness.token());
    await harness.pass(30);
    expect(harness.states.executions()).toMatchObject([{ error: "States.Timeout", cause: "caught" }]);
  });

  it("of a plain call leave the call's late answer without effect", async () => {
    let finish = () => {};
    const returned = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const harness = statesHarness({ lambda: () => returned.then(() => ({})) });
    harness.states.define(MACHINE, {
      ...{ QueryLanguage: "JSONata", StartAt: "Only" },
      States: {
        Only: { ...lambda, TimeoutSeconds: 5, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Later" }] },
        Later: { Type: "Wait", Seconds: 60, End: true },
      },
    });
    await harness.states.start(MACHINE, "one");
    await harness.clock.advanceTo(harness.clock.now() + 5000, async () => undefined);
    const [before] = harness.states.executions();
    expect(before).toMatchObject({ currentState: "Later", billedTransitions: 3 });
    finish();
    await harness.settle();
    expect(harness.states.executions()).toEqual([before]);
  });

  it("come too late when the completion was first, even in the same instant", async () => {
    const harness = statesHarness();
    await harness.run({
      ...{ QueryLanguage: "JSONata", StartAt: "Only" },
      States: {
        Only: { ...waiting, TimeoutSeconds: 60, End: undefined, Next: "Later" },
        Later: { Type: "Wait", Seconds: 60, End: true },
      },
    });
    const token = harness.token();
    const busy = ["two", "three", "four"].map((name) => harness.states.start(MACHINE, name));
    const completed = harness.states.succeedTask(token, {});
    await harness.clock.advanceTo(harness.clock.now() + 60_000, async () => undefined);
    await Promise.all([...busy, completed]);
    expect(harness.states.executions()[0]).toMatchObject({ status: "RUNNING", currentState: "Later" });
  });

  it.each([0, 1.5, "60", -1])("must be whole positive seconds, not %s", async (seconds) => {
    const harness = statesHarness();
    await harness.run(
      withCatch({ ...waiting, TimeoutSeconds: "{% $states.input.seconds %}" }, "States.QueryEvaluationError"),
      { seconds },
    );
    expect(harness.calls).toEqual([]);
    expect(harness.states.executions()).toMatchObject([{ error: "States.QueryEvaluationError", cause: "caught" }]);
  });

  it("must leave room for a heartbeat", async () => {
    const harness = statesHarness();
    const state = { ...waiting, TimeoutSeconds: "{% $states.input.seconds %}", HeartbeatSeconds: 60 };
    await harness.run(only(state), { seconds: 60 });
    expect(harness.states.executions()).toMatchObject([{ error: "States.QueryEvaluationError" }]);
  });
});

describe("retries", () => {
  const retry = (more: object = {}) => [{ ErrorEquals: ["Lambda.TooManyRequestsException"], ...more }];
  const seconds = (harness: { calls: readonly { at: number }[] }) => {
    const first = harness.calls[0]?.at ?? 0;
    return harness.calls.map(({ at }) => (at - first) / 1000);
  };

  it("wait as long as AWS would, in virtual time, and cost a transition each", async () => {
    const harness = statesHarness({ lambda: () => throttled });
    await harness.run(only({ ...lambda, Retry: retry() }));
    expect(harness.states.inFlight()).toBe(0);
    await harness.pass(3600);
    expect(seconds(harness)).toEqual([0, 1, 3, 7]);
    expect(harness.states.executions()).toMatchObject([
      { status: "FAILED", error: throttled.error, cause: throttled.cause, billedTransitions: 5 },
    ]);
    expect(harness.transitions.map(({ kind }) => kind)).toEqual(["start", "state", "retry", "retry", "retry"]);
  });

  it("respect MaxDelaySeconds; full jitter takes the full delay", async () => {
    const harness = statesHarness({ lambda: () => throttled });
    const rule = { IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10, JitterStrategy: "FULL" };
    await harness.run(only({ ...lambda, Retry: retry(rule) }));
    await harness.pass(3600);
    expect(seconds(harness)).toEqual([0, 2, 8, 18, 28]);
  });

  it("count per retrier, and start afresh when the state is entered again", async () => {
    const other: CallFailed = { error: "Lambda.ServiceException", cause: "" };
    const harness = statesHarness({ lambda: (_, call) => (call % 2 === 1 ? throttled : other) });
    const rules = [...retry({ MaxAttempts: 1 }), { ErrorEquals: ["Lambda.ServiceException"], MaxAttempts: 1 }];
    await harness.run({
      ...{ QueryLanguage: "JSONata", StartAt: "Only" },
      States: {
        Only: { ...lambda, Retry: rules, Catch: [{ ErrorEquals: ["States.TaskFailed"], Next: "Again" }] },
        Again: { Type: "Wait", Seconds: 100, Next: "Only" },
      },
    });
    await harness.pass(1);
    await harness.pass(1);
    expect(harness.calls).toHaveLength(3);
    await harness.pass(102);
    expect(harness.calls).toHaveLength(6);
  });

  it("end with the first success, with a new token each time", async () => {
    const tokens = new Set<string>();
    const harness = statesHarness({
      lambda: ({ token }, call) => {
        tokens.add(String(token));
        return call < 3 ? throttled : {};
      },
    });
    await harness.run(only({ ...waiting, Retry: retry() }));
    const first = harness.token();
    await harness.pass(10);
    expect(tokens.size).toBe(3);
    await expect(harness.states.succeedTask(first, {})).rejects.toMatchObject({ code: "TaskTimedOut" });
    await harness.states.succeedTask(harness.token(), {});
    expect(harness.states.executions()).toMatchObject([{ status: "SUCCEEDED", billedTransitions: 4 }]);
  });

  it("come before catchers; the first catcher that names the error wins", async () => {
    const harness = statesHarness({ lambda: () => throttled });
    const state = { ...lambda, Retry: retry({ MaxAttempts: 1 }) };
    await harness.run(withCatch(state, "Lambda.ServiceException", "States.TaskFailed", throttled.error));
    await harness.pass(1);
    expect(harness.calls).toHaveLength(2);
    expect(harness.states.executions()).toMatchObject([{ error: "States.TaskFailed", cause: "caught" }]);
  });
});
