import { isJsonObject, type Json, type JsonObject } from "./definition/json.ts";
import type { DynamodbAction, TaskResource } from "./definition/resources.ts";
import type { Failure } from "./steps/failure.ts";

/** A call that failed. `cause`: for a function's own error the JSON text `{"errorType", "errorMessage", "trace"}`. */
export interface CallFailed {
  readonly error: string;
  readonly cause: string;
}

/** The services a Task calls. A promise that rejects is the runner's own trouble and fails the execution (States.Runtime). */
export interface Integrations {
  /**
   * `functionName` as the definition names it (name or ARN). `error`: the function's own errorType, or
   * `Lambda.TooManyRequestsException`, `Lambda.ServiceException`, `Lambda.Unknown` …
   */
  invokeLambda(functionName: string, payload: Json): Promise<{ readonly payload: Json } | CallFailed>;
  /**
   * `args` and `output` in the SDK's PascalCase with attribute values (`{S: …}`). `error`: AWS's bare exception name, such as
   * `ConditionalCheckFailedException`; the definition sees it as `DynamoDb.ConditionalCheckFailedException`.
   */
  dynamodb(action: DynamodbAction, args: JsonObject): Promise<{ readonly output: Json } | CallFailed>;
}

export type CallOutcome =
  | { readonly kind: "success"; readonly result: Json }
  | { readonly kind: "failure"; readonly failure: Failure };

/** Makes the call of a Task and answers what `$states.result` or `$states.errorOutput` shows of it. Never rejects. */
export async function callResource(
  integrations: Integrations,
  resource: TaskResource,
  args: Json,
): Promise<CallOutcome> {
  try {
    const parameters = isJsonObject(args) ? args : {};
    switch (resource.service) {
      case "lambda":
        return await callLambda(integrations, parameters);
      case "dynamodb":
        return await callDynamodb(integrations, resource.action, parameters);
    }
  } catch (error) {
    return { kind: "failure", failure: { error: "States.Runtime", cause: String(error) } };
  }
}

async function callLambda(integrations: Integrations, args: JsonObject): Promise<CallOutcome> {
  const answer = await integrations.invokeLambda(String(args.FunctionName), args.Payload ?? {});
  if ("error" in answer) return { kind: "failure", failure: answer };
  const result = { ExecutedVersion: "$LATEST", Payload: answer.payload, StatusCode: 200 };
  return { kind: "success", result };
}

async function callDynamodb(
  integrations: Integrations,
  action: DynamodbAction,
  args: JsonObject,
): Promise<CallOutcome> {
  const answer = await integrations.dynamodb(action, args);
  if (!("error" in answer)) return { kind: "success", result: answer.output };
  const exception = answer.error.endsWith("Exception") ? answer.error : `${answer.error}Exception`;
  return { kind: "failure", failure: { error: `DynamoDb.${exception}`, cause: answer.cause } };
}
