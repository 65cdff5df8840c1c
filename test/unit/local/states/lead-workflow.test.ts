import { expect, it } from "vitest";
import type { ExecutionView } from "../../../../infra/local/states/protocol/execution-view.ts";
import { leadInput, leadTimeouts, leadWorkflowDefinition } from "../../../support/lead-workflow-definition.ts";
import { type StatesHarness, statesHarness } from "../../../support/states-harness.ts";

const start = async (harness: StatesHarness) => harness.run(leadWorkflowDefinition, leadInput(), "ld_1-1");

const only = (harness: StatesHarness): ExecutionView => {
  const [execution, ...others] = harness.states.executions("ld_1");
  if (execution === undefined || others.length > 0) throw new Error("expected exactly one execution");
  return execution;
};

const visited = (harness: StatesHarness) =>
  only(harness)
    .history.filter(({ event }) => event === "entered")
    .map(({ state }) => state);

const next = (wait: number, timeouts: object = {}) => ({ wait, timeouts: { ...leadTimeouts, ...timeouts } });

it("waits for the acceptance with the token stored in the table", async () => {
  const harness = statesHarness();
  await start(harness);
  expect(harness.states.inFlight()).toBe(0);
  expect(only(harness)).toMatchObject({ name: "ld_1-1", status: "RUNNING", currentState: "AwaitAcceptance" });
  expect(harness.calls).toEqual([
    {
      at: harness.clock.now(),
      to: "updateItem",
      args: {
        TableName: "Leads",
        Key: { pk: { S: "LEAD#ld_1" }, sk: { S: "TOKEN" } },
        UpdateExpression: "SET #token = :token, #wait = :wait",
        ConditionExpression: "attribute_not_exists(pk) OR #cycle <= :cycle",
        ExpressionAttributeNames: { "#token": "token", "#wait": "wait", "#cycle": "cycle" },
        ExpressionAttributeValues: {
          ":token": { S: harness.token() },
          ":wait": { N: "1" },
          ":cycle": { N: "1" },
          ":at": { S: "AwaitAcceptance" },
        },
      },
    },
  ]);
  expect(harness.token()).toMatch(/^[\w-]{704}$/);
});

it("accepted, contacted and converted in time: one transition per state, one for the start", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.states.succeedTask(harness.token(), next(2));
  await harness.states.succeedTask(harness.token(), next(3));
  await harness.pass(86_400);
  await harness.states.succeedTask(harness.token(), { outcome: "converted" });

  expect(visited(harness)).toEqual(["Remember", "AwaitAcceptance", "AwaitFirstContact", "HoldOwnership"]);
  expect(only(harness)).toMatchObject({
    status: "SUCCEEDED",
    startedAt: "2026-03-02T09:00:00.000Z",
    stoppedAt: "2026-03-03T09:00:00.000Z",
    billedTransitions: 5,
  });
  expect(harness.transitions.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "start Remember",
    "state Remember",
    "state AwaitAcceptance",
    "state AwaitFirstContact",
    "state HoldOwnership",
  ]);
  expect(harness.transitions.every(({ leadId }) => leadId === "ld_1")).toBe(true);
  expect(harness.clock.nextDue()).toBeUndefined();
});

it("takes the next state's time-out and wait from the completion", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.states.succeedTask(harness.token(), next(7, { contact: 60 }));
  expect(harness.calls.at(-1)?.args).toMatchObject({ ExpressionAttributeValues: { ":wait": { N: "7" } } });
  await harness.pass(59);
  expect(only(harness).currentState).toBe("AwaitFirstContact");
  await harness.pass(1);
  expect(visited(harness).at(-1)).toBe("Reclaim");
});

