import { describe, expect, it } from "vitest";
import { leadInput, leadWorkflowDefinition } from "../../../support/lead-workflow-definition.ts";
import { MACHINE, only, statesHarness } from "../../../support/states-harness.ts";

const DAY = 86_400;
const waitForDays = (days: number) => only({ Type: "Wait", Seconds: days * DAY, End: true });

describe("starting", () => {
  it("the same name and input again answers the running execution", async () => {
    const harness = statesHarness();
    await harness.run(waitForDays(1), { leadId: "ld_1" }, "ld_1-1");
    const again = await harness.states.start(MACHINE, "ld_1-1", '{"leadId":"ld_1"}');
    expect(again.arn).toBe("arn:aws:states:eu-central-1:000000000000:execution:Lead:ld_1-1");
    expect(harness.states.executions("ld_1")).toHaveLength(1);
    expect(harness.transitions).toHaveLength(2);
  });

  it("two starts at once make one execution", async () => {
    const harness = statesHarness();
    harness.states.define(MACHINE, waitForDays(1));
    const [one, two] = await Promise.all([
      harness.states.start(MACHINE, "ld_1-1"),
      harness.states.start(MACHINE, "ld_1-1"),
    ]);
    expect(one.id).toBe(two.id);
  });

  it("other input, or a name whose execution has closed, is refused", async () => {
    const harness = statesHarness();
    await harness.run(waitForDays(1), { leadId: "ld_1" }, "ld_1-1");
    await expect(harness.states.start(MACHINE, "ld_1-1", '{"leadId":"ld_2"}')).rejects.toMatchObject({
      code: "ExecutionAlreadyExists",
    });
    await harness.pass(DAY);
    await expect(harness.states.start(MACHINE, "ld_1-1", '{"leadId":"ld_1"}')).rejects.toMatchObject({
      code: "ExecutionAlreadyExists",
    });
  });

  it("a name is free again 90 days after its execution closed, and nothing of it is kept", async () => {
    const harness = statesHarness();
    await harness.run(waitForDays(1), { leadId: "ld_1" }, "ld_1-1");
    await harness.pass(DAY);
    await harness.pass(90 * DAY);
    await expect(harness.states.start(MACHINE, "ld_1-1")).rejects.toMatchObject({ code: "ExecutionAlreadyExists" });
    await harness.pass(DAY);
    await harness.states.start(MACHINE, "ld_1-1", '{"leadId":"ld_2"}');
    expect(harness.states.executions("ld_1")).toEqual([]);
    expect(harness.states.executions()).toHaveLength(1);
  });

  it.each(["", "a b", "a/b", "a:b", "a$b", "x".repeat(81), "a\u0007b"])("refuses the name %j", async (name) => {
    const harness = statesHarness();
    harness.states.define(MACHINE, waitForDays(1));
    await expect(harness.states.start(MACHINE, name)).rejects.toMatchObject({ code: "InvalidName" });
  });

  it("refuses input that is no JSON, and machines nobody defined", async () => {
    const harness = statesHarness();
    harness.states.define(MACHINE, waitForDays(1));
    await expect(harness.states.start(MACHINE, "a", "{")).rejects.toMatchObject({ code: "InvalidExecutionInput" });
    await expect(harness.states.start(`${MACHINE}2`, "a")).rejects.toMatchObject({ code: "StateMachineDoesNotExist" });
  });
});

it("runs several machines, and an execution to the end by the definition it was started with", async () => {
  const harness = statesHarness();
  const other = `${MACHINE}Other`;
  harness.states.define(other, waitForDays(2));
  await harness.run(waitForDays(1), {}, "old");
  harness.states.define(MACHINE, waitForDays(3));
  await harness.states.start(MACHINE, "new");
  await harness.states.start(other, "old");
  await harness.pass(2 * DAY);
  const names = (arn: string) => harness.states.executionsOf(arn).map(({ name, status }) => `${name} ${status}`);
  expect(names(MACHINE)).toEqual(["new RUNNING", "old SUCCEEDED"]);
  expect(names(other)).toEqual(["old SUCCEEDED"]);
});

it("stops an execution with its timers and token; stopping again changes nothing", async () => {
  const harness = statesHarness();
  await harness.run(leadWorkflowDefinition, leadInput(), "ld_1-1");
  const { arn } = await harness.states.start(MACHINE, "ld_1-1", JSON.stringify(leadInput()));
  await harness.states.stop(arn, { error: "Repaired", cause: "by hand" });
  expect(harness.states.executions()).toMatchObject([{ status: "ABORTED", error: "Repaired", cause: "by hand" }]);
  expect(harness.clock.nextDue()).toBeUndefined();
  await expect(harness.states.succeedTask(harness.token(), {})).rejects.toMatchObject({ code: "TaskTimedOut" });
  await harness.states.stop(arn, { error: "Again" });
  expect(harness.states.executions()).toMatchObject([{ error: "Repaired" }]);
});

it("a reset forgets executions and timers, and keeps definitions", async () => {
  const harness = statesHarness();
  await harness.run(leadWorkflowDefinition, leadInput(), "ld_1-1");
  const before = harness.token();
  await harness.states.reset();
  expect(harness.states.executions()).toEqual([]);
  expect(harness.clock.nextDue()).toBeUndefined();
  await harness.states.start(MACHINE, "ld_1-1", JSON.stringify(leadInput("ld_2")));
  await harness.settle();
  await expect(harness.states.succeedTask(before, {})).rejects.toMatchObject({ code: "TaskDoesNotExist" });
  expect(harness.states.executions("ld_2")).toMatchObject([{ currentState: "AwaitAcceptance" }]);
});

it("calls go out in the order their executions were started", async () => {
  const harness = statesHarness();
  harness.states.define(MACHINE, leadWorkflowDefinition);
  const ids = Array.from({ length: 50 }, (_, index) => `ld_${index}`);
  await Promise.all(ids.map((id) => harness.states.start(MACHINE, id, JSON.stringify(leadInput(id)))));
  await harness.settle();
  expect(harness.calls.map(({ args }) => JSON.stringify(args).match(/LEAD#(ld_\d+)/)?.[1])).toEqual(ids);
});

it("keeps nothing but a summary of 2,000 closed leads, and runs them in seconds", async () => {
  const harness = statesHarness();
  harness.states.define(MACHINE, leadWorkflowDefinition);
  const started = performance.now();
  for (let lead = 0; lead < 2000; lead += 1) {
    await harness.states.start(MACHINE, `ld_${lead}`, JSON.stringify(leadInput(`ld_${lead}`)));
  }
  await harness.settle();
  await harness.pass(28 * DAY);
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(harness.clock.nextDue()).toBeUndefined();
  const summaries = harness.states.executionsOf(MACHINE).map(({ machine: _, ...summary }) => JSON.stringify(summary));
  expect(summaries).toHaveLength(2000);
  expect(Math.max(...summaries.map(({ length }) => length))).toBeLessThan(2500);
});
