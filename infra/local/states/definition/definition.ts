import * as z from "zod";
import { type DefinitionProblem, pointerTo } from "./unsupported-definition.ts";

/**
 * The part of the Amazon States Language that our definitions use, JSONata dialect only.
 * Every object is strict: a field that is missing here fails loudly instead of being skipped in silence.
 * Seconds are whole seconds, as on AWS.
 */
const LONGEST_SECONDS = 99_999_999;

const template = z.json();
const stateName = z.string().min(1).max(80);
const wholeSeconds = z.int().min(1).max(LONGEST_SECONDS);
const secondsOrExpression = z.union([wholeSeconds, z.string()]);
const assign = z.record(z.string().regex(/^(?!states$)[\p{L}_][\p{L}\p{N}_]{0,79}$/u), template);
const errorNames = z.array(z.string().min(1)).min(1);
const yields = { Output: template.optional(), Assign: assign.optional() };
const common = { Comment: z.string().optional(), QueryLanguage: z.literal("JSONata").optional() };
const leaves = { Next: stateName.optional(), End: z.literal(true).optional() };

const retrier = z.strictObject({
  ErrorEquals: errorNames,
  IntervalSeconds: wholeSeconds.default(1),
  MaxAttempts: z.int().min(0).max(LONGEST_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(["NONE", "FULL"]).default("NONE"),
});

const catcher = z.strictObject({ ErrorEquals: errorNames, Next: stateName, ...yields });

const choiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.string(),
  Next: stateName,
  ...yields,
});

const task = z.strictObject({
  Type: z.literal("Task"),
  Resource: z.string(),
  Arguments: template,
  TimeoutSeconds: secondsOrExpression.optional(),
  HeartbeatSeconds: secondsOrExpression.optional(),
  Retry: z.array(retrier).default([]),
  Catch: z.array(catcher).default([]),
  ...common,
  ...leaves,
  ...yields,
});

const choice = z.strictObject({
  Type: z.literal("Choice"),
  Choices: z.array(choiceRule).min(1),
  Default: stateName.optional(),
  ...common,
  ...yields,
});

const wait = z.strictObject({
  Type: z.literal("Wait"),
  Seconds: z.union([z.int().min(0).max(LONGEST_SECONDS), z.string()]).optional(),
  Timestamp: z.string().optional(),
  ...common,
  ...leaves,
  ...yields,
});

const pass = z.strictObject({ Type: z.literal("Pass"), ...common, ...leaves, ...yields });
const succeed = z.strictObject({ Type: z.literal("Succeed"), Output: template.optional(), ...common });
const fail = z.strictObject({
  Type: z.literal("Fail"),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...common,
});

const state = z.discriminatedUnion("Type", [task, choice, wait, pass, succeed, fail]);

const definition = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal("JSONata").optional(),
  Version: z.literal("1.0").optional(),
  StartAt: stateName,
  TimeoutSeconds: wholeSeconds.optional(),
  States: z.record(stateName, state),
});

export type Definition = z.infer<typeof definition>;
export type StateDefinition = z.infer<typeof state>;
export type TaskDefinition = z.infer<typeof task>;
export type Retrier = z.infer<typeof retrier>;

/** Reads a definition; every unknown type, field or value becomes a problem at its JSON pointer. */
export function parseDefinition(value: unknown): Definition | readonly DefinitionProblem[] {
  const parsed = definition.safeParse(value);
  return parsed.success ? parsed.data : parsed.error.issues.flatMap(problemsOf);
}

function problemsOf(issue: z.core.$ZodIssue): readonly DefinitionProblem[] {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), message: "unknown field" }));
    case "invalid_union":
      return [{ pointer: pointerTo(issue.path), message: issue.discriminator ? "unknown state type" : issue.message }];
    default:
      return [{ pointer: pointerTo(issue.path), message: issue.message }];
  }
}
