import { isJsonObject, type Json } from "./json.ts";

/** What a Task calls, read from its `Resource`. `waitsForToken`: the call only hands the token on; SendTask* ends the task. */
export type TaskResource =
  | { readonly service: "lambda"; readonly waitsForToken: boolean }
  | { readonly service: "dynamodb"; readonly action: DynamodbAction; readonly waitsForToken: boolean };

export type DynamodbAction = keyof typeof DYNAMODB_PARAMETERS;

const LAMBDA_PARAMETERS = ["FunctionName", "Payload"];
const CONDITION = ["ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues"];
const RETURNS = ["ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues"];
const WRITE = [...CONDITION, ...RETURNS, "ReturnValuesOnConditionCheckFailure"];
const DYNAMODB_PARAMETERS = {
  getItem: ["TableName", "Key", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames"],
  putItem: ["TableName", "Item", ...WRITE],
  updateItem: ["TableName", "Key", "UpdateExpression", ...WRITE],
  deleteItem: ["TableName", "Key", ...WRITE],
};

const PATTERN =
  /^arn:aws:states:::(?:lambda:invoke|aws-sdk:dynamodb:(?<action>[A-Za-z]+))(?<token>\.waitForTaskToken)?$/;

const isDynamodbAction = (name: string): name is DynamodbAction => Object.hasOwn(DYNAMODB_PARAMETERS, name);

/** The resource of an ARN, or undefined for an integration that is not run here (the caller says so loudly). */
export function parseResource(arn: string): TaskResource | undefined {
  const match = PATTERN.exec(arn);
  if (match === null) return undefined;
  const waitsForToken = match.groups?.token !== undefined;
  const action = match.groups?.action;
  if (action === undefined) return { service: "lambda", waitsForToken };
  return isDynamodbAction(action) ? { service: "dynamodb", action, waitsForToken } : undefined;
}

/** Names in `Arguments` that this integration does not take; undefined when `Arguments` is not an object at all. */
export function unknownParameters(resource: TaskResource, args: Json): readonly string[] | undefined {
  if (!isJsonObject(args)) return undefined;
  const known = resource.service === "lambda" ? LAMBDA_PARAMETERS : DYNAMODB_PARAMETERS[resource.action];
  return Object.keys(args).filter((name) => !known.includes(name));
}
