import * as z from "zod";
import type { Template } from "../template/resources.ts";

const queueProperties = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: z.number().default(30),
  RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
  KmsDataKeyReusePeriodSeconds: z.unknown().optional(),
  KmsMasterKeyId: z.unknown().optional(),
  MessageRetentionPeriod: z.unknown().optional(),
  ReceiveMessageWaitTimeSeconds: z.unknown().optional(),
  RedriveAllowPolicy: z.unknown().optional(),
  SqsManagedSseEnabled: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

/** A standard queue of the template (FIFO queues are refused). */
export interface QueueDefinition {
  readonly label: string;
  readonly url: string;
  readonly arn: string;
  /** Seconds a received message stays hidden. */
  readonly visibilityTimeout: number;
  readonly redrive: { readonly arn: string; readonly maxReceiveCount: number } | undefined;
}

export const queuesOf = (template: Template): readonly QueueDefinition[] =>
  template.all("AWS::SQS::Queue", queueProperties).map(({ label, ref, arn, properties }) => ({
    label,
    url: ref,
    arn,
    visibilityTimeout: properties.VisibilityTimeout,
    redrive: properties.RedrivePolicy && {
      arn: properties.RedrivePolicy.deadLetterTargetArn,
      maxReceiveCount: properties.RedrivePolicy.maxReceiveCount,
    },
  }));
