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
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { createWorkflow } from "../../../shared/clients/workflow.ts";

const client = new SFNClient({ region: "eu-central-1" });
const sfn = mockClient(client);
const machine = "arn:aws:states:eu-central-1:111122223333:stateMachine:LeadWorkflow";
const leadId = "ld_01KAR4Q5ZG0000000000000001";
const timeouts = { accept: 300, contact: 900, escalate: 900, reclaim: 259_200, ownership: 2_592_000, idle: 1_209_600 };
const input = { leadId, cycle: 2, wait: 5, timeouts };
const failure = { message: "said AWS", $metadata: {} };

beforeEach(() => sfn.reset());

describe("starting an execution", () => {
  test("names it by lead and cycle and gives exactly the input", async () => {
    sfn.on(StartExecutionCommand).resolves({});
    await createWorkflow(machine, client).start(input);
    const [call] = sfn.commandCalls(StartExecutionCommand);
    expect(call?.args[0].input).toEqual({
      stateMachineArn: machine,
      name: `${leadId}-2`,
      input: JSON.stringify(input),
    });
  });

  test("is a success when it was started before", async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(failure));
    await expect(createWorkflow(machine, client).start(input)).resolves.toBeUndefined();
  });

  test("fails when it was not started", async () => {
    sfn.on(StartExecutionCommand).rejects(new Error("ExecutionLimitExceeded"));
    await expect(createWorkflow(machine, client).start(input)).rejects.toThrow("ExecutionLimitExceeded");
  });
});

describe("answering a token", () => {
  const payload = { wait: 5, timeouts };

  test("sends what the state machine parses", async () => {
    sfn.on(SendTaskSuccessCommand).resolves({}).on(SendTaskFailureCommand).resolves({});
    sfn.on(SendTaskHeartbeatCommand).resolves({});
    const workflow = createWorkflow(machine, client);
    await workflow.succeed("t1", payload);
    await workflow.fail("t2", "Reassigned", payload);
    await workflow.heartbeat("t3");
    const sent = sfn.calls().map((call) => call.args[0].input);
    expect(sent).toEqual([
      { taskToken: "t1", output: JSON.stringify(payload) },
      { taskToken: "t2", error: "Reassigned", cause: JSON.stringify(payload) },
      { taskToken: "t3" },
    ]);
  });

  test.each([
    ["too late", new TaskTimedOut(failure)],
    ["for the second time", new TaskDoesNotExist(failure)],
    ["that was never one", new InvalidToken(failure)],
  ])("%s changes nothing", async (_, error) => {
    sfn.onAnyCommand().rejects(error);
    const workflow = createWorkflow(machine, client);
    await expect(workflow.succeed("t", payload)).resolves.toBeUndefined();
    await expect(workflow.fail("t", "Ended", payload)).resolves.toBeUndefined();
    await expect(workflow.heartbeat("t")).resolves.toBeUndefined();
  });

  test("fails when Step Functions could not be reached", async () => {
    sfn.onAnyCommand().rejects(new Error("ThrottlingException"));
    const workflow = createWorkflow(machine, client);
    await expect(workflow.succeed("t", payload)).rejects.toThrow("ThrottlingException");
    await expect(workflow.fail("t", "Ended", payload)).rejects.toThrow("ThrottlingException");
    await expect(workflow.heartbeat("t")).rejects.toThrow("ThrottlingException");
  });
});

describe("whether an execution runs", () => {
  const executionArn = `arn:aws:states:eu-central-1:111122223333:execution:LeadWorkflow:${leadId}-2`;

  test.each([machine, `${machine}:7`])("is asked by the ARN that follows from %s", async (arn) => {
    sfn.on(DescribeExecutionCommand).resolves({ status: "RUNNING" });
    expect(await createWorkflow(arn, client).running(leadId, 2)).toBe(true);
    expect(sfn.commandCalls(DescribeExecutionCommand)[0]?.args[0].input).toEqual({ executionArn });
  });

  test.each(["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const)("%s is over", async (status) => {
    sfn.on(DescribeExecutionCommand).resolves({ status });
    expect(await createWorkflow(machine, client).running(leadId, 2)).toBe(false);
  });

  test("one that never began does not run", async () => {
    sfn.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist(failure));
    expect(await createWorkflow(machine, client).running(leadId, 2)).toBe(false);
  });
});
