import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStatesProtocol, type StatesProtocol } from "../../../../infra/local/states/protocol/protocol.ts";
import { leadInput, leadWorkflowDefinition } from "../../../support/lead-workflow-definition.ts";
import { MACHINE, START, type StatesHarness, statesHarness } from "../../../support/states-harness.ts";

let harness: StatesHarness;
let server: Server;
let client: SFNClient;

const serve = (handle: StatesProtocol): Server =>
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await handle(String(request.headers["x-amz-target"]), JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body));
  });

beforeEach(async () => {
  harness = statesHarness();
  harness.states.define(MACHINE, leadWorkflowDefinition);
  server = serve(createStatesProtocol(harness.states));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new SFNClient({
    region: "eu-central-1",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});

afterEach(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const start = (name = "ld_1-1", leadId = "ld_1") =>
  client.send(new StartExecutionCommand({ stateMachineArn: MACHINE, name, input: JSON.stringify(leadInput(leadId)) }));

const next = (wait: number) => JSON.stringify({ wait, timeouts: {} });

describe("the unmodified SDK client", () => {
  it("walks a lead through its workflow", async () => {
    const { executionArn, startDate } = await start();
    expect(startDate).toEqual(new Date(START));
    await client.send(new SendTaskSuccessCommand({ taskToken: harness.token(), output: next(2) }));
    await client.send(new SendTaskSuccessCommand({ taskToken: harness.token(), output: next(3) }));
    await client.send(new SendTaskHeartbeatCommand({ taskToken: harness.token() }));
    await client.send(new SendTaskFailureCommand({ taskToken: harness.token(), error: "Resumed", cause: next(4) }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: "RUNNING",
      name: "ld_1-1",
    });
    await client.send(new SendTaskSuccessCommand({ taskToken: harness.token(), output: '{"outcome":"converted"}' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      ...{ executionArn, stateMachineArn: MACHINE, status: "SUCCEEDED", stopDate: new Date(START) },
      ...{ input: JSON.stringify(leadInput()), output: '{"outcome":"converted"}' },
    });
  });

  it("reads the history", async () => {
    const { executionArn } = await start();
    await client.send(new SendTaskFailureCommand({ taskToken: harness.token(), error: "Ended", cause: next(2) }));
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toEqual([
      ...[
        "ExecutionStarted",
        "PassStateEntered",
        "PassStateExited",
        "TaskStateEntered",
        "TaskFailed",
        "TaskStateExited",
      ],
      ...["SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"],
    ]);
    expect(events[0]).toMatchObject({ id: 1, executionStartedEventDetails: { input: JSON.stringify(leadInput()) } });
    expect(events[3]).toMatchObject({ stateEnteredEventDetails: { name: "AwaitAcceptance" } });
    expect(events[4]).toMatchObject({ taskFailedEventDetails: { error: "Ended" } });
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }));
    expect(page.events?.map(({ id }) => id)).toEqual([9, 8]);
    const { nextToken } = page;
    const rest = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, nextToken }));
    expect(rest.events).toHaveLength(7);
  });

  it("lists executions, newest first, by status and in pages", async () => {
    const arns: (string | undefined)[] = [];
    for (const id of ["a", "b", "c"]) arns.push((await start(id, id)).executionArn);
    await client.send(new StopExecutionCommand({ executionArn: arns[1], error: "Repaired" }));
    const list = async (more: object) => {
      const answer = await client.send(new ListExecutionsCommand({ stateMachineArn: MACHINE, ...more }));
      return { names: answer.executions?.map(({ name }) => name), nextToken: answer.nextToken };
    };
    expect((await list({})).names).toEqual(["c", "b", "a"]);
    expect((await list({ statusFilter: "RUNNING" })).names).toEqual(["c", "a"]);
    expect((await list({ statusFilter: "ABORTED" })).names).toEqual(["b"]);
    const first = await list({ maxResults: 2 });
    expect(first.names).toEqual(["c", "b"]);
    expect(await list({ nextToken: first.nextToken })).toEqual({ names: ["a"], nextToken: undefined });
  });

  it("describes the machine", async () => {
    const machine = await client.send(new DescribeStateMachineCommand({ stateMachineArn: MACHINE }));
    expect(machine).toMatchObject({ name: "Lead", type: "STANDARD", status: "ACTIVE", creationDate: new Date(START) });
    expect(JSON.parse(machine.definition ?? "")).toEqual(leadWorkflowDefinition);
  });

  it("throws its own error classes", async () => {
    const { executionArn } = await start();
    const taskToken = harness.token();
    const unknown = executionArn?.replace("ld_1-1", "gone");
    await expect(start("ld_1-1", "ld_2")).rejects.toMatchObject({
      name: "ExecutionAlreadyExists",
      message: `Execution Already Exists: '${executionArn}'`,
    });
    await expect(client.send(new DescribeExecutionCommand({ executionArn: unknown }))).rejects.toMatchObject({
      name: "ExecutionDoesNotExist",
    });
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: "{" }))).rejects.toMatchObject({
      name: "InvalidOutput",
    });
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken: "forged" }))).rejects.toMatchObject({
      name: "InvalidToken",
    });
    await client.send(new SendTaskSuccessCommand({ taskToken, output: next(2) }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: next(2) }))).rejects.toMatchObject({
      name: "TaskTimedOut",
    });
    await harness.states.reset();
    await expect(client.send(new SendTaskHeartbeatCommand({ taskToken }))).rejects.toMatchObject({
      name: "TaskDoesNotExist",
    });
  });

  it("is refused what the runner does not serve", async () => {
    await expect(client.send(new ListStateMachinesCommand({}))).rejects.toMatchObject({
      name: "UnknownOperationException",
    });
    const redriven = new ListExecutionsCommand({ stateMachineArn: MACHINE, redriveFilter: "REDRIVEN" });
    await expect(client.send(redriven)).rejects.toMatchObject({ name: "ValidationException" });
  });
});

it("takes no inherited name for an operation", async () => {
  const handle = createStatesProtocol(harness.states);
  expect(await handle("AWSStepFunctions.toString", {})).toMatchObject({ status: 400 });
});
