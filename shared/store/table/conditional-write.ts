import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { fromAttributes } from "./attribute-values.ts";
import type { Item } from "./table.ts";

export type ConditionalWrite<T> =
  | { readonly done: true; readonly output: T }
  | { readonly done: false; readonly standing: Item | undefined };

/**
 * Awaits a conditional write and turns a failed condition into a value: the item that stood in the way, if the write
 * asked for it with `ReturnValuesOnConditionCheckFailure: "ALL_OLD"`.
 */
export async function conditional<T>(write: Promise<T>): Promise<ConditionalWrite<T>> {
  try {
    return { done: true, output: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { done: false, standing: error.Item && fromAttributes(error.Item) };
  }
}