it("offers to the next agent when the acceptance times out, to the second", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.pass(299);
  expect(harness.calls).toHaveLength(1);
  await harness.pass(1);
  expect(harness.calls.at(-1)).toEqual({
    at: harness.clock.now(),
    to: "workflow",
    args: { task: "offerToNext", leadId: "ld_1", cycle: 1, token: harness.token() },
  });
  expect(only(harness).history.slice(-3)).toEqual([
    { at: "2026-03-02T09:05:00.000Z", state: "AwaitAcceptance", event: "timedOut", error: "States.Timeout" },
    { at: "2026-03-02T09:05:00.000Z", state: "AwaitAcceptance", event: "caught" },
    { at: "2026-03-02T09:05:00.000Z", state: "OfferToNext", event: "entered" },
  ]);
});

it("goes on from a failure by name with what its cause says", async () => {
  const harness = statesHarness();
  await start(harness);
  const first = harness.token();
  await harness.states.failTask(first, { error: "Reoffered", cause: JSON.stringify(next(2, { accept: 30 })) });
  expect(harness.token()).not.toBe(first);
  expect(harness.calls.at(-1)?.args).toMatchObject({ ExpressionAttributeValues: { ":wait": { N: "2" } } });
  expect(only(harness).billedTransitions).toBe(4);
  await harness.pass(30);
  expect(only(harness).currentState).toBe("OfferToNext");
});

it("a failure that no catcher names fails the execution with its error and cause", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.states.failTask(harness.token(), { error: "Resumed", cause: "too early" });
  expect(only(harness)).toMatchObject({ status: "FAILED", error: "Resumed", cause: "too early" });
});

it("heartbeats keep the ownership alive at no cost, and the whole time-out stays", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.states.succeedTask(harness.token(), next(2));
  await harness.states.succeedTask(harness.token(), next(3));
  for (let day = 10; day <= 20; day += 10) {
    await harness.pass(10 * 86_400);
    await harness.states.heartbeat(harness.token());
  }
  expect(only(harness)).toMatchObject({ currentState: "HoldOwnership", billedTransitions: 5 });
  await harness.pass(10 * 86_400);
  expect(visited(harness).at(-1)).toBe("ToPool");
});

it("a missed heartbeat is caught before the time-out", async () => {
  const harness = statesHarness();
  await start(harness);
  await harness.states.succeedTask(harness.token(), next(2));
  await harness.states.succeedTask(harness.token(), next(3));
  await harness.pass(86_400);
  await harness.states.heartbeat(harness.token());
  await harness.pass(leadTimeouts.idle - 1);
  expect(only(harness).currentState).toBe("HoldOwnership");
  await harness.pass(1);
  expect(visited(harness).at(-1)).toBe("Reclaim");
  expect(only(harness).history.map(({ event }) => event)).toContain("heartbeatTimedOut");
});

it("a task's own error leads back", async () => {
  const harness = statesHarness({ lambda: () => ({ error: "StillHeld", cause: "{}" }) });
  await start(harness);
  await harness.states.succeedTask(harness.token(), next(2));
  await harness.pass(leadTimeouts.contact);
  expect(visited(harness).slice(-2)).toEqual(["Reclaim", "HoldOwnership"]);
});

it("late and doubled completions are told so, and change nothing", async () => {
  const harness = statesHarness();
  await start(harness);
  const first = harness.token();
  await harness.states.succeedTask(first, next(2));
  const before = only(harness);
  for (const late of [
    harness.states.succeedTask(first, next(3)),
    harness.states.failTask(first, { error: "Ended" }),
    harness.states.heartbeat(first),
  ]) {
    await expect(late).rejects.toMatchObject({
      code: "TaskTimedOut",
      message: expect.stringContaining("does not exist anymore"),
    });
  }
  expect(only(harness)).toEqual(before);
  await harness.pass(leadTimeouts.contact);
  expect(only(harness).status).toBe("SUCCEEDED");
  await expect(harness.states.succeedTask(first, next(3))).rejects.toMatchObject({ code: "TaskTimedOut" });
});

it("of two completions at once the first wins", async () => {
  const harness = statesHarness();
  await start(harness);
  const token = harness.token();
  const results = await Promise.allSettled([
    harness.states.succeedTask(token, next(2)),
    harness.states.failTask(token, { error: "Ended", cause: JSON.stringify(next(2)) }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(only(harness).currentState).toBe("AwaitFirstContact");
});
