import { describe, expect, it } from "vitest";
import type { CallFailed } from "../../../../infra/local/states/integrations.ts";
import { only, statesHarness } from "../../../support/states-harness.ts";
import { lambdaTask, throttled, waitingTask, withCatch } from "../../../support/task-states.ts";

describe("retries", () => {
  const retry = (more: object = {}) => [{ ErrorEquals: ["Lambda.TooManyRequestsException"], ...more }];
  const seconds = (harness: { calls: readonly { at: number }[] }) => {
    const first = harness.calls[0]?.at ?? 0;
    return harness.calls.map(({ at }) => (at - first) / 1000);
  };

  it("wait as long as AWS would, in virtual time, and cost a transition each", async () => {
    const harness = statesHarness({ lambda: () => throttled });
    await harness.run(only({ ...lambdaTask, Retry: retry() }));
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
    await harness.run(only({ ...lambdaTask, Retry: retry(rule) }));
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
        Only: { ...lambdaTask, Retry: rules, Catch: [{ ErrorEquals: ["States.TaskFailed"], Next: "Again" }] },
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
    await harness.run(only({ ...waitingTask, Retry: retry() }));
    const first = harness.token();
    await harness.pass(10);
    expect(tokens.size).toBe(3);
    await expect(harness.states.succeedTask(first, {})).rejects.toMatchObject({ code: "TaskTimedOut" });
    await harness.states.succeedTask(harness.token(), {});
    expect(harness.states.executions()).toMatchObject([{ status: "SUCCEEDED", billedTransitions: 4 }]);
  });

  it("come before catchers; the first catcher that names the error wins", async () => {
    const harness = statesHarness({ lambda: () => throttled });
    const state = { ...lambdaTask, Retry: retry({ MaxAttempts: 1 }) };
    await harness.run(withCatch(state, "Lambda.ServiceException", "States.TaskFailed", throttled.error));
    await harness.pass(1);
    expect(harness.calls).toHaveLength(2);
    expect(harness.states.executions()).toMatchObject([{ error: "States.TaskFailed", cause: "caught" }]);
  });
});
