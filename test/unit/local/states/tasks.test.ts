import { describe, expect, it } from "vitest";
import type { CallFailed } from "../../../../infra/local/states/integrations.ts";
import { MACHINE, only, statesHarness } from "../../../support/states-harness.ts";
import { lambdaTask, waitingTask, withCatch } from "../../../support/task-states.ts";

describe("a plain call", () => {
  it("hands on the function's answer as AWS wraps it", async () => {
    const harness = statesHarness({ lambda: () => ({ fine: true }) });
    await harness.run(only({ ...lambdaTask, Output: "{% $states.result %}" }));
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
      ...lambdaTask,
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
    harness.states.define(MACHINE, only(waitingTask));
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
      ...withCatch(lambdaTask, "States.ALL"),
    });
    expect(harness.states.executions()).toMatchObject([{ error: "States.Runtime", cause: "Error: no such function" }]);
  });
});

describe("a call that hands out a token", () => {
  it("may be completed before it returns", async () => {
    let finish = () => {};
    const returned = new Promise<void>((resolve) => (finish = resolve));
    const harness = statesHarness({ lambda: async () => returned.then(() => ({ error: "TooLate", cause: "" })) });
    harness.states.define(MACHINE, only(waitingTask));
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
    await harness.run(withCatch(waitingTask, "StillHeld"));
    expect(harness.states.executions()).toMatchObject([{ error: "StillHeld" }]);
    await expect(harness.states.succeedTask(harness.token(), {})).rejects.toMatchObject({ code: "TaskTimedOut" });
  });

  it("knows forged tokens from dead ones", async () => {
    const harness = statesHarness();
    await harness.run(only(waitingTask));
    const token = harness.token();
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [forged, "nonsense", `${token}=`, "é".repeat(704)]) {
      await expect(harness.states.succeedTask(wrong, {})).rejects.toMatchObject({ code: "InvalidToken" });
    }
    await harness.states.reset();
    await expect(harness.states.succeedTask(token, {})).rejects.toMatchObject({ code: "TaskDoesNotExist" });
  });
});
