import type { Faults } from "../faults.ts";
import { jsonError } from "./json-protocol.ts";
import { queryError } from "./query-protocol.ts";
import { AwsError, type AwsHandler, type AwsReply, type AwsRequest } from "./request.ts";

/** An answer, or a connection that is cut (`lost`) or left hanging until the caller gives up (`silent`). */
export type Outcome = AwsReply | "lost" | "silent";

/** Puts injected faults between the callers and the services. */
export function withFaults(handler: AwsHandler, faults: Faults): (request: AwsRequest) => Promise<Outcome> {
  return async (request) => {
    const { service, operation, body, caller } = request;
    const fault = faults.take({ service, operation, text: body, function: caller?.function });
    if (fault === undefined) return handler(request);
    if (fault.moment === "after") await handler(request);
    switch (fault.kind) {
      case "throttle":
        return errorReply(request, throttled(request));
      case "error":
        return errorReply(request, new AwsError("InternalServerError", "Injected fault", 500));
      case "conflict":
        return errorReply(request, conflict(request));
      case "loseReply":
        if (fault.moment === "before") await handler(request);
        return "lost";
      case "crash":
        caller?.crash();
        return "lost";
      case "timeout":
        return "silent";
      case "duplicate":
      case "reorder":
        return handler(request);
      default:
        return fault.kind satisfies never;
    }
  };
}

const errorReply = (request: AwsRequest, error: AwsError): AwsReply =>
  request.service === "sns" ? queryError(error) : jsonError(error);

function throttled({ service }: AwsRequest): AwsError {
  if (service === "dynamodb") return new AwsError("ProvisionedThroughputExceededException", "Injected throttling");
  if (service === "sns") return new AwsError("Throttled", "Injected throttling", 429);
  if (service === "cognito") return new AwsError("TooManyRequestsException", "Injected throttling");
  return new AwsError("ThrottlingException", "Injected throttling");
}

/** DynamoDB Local runs transactions one after the other, so a conflict never happens by itself. */
function conflict({ operation, body }: AwsRequest): AwsError {
  const message = "Transaction is ongoing for the item";
  if (!operation.startsWith("Transact")) return new AwsError("TransactionConflictException", message);
  const items: readonly unknown[] = JSON.parse(body).TransactItems;
  const reasons = items.map((_, index) =>
    index === 0 ? { Code: "TransactionConflict", Message: message } : { Code: "None" },
  );
  return new AwsError("TransactionCanceledException", message, 400, { CancellationReasons: reasons });
}
