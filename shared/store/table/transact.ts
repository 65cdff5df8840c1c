import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { fullJitter, tableRetries } from "./retry.ts";
import type { Table } from "./table.ts";

export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Cancelled for no fault of its own: another transaction held an item, or the table was throttled. */
const passing: ReadonlySet<string | undefined> = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

/**
 * All writes or none, at twice the units; false when a condition failed. The token makes a repeat after a lost reply the
 * same transaction. Only configuration is written this way: leads get by with one conditional write.
 */
export async function transact(table: Table, items: readonly TransactItem[]): Promise<boolean> {
  const ClientRequestToken = randomUUID();
  for (let failures = 1; ; failures++) {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: [...items], ClientRequestToken }));
      return true;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      if (codes.includes("ConditionalCheckFailed")) return false;
      if (!codes.some((code) => passing.has(code)) || failures === tableRetries.attempts) throw error;
      await pause(fullJitter(tableRetries, failures));
    }
  }
}
