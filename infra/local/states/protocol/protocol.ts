import * as z from "zod";
import { parseJson } from "../definition/json.ts";
import type { States } from "../states.ts";
import type { Failure } from "../steps/failure.ts";
import {
  executionAnswer,
  historyEvents,
  listedExecution,
  startAnswer,
  stateMachineAnswer,
  stopAnswer,
} from "./protocol-answers.ts";
import * as requests from "./protocol-requests.ts";
import { ServiceError } from "./service-error.ts";

interface ProtocolAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Serves one request: `target` is the `X-Amz-Target` header, `body` the parsed JSON. */
export type StatesProtocol = (target: string, body: unknown) => Promise<ProtocolAnswer>;

const HEADERS = { "content-type": "application/x-amz-json-1.0" };

/**
 * The Step Functions API in AWS JSON 1.0, as the unmodified SDK client speaks it; what it does not know it refuses loudly.
 * The handler rejects only on a bug in the runner.
 */
export function createStatesProtocol(states: States): StatesProtocol {
  const operations: Readonly<Record<string, (body: unknown) => unknown>> = {
    DescribeStateMachine: (body) =>
      stateMachineAnswer(states.stateMachine(requests.describeStateMachine.parse(body).stateMachineArn)),
    StartExecution: async (body) => {
      const { stateMachineArn, name, input } = requests.startExecution.parse(body);
      return startAnswer(await states.start(stateMachineArn, name, input));
    },
    StopExecution: async (body) => {
      const { executionArn, error, cause } = requests.stopExecution.parse(body);
      return stopAnswer(await states.stop(executionArn, given({ error, cause })));
    },
    DescribeExecution: (body) => executionAnswer(states.execution(requests.describeExecution.parse(body).executionArn)),
    ListExecutions: (body) => {
      const { stateMachineArn, statusFilter, ...page } = requests.listExecutions.parse(body);
      const found = states.executionsOf(stateMachineArn);
      const wanted = found.filter(({ status }) => statusFilter === undefined || status === statusFilter);
      return pageOf("executions", wanted.map(listedExecution), page);
    },
    GetExecutionHistory: (body) => {
      const { executionArn, reverseOrder, ...page } = requests.getExecutionHistory.parse(body);
      const events = historyEvents(states.execution(executionArn));
      return pageOf("events", reverseOrder ? events.toReversed() : events, page);
    },
    SendTaskSuccess: async (body) => {
      const { taskToken, output } = requests.sendTaskSuccess.parse(body);
      const value = parseJson(output);
      if (value === undefined) throw new ServiceError("InvalidOutput", "Invalid Output: 'no valid JSON'");
      await states.succeedTask(taskToken, value);
    },
    SendTaskFailure: async (body) => {
      const { taskToken, error, cause } = requests.sendTaskFailure.parse(body);
      await states.failTask(taskToken, { error: error ?? "States.TaskFailed", ...given({ cause }) });
    },
    SendTaskHeartbeat: (body) => states.heartbeat(requests.sendTaskHeartbeat.parse(body).taskToken),
  };

  return async (target, body) => {
    try {
      const name = target.replace(/^AWSStepFunctions\./, "");
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (operation === undefined) throw new ServiceError("UnknownOperationException", `${target} is not run locally`);
      return { status: 200, headers: HEADERS, body: (await operation(body)) ?? {} };
    } catch (error) {
      return { status: 400, headers: HEADERS, body: errorBody(error) };
    }
  };
}

function errorBody(error: unknown) {
  if (error instanceof ServiceError) {
    return { __type: `com.amazonaws.swf.service.v2.model#${error.code}`, message: error.message };
  }
  if (error instanceof z.ZodError) {
    return { __type: "com.amazon.coral.validate#ValidationException", message: z.prettifyError(error) };
  }
  throw error;
}

function given(failure: { error?: string | undefined; cause?: string | undefined }): Partial<Failure> {
  const { error, cause } = failure;
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

/** `maxResults` 0 means 100, as on AWS; the token is the position of the next item. */
function pageOf<T>(
  key: string,
  items: readonly T[],
  { maxResults, nextToken }: { maxResults: number; nextToken?: string | undefined },
) {
  const from = Number(nextToken ?? 0);
  const to = from + (maxResults || 100);
  return { [key]: items.slice(from, to), ...(to < items.length ? { nextToken: String(to) } : {}) };
}
