import { describe, expect, it } from "vitest";
import { MACHINE, only, statesHarness } from "../../../support/states-harness.ts";
import { lambdaTask, waitingTask, withCatch } from "../../../support/task-states.ts";

describe("time-outs", () => {
  it("uncaught, fail the execution with States.Timeout and no cause", async () => {
    const harness = statesHarness();
    await harness.run(only({ ...waitingTask, TimeoutSeconds: 60 }));
    await harness.pass(60);
    expect(harness.states.executions()).toEqual([
      expect.objectContaining({ status: "FAILED", error: "States.Timeout" }),
    ]);
    expect(harness.states.executions()[0]).not.toHaveProperty("cause");
  });

  it.each(["States.TaskFailed", "StillHeld"])("are not caught by %s", async (name) => {
    const harness = statesHarness();
    await harness.run(withCatch({ ...waitingTask, TimeoutSeconds: 60 }, name));
    await harness.pass(60);
    expect(harness.states.executions()).toMatchObject([{ error: "States.Timeout" }]);
  });

  it.each(["States.HeartbeatTimeout", "States.ALL"])("for want of a heartbeat are caught by %s", async (name) => {
    const harness = statesHarness();
    await harness.run(withCatch({ ...waitingTask, TimeoutSeconds: 60, HeartbeatSeconds: 10 }, name));
    await harness.pass(10);
    expect(harness.states.executions()).toMatchObject([{ error: name, cause: "caught" }]);
  });

  it("of the whole task are not caught by States.HeartbeatTimeout", async () => {
    const harness = statesHarness();
    await harness.run(
      withCatch(
        { ...waitingTask, TimeoutSeconds: 60, HeartbeatSeconds: 59 },
        "States.HeartbeatTimeout",
        "States.Timeout",
      ),
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
        Only: { ...lambdaTask, TimeoutSeconds: 5, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Later" }] },
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
        Only: { ...waitingTask, TimeoutSeconds: 60, End: undefined, Next: "Later" },
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
      withCatch({ ...waitingTask, TimeoutSeconds: "{% $states.input.seconds %}" }, "States.QueryEvaluationError"),
      { seconds },
    );
    expect(harness.calls).toEqual([]);
    expect(harness.states.executions()).toMatchObject([{ error: "States.QueryEvaluationError", cause: "caught" }]);
  });

  it("must leave room for a heartbeat", async () => {
    const harness = statesHarness();
    const state = { ...waitingTask, TimeoutSeconds: "{% $states.input.seconds %}", HeartbeatSeconds: 60 };
    await harness.run(only(state), { seconds: 60 });
    expect(harness.states.executions()).toMatchObject([{ error: "States.QueryEvaluationError" }]);
  });
});
