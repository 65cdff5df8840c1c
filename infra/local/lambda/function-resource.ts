import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { assetDirectory } from "../template/assembly.ts";
import type { Template } from "../template/resources.ts";

const deadLetterConfig = z.strictObject({ TargetArn: z.string() });

/** What has no meaning on one machine: permissions, logs, tags, memory and processor. */
const ignored = {
  Architectures: z.unknown().optional(),
  Description: z.unknown().optional(),
  EphemeralStorage: z.unknown().optional(),
  Layers: z.unknown().optional(),
  LoggingConfig: z.unknown().optional(),
  MemorySize: z.unknown().optional(),
  RecursiveLoop: z.unknown().optional(),
  Role: z.unknown().optional(),
  RuntimeManagementConfig: z.unknown().optional(),
  Tags: z.unknown().optional(),
  TracingConfig: z.unknown().optional(),
};

const functionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.union([
    z.strictObject({ S3Bucket: z.unknown(), S3Key: z.string(), SourceKMSKeyArn: z.unknown().optional() }),
    z.strictObject({ ZipFile: z.string() }),
  ]),
  Handler: z.string(),
  Runtime: z.string(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  Timeout: z.number().default(3),
  ReservedConcurrentExecutions: z.number().int().min(1).optional(),
  DeadLetterConfig: deadLetterConfig.optional(),
  ...ignored,
});

const invokeConfigProperties = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal("$LATEST"),
  MaximumEventAgeInSeconds: z.unknown().optional(),
  MaximumRetryAttempts: z.number().int().min(0).max(2).optional(),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() }).optional(),
});

/** A function of the template. */
export interface LambdaFunction {
  readonly name: string;
  readonly label: string;
  readonly arn: string;
  readonly runtime: string;
  readonly handler: string;
  /** The folder of its bundle; only asked for when the function is first called. */
  readonly directory: () => string;
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeout: number;
  /** Most invocations at a time, when the template limits them. */
  readonly concurrency: number | undefined;
  /** Retries of asynchronous invocations. */
  readonly retries: number;
  /** Where an asynchronous invocation goes that failed for good. */
  readonly onFailure: string | undefined;
}

export function functionsOf(template: Template): readonly LambdaFunction[] {
  const configs = template.all("AWS::Lambda::EventInvokeConfig", invokeConfigProperties);
  return template.all("AWS::Lambda::Function", functionProperties).map(({ ref, arn, label, properties }) => {
    const config = configs.find(({ properties: { FunctionName } }) => [ref, arn].includes(FunctionName))?.properties;
    const { Code, DeadLetterConfig } = properties;
    return {
      name: ref,
      label,
      arn,
      runtime: properties.Runtime,
      handler: properties.Handler,
      directory: () => ("S3Key" in Code ? assetDirectory(template.assets, Code.S3Key) : inlineDirectory(Code.ZipFile)),
      environment: properties.Environment?.Variables ?? {},
      timeout: properties.Timeout,
      concurrency: properties.ReservedConcurrentExecutions,
      retries: config?.MaximumRetryAttempts ?? 2,
      onFailure: config?.DestinationConfig?.OnFailure?.Destination ?? DeadLetterConfig?.TargetArn,
    };
  });
}

function inlineDirectory(source: string): string {
  const directory = mkdtempSync(join(tmpdir(), "fairlead-inline-"));
  writeFileSync(join(directory, "index.js"), source);
  return directory;
}
