import * as z from "zod";
import type { Template } from "../template/resources.ts";

const ignored = z.unknown().optional();

const ruleProperties = z.strictObject({
  Name: z.string().optional(),
  Description: ignored,
  EventBusName: z.literal("default").optional(),
  RoleArn: ignored,
  Tags: ignored,
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  ScheduleExpression: z.string(),
  Targets: z
    .array(
      z.strictObject({
        Arn: z.string(),
        Id: z.string(),
        Input: z.string().optional(),
        RetryPolicy: ignored,
        DeadLetterConfig: ignored,
        RoleArn: ignored,
      }),
    )
    .default([]),
});

const scheduleProperties = z.strictObject({
  Name: z.string().optional(),
  Description: ignored,
  GroupName: ignored,
  KmsKeyArn: ignored,
  FlexibleTimeWindow: ignored,
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: ignored,
    Input: z.string().optional(),
    RetryPolicy: ignored,
    DeadLetterConfig: ignored,
  }),
});

/** A function to be invoked by the calendar. */
export interface Schedule {
  readonly label: string;
  readonly arn: string;
  /** `rate(…)` or `cron(…)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly functionArn: string;
  /** JSON text; without one, EventBridge's own event is sent. */
  readonly input: string | undefined;
}

/** The schedules of the template that are switched on: rules of EventBridge and schedules of its Scheduler. */
export function schedulesOf(template: Template): readonly Schedule[] {
  const rules = template
    .all("AWS::Events::Rule", ruleProperties)
    .filter(({ properties }) => properties.State === "ENABLED")
    .flatMap(({ label, arn, properties }) =>
      properties.Targets.map(({ Arn, Input }) => ({
        label,
        arn,
        expression: properties.ScheduleExpression,
        timeZone: "UTC",
        functionArn: Arn,
        input: Input,
      })),
    );
  const schedules = template
    .all("AWS::Scheduler::Schedule", scheduleProperties)
    .filter(({ properties }) => properties.State === "ENABLED")
    .map(({ label, arn, properties }) => ({
      label,
      arn,
      expression: properties.ScheduleExpression,
      timeZone: properties.ScheduleExpressionTimezone,
      functionArn: properties.Target.Arn,
      input: properties.Target.Input,
    }));
  return [...rules, ...schedules];
}
