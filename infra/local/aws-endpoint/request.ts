import type { Fault } from "../faults.ts";
import type { Ledger } from "../instruments/attribution.ts";

/** The services Lambdas may call. Any other request is refused. */
export type Service = Exclude<Fault["service"], "lambda" | "streams">;

/** The Lambda invocation on whose behalf a request comes. */
export interface Caller {
  /** The label of the function. */
  readonly function: string;
  readonly ledger: Ledger;
  /** Ends the worker at once, as when a container dies. */
  readonly crash: () => void;
}

/** A request in one of AWS's wire protocols, not yet interpreted. */
export interface AwsRequest {
  readonly service: Service;
  readonly operation: string;
  readonly body: string;
  /** Missing for calls from outside a Lambda, such as a test's own client. */
  readonly caller?: Caller | undefined;
}

export interface AwsReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export type AwsHandler = (request: AwsRequest) => Promise<AwsReply>;

/** An error the service would answer; `code` is the exception's name in the SDK. */
export class AwsError extends Error {
  override readonly name = "AwsError";
  readonly code: string;
  readonly status: number;
  /** Members of the exception besides its message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

const targets: Readonly<Record<string, Service>> = {
  DynamoDB_20120810: "dynamodb",
  AWSStepFunctions: "stepfunctions",
  secretsmanager: "secretsmanager",
  AWSCognitoIdentityProviderService: "cognito",
  AmazonSQS: "sqs",
};

/**
 * Service and operation: JSON protocols name both in `X-Amz-Target`, SNS speaks the older query protocol with an
 * `Action` in the form body. Undefined for anything else.
 */
export function identify(
  target: string | undefined,
  body: string,
): Pick<AwsRequest, "service" | "operation"> | undefined {
  if (target === undefined) {
    const operation = new URLSearchParams(body).get("Action");
    return operation === null ? undefined : { service: "sns", operation };
  }
  const [prefix = "", operation = ""] = target.split(".");
  const service = targets[prefix];
  return service === undefined ? undefined : { service, operation };
}
