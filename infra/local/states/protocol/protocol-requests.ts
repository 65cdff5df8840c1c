import * as z from "zod";

/** Requests of the Step Functions API as the SDK sends them, with AWS's own limits. Unknown fields are refused. */
const arn = z.string().min(1).max(256);
const token = z.string().min(1).max(2048);
const error = z.string().max(256).optional();
const cause = z.string().max(32_768).optional();
const data = z.string().max(262_144);
const page = { maxResults: z.int().min(0).max(1000).default(0), nextToken: z.string().max(1024).optional() };

export const describeStateMachine = z.strictObject({ stateMachineArn: arn });
export const startExecution = z.strictObject({
  stateMachineArn: arn,
  name: z.string().min(1).optional(),
  input: data.optional(),
  traceHeader: z.string().max(256).optional(),
});
export const stopExecution = z.strictObject({ executionArn: arn, error, cause });
export const describeExecution = z.strictObject({ executionArn: arn });
export const listExecutions = z.strictObject({
  stateMachineArn: arn,
  statusFilter: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]).optional(),
  ...page,
});
export const getExecutionHistory = z.strictObject({
  executionArn: arn,
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
  ...page,
});
export const sendTaskSuccess = z.strictObject({ taskToken: token, output: data });
export const sendTaskFailure = z.strictObject({ taskToken: token, error, cause });
export const sendTaskHeartbeat = z.strictObject({ taskToken: token });
