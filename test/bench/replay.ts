import { randomBytes } from "node:crypto";
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { ulidToUUID, uuidToULID } from "ulid";
import type { RecordedIntake } from "./recorded-intake.ts";

/** Sends what an intake sent, once more for another lead and person: the same requests, in the same order and sizes. */
export async function replay(client: DynamoDBDocumentClient, { leadId, requests }: RecordedIntake): Promise<void> {
  const fresh = randomBytes(16);
  const change = substitution(leadId, fresh);
  for (const { command, input } of requests) await send(client, { command, input: change(input) });
}

// biome-ignore lint/suspicious/noExplicitAny: what was recorded has the shape its command had.
async function send(client: DynamoDBDocumentClient, { command, input }: { command: string; input: any }) {
  switch (command) {
    case "BatchGetItemCommand":
      return client.send(new BatchGetCommand(input));
    case "GetItemCommand":
      return client.send(new GetCommand(input));
    case "QueryCommand":
      return client.send(new QueryCommand(input));
    case "PutItemCommand":
      return client.send(new PutCommand(input));
    case "UpdateItemCommand":
      return client.send(new UpdateCommand(input));
    default:
      throw new Error(`a ${command} is not expected at intake`);
  }
}

/** The same value with another lead's id, as text and as bytes, and another person's marks. */
function substitution(leadId: string, fresh: Buffer): (value: unknown) => unknown {
  const old = Buffer.from(ulidToUUID(leadId.slice(3)).replaceAll("-", ""), "hex");
  const hex = fresh.toString("hex");
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  const next = `ld_${uuidToULID(uuid)}`;
  const change = (value: unknown): unknown => {
    if (typeof value === "string") {
      const marked = value.startsWith("MARK#") ? `${value.slice(0, -22)}${hex.slice(0, 22)}` : value;
      return marked.replaceAll(leadId, next);
    }
    if (value instanceof Uint8Array) return old.equals(value) ? fresh : value;
    if (value instanceof Set) return new Set([...value].map(change));
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]));
  };
  return change;
}
