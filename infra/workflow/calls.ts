import { keyPrefixes, sortKeys } from "../../shared/contract/table.ts";
import { retryHours, retryMinutes } from "./retries.ts";
import type { Call } from "./states-language.ts";

const leadId = "$states.context.Execution.Input.leadId";
const cycle = "$states.context.Execution.Input.cycle";
const token = "$states.context.Task.Token";

/**
 * Stores the task token in the lead's TOKEN item without any code of ours, then waits until the stream consumer completes
 * it. An execution of an older cycle never overwrites the token of a newer one.
 */
export function storeToken(tableName: string, at: string): Call {
  return {
    Resource: "arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken",
    Arguments: {
      TableName: tableName,
      Key: { pk: { S: `{% '${keyPrefixes.lead}' & ${leadId} %}` }, sk: { S: sortKeys.token } },
      UpdateExpression: "SET #token = :token, #wait = :wait, #cycle = :cycle, #at = :at",
      ConditionExpression: "attribute_not_exists(#cycle) OR #cycle <= :cycle",
      ExpressionAttributeNames: {
        "#token": "token",
        "#wait": "wait",
        "#cycle": "cycle",
        "#at": "at",
      },
      ExpressionAttributeValues: {
        ":token": { S: `{% ${token} %}` },
        ":wait": { N: "{% $string($states.input.wait) %}" },
        ":cycle": { N: `{% $string(${cycle}) %}` },
        ":at": { S: at },
      },
    },
    Retry: retryMinutes("dynamodb"),
  };
}

/** The error of a token that could not be stored because a newer cycle holds the item. */
export const olderCycle = "DynamoDb.ConditionalCheckFailedException";

/** The function decides from the lead, commits, and stores the token itself; then the task waits like the others. */
export function decideAndWait(functionArn: string, task: string): Call {
  return {
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: {
      FunctionName: functionArn,
      Payload: { task, leadId: `{% ${leadId} %}`, cycle: `{% ${cycle} %}`, token: `{% ${token} %}` },
    },
    Retry: retryMinutes("lambda"),
  };
}

/** The function decides and commits; nothing is waited for. */
export function decide(functionArn: string, task: string, patience: "minutes" | "hours"): Call {
  return {
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: {
      FunctionName: functionArn,
      Payload: { task, leadId: `{% ${leadId} %}`, cycle: `{% ${cycle} %}` },
    },
    Retry: patience === "hours" ? retryHours("lambda") : retryMinutes("lambda"),
  };
}
