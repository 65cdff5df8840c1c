import type { AwsHandler } from "../aws-endpoint/request.ts";
import { leadsIn } from "../instruments/attribution.ts";
import type { Usage } from "../instruments/usage.ts";
import { billedUnits, isBilled, isWrite, refusedUnits } from "./billed-units.ts";
import type { Connection } from "./connection.ts";
import type { Table } from "./table-resource.ts";

interface Options {
  readonly send: Connection["send"];
  readonly tables: readonly Table[];
  readonly usage: Usage;
  /** Called after every write that was applied, before the caller gets its answer. */
  readonly onWrite: () => void;
}

export const contentType = "application/x-amz-json-1.0";

/**
 * DynamoDB as Lambdas see it: DynamoDB Local behind a proxy that counts the units AWS would bill. It asks for the
 * consumed capacity in every request and takes it out of the answer again if the caller did not ask.
 */
export function dynamoDbService({ send, tables, usage, onWrite }: Options): AwsHandler {
  return async ({ operation, body, caller }) => {
    if (!isBilled(operation)) return { contentType, ...(await send("table", operation, body)) };
    const input: Record<string, unknown> = JSON.parse(body);
    const asked = input.ReturnConsumedCapacity !== undefined && input.ReturnConsumedCapacity !== "NONE";
    const counted = JSON.stringify({ ...input, ReturnConsumedCapacity: "INDEXES" });
    const answer = await send("table", operation, counted);

    const spend = (units: { readUnits: number; writeUnits: number }): void => {
      const cost = { ...units, requests: 1 };
      usage.count("dynamodb", operation, cost, caller?.function);
      if (caller === undefined) usage.charge(leadsIn(body), cost);
      else caller.ledger.spend(body, cost);
    };

    if (answer.status !== 200) {
      spend(refusedUnits(operation, answer.body, input));
      return { contentType, ...answer };
    }
    if (isWrite(operation)) onWrite();
    const { ConsumedCapacity, ...output } = JSON.parse(answer.body);
    spend(billedUnits(operation, input, ConsumedCapacity, tables));
    return { contentType, status: 200, body: asked ? answer.body : JSON.stringify(output) };
  };
}
