import * as z from "zod";
import { AwsError, type AwsHandler, type AwsReply, type AwsRequest } from "./request.ts";

/** Interprets one operation of a JSON service; throws `AwsError` for what the service would refuse. */
export type JsonOperation = (input: unknown, request: AwsRequest) => unknown;

const reply = (status: number, value: unknown): AwsReply => ({
  status,
  contentType: "application/x-amz-json-1.0",
  body: JSON.stringify(value ?? {}),
});

export const jsonError = ({ code, message, status, details }: AwsError): AwsReply =>
  reply(status, { __type: code, message, ...details });

/** A service of AWS's JSON protocols (1.0 and 1.1 differ in nothing the clients look at). Unknown operations fail loudly. */
export function jsonService(operations: Readonly<Record<string, JsonOperation>>): AwsHandler {
  return async (request) => {
    try {
      const run = operations[request.operation];
      if (run === undefined) {
        throw new AwsError(
          "UnknownOperationException",
          `The local runner has no ${request.service} ${request.operation}`,
        );
      }
      return reply(200, await run(JSON.parse(request.body || "{}"), request));
    } catch (error) {
      if (error instanceof AwsError) return jsonError(error);
      if (error instanceof z.ZodError) return jsonError(new AwsError("ValidationException", z.prettifyError(error)));
      throw error;
    }
  };
}
