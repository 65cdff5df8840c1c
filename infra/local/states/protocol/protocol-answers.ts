import type { StateMachine } from "../definition/state-machine.ts";
import type { Execution } from "../execution.ts";
import type { HistoryEntry, HistoryEvent } from "../history.ts";

/** The wire carries instants as epoch seconds. */
const seconds = (instant: number): number => instant / 1000;

export function stateMachineAnswer(machine: StateMachine) {
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: "ACTIVE",
    type: "STANDARD",
    definition: machine.definition,
    roleArn: "arn:aws:iam::000000000000:role/local",
    creationDate: seconds(machine.createdAt),
  };
}

export function startAnswer({ arn, startedAt }: Execution) {
  return { executionArn: arn, startDate: seconds(startedAt) };
}

export function stopAnswer({ stoppedAt, startedAt }: Execution) {
  return { stopDate: seconds(stoppedAt ?? startedAt) };
}

export function listedExecution({ arn, machine, name, status, startedAt, stoppedAt }: Execution) {
  return {
    ...{ executionArn: arn, stateMachineArn: machine.arn, name, status, startDate: seconds(startedAt) },
    ...(stoppedAt === undefined ? {} : { stopDate: seconds(stoppedAt) }),
  };
}

/** Keys without a value are left out by JSON. */
export function executionAnswer(execution: Execution) {
  const { input, output, error, cause } = execution;
  return {
    ...listedExecution(execution),
    ...{ input, inputDetails: { included: true }, redriveCount: 0, error, cause },
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
  };
}

/** AWS's event for each of ours; `*` stands for the state's type. A heartbeat makes none. */
const EVENT_TYPES: Readonly<Record<HistoryEvent, string | undefined>> = {
  started: "ExecutionStarted",
  entered: "*StateEntered",
  retried: "TaskScheduled",
  heartbeat: undefined,
  failed: "TaskFailed",
  timedOut: "TaskTimedOut",
  heartbeatTimedOut: "TaskTimedOut",
  caught: "*StateExited",
  completed: "*StateExited",
  executionSucceeded: "ExecutionSucceeded",
  executionFailed: "ExecutionFailed",
  executionTimedOut: "ExecutionTimedOut",
  executionAborted: "ExecutionAborted",
};

/** GetExecutionHistory, coarser than AWS: no scheduled, started and submitted events of a task's first attempt. */
export function historyEvents(execution: Execution) {
  return execution.history
    .flatMap((entry) => {
      const type = EVENT_TYPES[entry.event]?.replace("*", execution.machine.states.get(entry.state)?.type ?? "");
      return type === undefined ? [] : [{ entry, type }];
    })
    .map(({ entry, type }, index) => ({
      ...{ timestamp: seconds(entry.at), type, id: index + 1, previousEventId: index },
      ...eventDetails(entry, execution),
    }));
}

function eventDetails({ event, state, error }: HistoryEntry, { input, output, cause }: Execution) {
  const task = { resourceType: "", resource: "" };
  switch (event) {
    case "started":
      return { executionStartedEventDetails: { input } };
    case "entered":
      return { stateEnteredEventDetails: { name: state } };
    case "caught":
    case "completed":
      return { stateExitedEventDetails: { name: state } };
    case "failed":
      return { taskFailedEventDetails: { ...task, error } };
    case "timedOut":
    case "heartbeatTimedOut":
      return { taskTimedOutEventDetails: { ...task, error } };
    case "executionSucceeded":
      return { executionSucceededEventDetails: { output } };
    case "executionFailed":
      return { executionFailedEventDetails: { error, cause } };
    case "executionAborted":
      return { executionAbortedEventDetails: { error, cause } };
    case "executionTimedOut":
    case "retried":
    case "heartbeat":
      return {};
  }
}
