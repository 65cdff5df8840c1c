import * as z from "zod";
import { patternSchema } from "../streams/filter-criteria.ts";
import type { Template } from "../template/resources.ts";

const topicProperties = z.strictObject({
  TopicName: z.string().optional(),
  DisplayName: z.unknown().optional(),
  KmsMasterKeyId: z.unknown().optional(),
  SignatureVersion: z.unknown().optional(),
  Tags: z.unknown().optional(),
  TracingConfig: z.unknown().optional(),
  DeliveryStatusLogging: z.unknown().optional(),
});

export const protocolSchema = z.enum(["email", "email-json", "sms", "lambda", "sqs", "application"]);

const subscriptionProperties = z.strictObject({
  TopicArn: z.string(),
  Protocol: protocolSchema,
  Endpoint: z.string(),
  FilterPolicy: patternSchema.optional(),
  FilterPolicyScope: z.enum(["MessageAttributes", "MessageBody"]).default("MessageAttributes"),
  RawMessageDelivery: z.boolean().default(false),
  RedrivePolicy: z.unknown().optional(),
  Region: z.unknown().optional(),
});

export type SubscriptionProperties = z.output<typeof subscriptionProperties>;

export const topicsOf = (template: Template): readonly string[] =>
  template.all("AWS::SNS::Topic", topicProperties).map(({ arn }) => arn);

export const subscriptionsOf = (template: Template): readonly SubscriptionProperties[] =>
  template.all("AWS::SNS::Subscription", subscriptionProperties).map(({ properties }) => properties);
