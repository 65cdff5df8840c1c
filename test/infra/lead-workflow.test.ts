import { describe, expect, it } from "vitest";
import { leadWorkflow, type StateName } from "../../infra/workflow/lead-workflow.ts";
import type { TaskState } from "../../infra/workflow/states-language.ts";
import { workflowErrors } from "../../shared/contract/workflow.ts";
import { waitingState, workflowTask } from "../../shared/schemas/lead/workflow.ts";

const definition = leadWorkflow({ tableName: "Leads", workflowFunctionArn: "arn:workflow" });
const states = Object.entries(definition.States);
const tasks = states.flatMap(([name, state]): [string, TaskState<StateName>][] =>
  state.Type === "Task" ? [[name, state]] : [],
);
const waiting = tasks.filter(([, { Resource }]) => Resource.endsWith(".waitForTaskToken"));

describe("the lead workflow", () => {
  it("waits in the states that the handshake knows", () => {
    expect(waiting.map(([name]) => name).sort()).toEqual([...waitingState.options].sort());
  });

  it("asks the function for the tasks it knows, each in the state of that name", () => {
    const asked = tasks.filter(([, { Resource }]) => Resource.includes(":lambda:"));
    expect(asked.map(([name]) => name).sort()).toEqual([...workflowTask.shape.task.options].sort());
    for (const [name, { Arguments }] of asked) expect(Arguments).toMatchObject({ Payload: { task: name } });
  });

  it("never pays for a choice or a pause", () => {
    expect(new Set(states.map(([, { Type }]) => Type))).toEqual(new Set(["Task", "Succeed"]));
  });

  it("has no state that nothing leads to, and leads nowhere that is not there", () => {
    const next = (name: StateName): StateName[] => {
      const state = definition.States[name];
      if (state.Type !== "Task") return [];
      return [...state.Catch.map(({ Next }) => Next), ...("Next" in state ? [state.Next] : [])];
    };
    const reached = new Set<StateName>([definition.StartAt]);
    for (const name of reached) for (const each of next(name)) reached.add(each);
    expect([...reached].sort()).toEqual(Object.keys(definition.States).sort());
  });

  it.each(waiting)("%s can be ended early in every way", (_name, { Catch }) => {
    const caught = Catch.flatMap(({ ErrorEquals, Next }) =>
      ErrorEquals.map((error): [string, StateName] => [error, Next]),
    );
    expect(Object.fromEntries(caught)).toMatchObject({
      [workflowErrors.reoffered]: "AwaitAcceptance",
      [workflowErrors.reassigned]: "AwaitFirstContact",
      [workflowErrors.resumed]: "HoldOwnership",
      [workflowErrors.ended]: "Closed",
      "States.ALL": "ToPool",
    });
  });

  it.each([
    ["AwaitAcceptance", "OfferToNext"],
    ["OfferToNext", "OfferToNext"],
    ["AwaitFirstContact", "EscalateToLeader"],
    ["EscalateToLeader", "ReassignToBackup"],
    ["ReassignToBackup", "Reclaim"],
    ["HoldOwnership", "Reclaim"],
  ] as const)("when time is up, %s leads to %s", (name, next) => {
    const state = definition.States[name];
    const caught = state.Type === "Task" ? state.Catch : [];
    expect(caught.find(({ ErrorEquals }) => ErrorEquals.includes("States.Timeout"))?.Next).toBe(next);
  });

  it("looks for a missed heartbeat before a time-out, which it is, too", () => {
    const caught = definition.States.HoldOwnership.Type === "Task" ? definition.States.HoldOwnership.Catch : [];
    const order = caught.flatMap(({ ErrorEquals }) => ErrorEquals).filter((name) => name.includes("Timeout"));
    expect(order).toEqual(["States.HeartbeatTimeout", "States.Timeout"]);
  });

  it.each(tasks)("%s catches everything last and alone, if at all", (_name, { Catch }) => {
    const all = Catch.findIndex(({ ErrorEquals }) => ErrorEquals.includes("States.ALL"));
    if (all === -1) return;
    expect(all).toBe(Catch.length - 1);
    expect(Catch[all]?.ErrorEquals).toEqual(["States.ALL"]);
  });

  it.each(tasks)("%s retries named failures only, with growing pauses", (_name, { Retry }) => {
    expect(Retry.length).toBeGreaterThan(0);
    for (const { ErrorEquals, BackoffRate, MaxDelaySeconds, JitterStrategy } of Retry) {
      expect(ErrorEquals.filter((name) => name.startsWith("States."))).toEqual([]);
      expect(BackoffRate).toBeGreaterThan(1);
      expect(MaxDelaySeconds).toBeGreaterThan(0);
      expect(JitterStrategy).toBe("FULL");
    }
  });

  it("gives up only after hours where there is nothing behind", () => {
    const { ToPool } = definition.States;
    const longest = (ToPool.Type === "Task" ? ToPool.Retry : []).reduce((sum, retrier) => sum + pauses(retrier), 0);
    expect(longest).toBeGreaterThan(8 * 3600);
  });
});

/** Seconds of all pauses together, without jitter. */
function pauses({
  MaxAttempts,
  IntervalSeconds,
  BackoffRate,
  MaxDelaySeconds,
}: TaskState<StateName>["Retry"][number]): number {
  const each = Array.from({ length: MaxAttempts }, (_, n) =>
    Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** n),
  );
  return each.reduce((sum, seconds) => sum + seconds, 0);
}
