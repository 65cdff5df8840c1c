import { describe, expect, it } from "vitest";
import { MACHINE, only, START, type StatesHarness, statesHarness } from "../../../support/states-harness.ts";

const result = (harness: StatesHarness) => {
  const [execution] = harness.states.executionsOf(MACHINE);
  return execution?.output === undefined ? execution?.error : JSON.parse(execution.output);
};

const machine = (states: object) => ({ QueryLanguage: "JSONata", StartAt: "First", States: states });

it("Assign and Output both see the variables of before", async () => {
  const harness = statesHarness();
  await harness.run(
    machine({
      First: { Type: "Pass", Assign: { n: 1 }, Next: "Second" },
      Second: { Type: "Pass", Assign: { n: "{% $n + 1 %}", m: "{% $n %}" }, Output: { n: "{% $n %}" }, Next: "Third" },
      Third: { Type: "Succeed", Output: { input: "{% $states.input %}", n: "{% $n %}", m: "{% $m %}" } },
    }),
  );
  expect(result(harness)).toEqual({ input: { n: 1 }, n: 2, m: 1 });
});

it("hands its input on where there is no Output", async () => {
  const harness = statesHarness();
  await harness.run(machine({ First: { Type: "Pass", Next: "Last" }, Last: { Type: "Succeed" } }), { leadId: "ld_1" });
  expect(result(harness)).toEqual({ leadId: "ld_1" });
});

it("shows the context", async () => {
  const harness = statesHarness();
  await harness.run(
    machine({
      First: { Type: "Wait", Seconds: 90, Next: "Last" },
      Last: {
        Type: "Succeed",
        Output: {
          id: "{% $states.context.Execution.Id %}",
          name: "{% $states.context.Execution.Name %}",
          lead: "{% $states.context.Execution.Input.leadId %}",
          started: "{% $states.context.Execution.StartTime %}",
          state: "{% $states.context.State.Name %}",
          entered: "{% $states.context.State.EnteredTime %}",
          machine: "{% $states.context.StateMachine.Id %}",
        },
      },
    }),
    { leadId: "ld_1" },
  );
  await harness.pass(100);
  expect(result(harness)).toEqual({
    id: `${MACHINE.replace("stateMachine", "execution")}:one`,
    name: "one",
    lead: "ld_1",
    started: "2026-03-02T09:00:00.000Z",
    state: "Last",
    entered: "2026-03-02T09:01:30.000Z",
    machine: MACHINE,
  });
});

describe("Choice", () => {
  const choice = {
    Type: "Choice",
    Choices: [
      { Condition: "{% $states.input.n > 10 %}", Next: "Large", Output: "large" },
      {
        Condition: "{% $states.input.n > 5 %}",
        Next: "Large",
        Assign: { seen: "{% $states.input.n %}" },
        Output: "medium",
      },
    ],
  };
  const Large = { Type: "Succeed" };

  it.each([
    [11, "large"],
    [6, "medium"],
  ])("takes the first rule that holds for %i", async (n, expected) => {
    const harness = statesHarness();
    await harness.run(machine({ First: choice, Large }), { n });
    expect(result(harness)).toBe(expected);
  });

  it("falls to its default, else fails", async () => {
    const harness = statesHarness();
    await harness.run(machine({ First: { ...choice, Default: "Small" }, Large, Small: { Type: "Succeed" } }), { n: 1 });
    expect(result(harness)).toEqual({ n: 1 });
    await harness.run(machine({ First: choice, Large }), { n: 1 }, "two");
    expect(result(harness)).toBe("States.NoChoiceMatched");
  });

  it("takes booleans only", async () => {
    const harness = statesHarness();
    await harness.run(
      machine({ First: { ...choice, Choices: [{ Condition: "{% $states.input.n %}", Next: "Large" }] }, Large }),
      { n: 1 },
    );
    expect(result(harness)).toBe("States.QueryEvaluationError");
  });
});

describe("Wait", () => {
  it.each([
    [{ Seconds: 60 }, 60],
    [{ Seconds: "{% $states.input.seconds %}" }, 30],
    [{ Timestamp: "2026-03-02T09:02:00Z" }, 120],
    [{ Timestamp: "{% $states.input.until %}" }, 45],
    [{ Timestamp: "2026-03-01T00:00:00Z" }, 0],
  ])("%j", async (wait, seconds) => {
    const harness = statesHarness();
    const until = new Date(START + 45_000).toISOString();
    await harness.run(only({ Type: "Wait", ...wait, End: true }), { seconds: 30, until });
    if (seconds > 0) {
      await harness.pass(seconds - 1);
      expect(harness.states.executions()).toMatchObject([{ status: "RUNNING" }]);
    }
    await harness.pass(1);
    expect(harness.states.executions()).toMatchObject([
      { status: "SUCCEEDED", stoppedAt: new Date(START + seconds * 1000).toISOString(), billedTransitions: 2 },
    ]);
  });

  it("refuses anything else", async () => {
    const harness = statesHarness();
    await harness.run(only({ Type: "Wait", Timestamp: "{% $states.input.until %}", End: true }), { until: "soon" });
    expect(harness.states.executions()).toMatchObject([{ status: "FAILED", error: "States.QueryEvaluationError" }]);
  });
});

it("Fail says what it is told", async () => {
  const harness = statesHarness();
  await harness.run(only({ Type: "Fail", Error: "Unfit", Cause: "{% 'lead ' & $states.input.leadId %}" }), {
    leadId: "ld_1",
  });
  expect(harness.states.executions()).toMatchObject([{ status: "FAILED", error: "Unfit", cause: "lead ld_1" }]);
});

it("an expression that answers nothing fails the state and says where", async () => {
  const harness = statesHarness();
  await harness.run(only({ Type: "Pass", Output: { a: ["{% $states.input.absent %}"] }, End: true }));
  expect(harness.states.executions()).toMatchObject([
    {
      error: "States.QueryEvaluationError",
      cause:
        "The JSONata expression '$states.input.absent' specified for the field 'Output/a[0]' returned nothing (undefined).",
    },
  ]);
});

it("an execution ends with its own time-out, whatever it waits for", async () => {
  const harness = statesHarness();
  await harness.run(only({ Type: "Wait", Seconds: 100, End: true }, { TimeoutSeconds: 60 }));
  await harness.pass(60);
  expect(harness.states.executions()).toMatchObject([{ status: "TIMED_OUT", stoppedAt: "2026-03-02T09:01:00.000Z" }]);
  expect(harness.clock.nextDue()).toBeUndefined();
});

it("a loop without an end is stopped", async () => {
  const harness = statesHarness();
  await harness.run(machine({ First: { Type: "Pass", Next: "Second" }, Second: { Type: "Pass", Next: "First" } }));
  expect(harness.states.executions()).toMatchObject([{ status: "FAILED", error: "States.Runtime" }]);
  expect(harness.states.executions()[0]?.history.length).toBeLessThanOrEqual(200);
});

it("data larger than 256 KiB is refused as on AWS", async () => {
  const harness = statesHarness();
  await harness.run(only({ Type: "Pass", Output: "{% $pad('x', 300000) %}", End: true }));
  expect(harness.states.executions()).toMatchObject([{ error: "States.DataLimitExceeded" }]);
});
