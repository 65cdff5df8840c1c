import { Duration } from "aws-cdk-lib";
import { EventInvokeConfig, type IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** Where events end that nobody waits for (schedules, replies to text messages) when their function fails for good. */
export class FailedEvents extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(this, { SQS3: "It is itself where failed events end." });
  }

  /** Two more tries, then this queue. The function's role needs `sqs:SendMessage`. */
  collect(id: string, handler: IFunction): void {
    new EventInvokeConfig(this, id, {
      function: handler,
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this),
    });
  }
}
