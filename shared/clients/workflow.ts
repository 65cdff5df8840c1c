import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { WorkflowPort } from "../usecases/ports/ports.ts";

const executionName = (leadId: string, cycle: number) => `${leadId}-${cycle}`;

/**
 * The lead workflow on Step Functions, and the one that delivers shares to buyers. `stateMachineArn` may carry a version or alias: an execution keeps the definition
 * it was started with, and is found by name all the same.
 */
export function createWorkflow(
  stateMachineArn: string,
  client = new SFNClient(),
  deliveryArn: string | undefined = undefined,
): WorkflowPort {
  const arn = executionArns(stateMachineArn);
  return {
    start: (input) => startExecution(client, stateMachineArn, input),
    deliver: (input) => startExecution(client, deliveryArn, input),
    succeed: async (taskToken, output) => {
      await unless(late, client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })));
    },
    fail: async (taskToken, error, cause) => {
      await unless(late, client.send(new SendTaskFailureCommand({ taskToken, error, cause: JSON.stringify(cause) })));
    },
    heartbeat: async (taskToken) => {
      await unless(late, client.send(new SendTaskHeartbeatCommand({ taskToken })));
    },
    running: async (leadId, cycle) => {
      const executionArn = arn(executionName(leadId, cycle));
      const execution = await unless(
        [ExecutionDoesNotExist],
        client.send(new DescribeExecutionCommand({ executionArn })),
      );
      return execution?.status === "RUNNING";
    },
  };
}

async function startExecution(
  client: SFNClient,
  stateMachineArn: string | undefined,
  input: { readonly leadId: string; readonly cycle: number },
): Promise<void> {
  const name = executionName(input.leadId, input.cycle);
  await unless(
    [ExecutionAlreadyExists],
    client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })),
  );
}

/** A token answered twice, or after its wait was over: the lead is the truth, so there is nothing left to say. */
const late = [TaskTimedOut, TaskDoesNotExist, InvalidToken];

/** Awaits a request; nothing if it failed with one of these errors. */
async function unless<T>(expected: readonly ErrorClass[], request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (expected.some((each) => error instanceof each)) return undefined;
    throw error;
  }
}
type ErrorClass = abstract new (...args: never[]) => Error;

/** `arn:aws:states:<region>:<account>:stateMachine:<name>[:<version or alias>]` → the ARN of its execution by name. */
function executionArns(stateMachineArn: string): (name: string) => string {
  const [arn, partition, service, region, account, , machine] = stateMachineArn.split(":");
  return (name) => [arn, partition, service, region, account, "execution", machine, name].join(":");
}
