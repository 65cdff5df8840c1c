import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      additionalMetadataFile: z.string().optional(),
      properties: z
        .object({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          file: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })),
});

const metadataSchema = z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown() })));

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});

const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
});

/** One synthesised stack: its CloudFormation template as CDK wrote it, intrinsic functions unresolved. */
export interface Stack extends z.infer<typeof templateSchema> {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Construct paths by logical id, where the assembly tells them. */
  readonly paths: ReadonlyMap<string, string>;
}

/** The stack to run, and the folder or file behind each asset hash. */
export interface Assembly {
  readonly stack: Stack;
  readonly assets: ReadonlyMap<string, string>;
}

const unknownAccount = "123456789012";
const unknownRegion = "eu-central-1";

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Reads a cloud assembly (`cdk.out`) of exactly one stack without the CDK command line; throws on none and on several. */
export function readAssembly(directory: string): Assembly {
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  const { artifacts } = manifestSchema.parse(readJson(join(directory, "manifest.json")));
  for (const [id, { type, properties, environment, additionalMetadataFile }] of Object.entries(artifacts)) {
    if (type === "aws:cloudformation:stack" && properties?.templateFile !== undefined) {
      const template = templateSchema.parse(readJson(join(directory, properties.templateFile)));
      const paths = pathsIn(directory, additionalMetadataFile);
      stacks.push({ ...template, ...placeOf(environment), name: properties.stackName ?? id, paths });
    }
    if (type === "cdk:asset-manifest" && properties?.file !== undefined) {
      const file = join(directory, properties.file);
      for (const [hash, { source }] of Object.entries(assetsSchema.parse(readJson(file)).files)) {
        if (source.path !== undefined) assets.set(hash, join(dirname(file), source.path));
      }
    }
  }
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1) {
    const found = stacks.map(({ name }) => name).join(", ") || "none";
    throw new Error(`The local runner runs one stack, and ${directory} has: ${found}`);
  }
  return { stack, assets };
}

function pathsIn(directory: string, file: string | undefined): ReadonlyMap<string, string> {
  if (file === undefined) return new Map();
  const entries = Object.entries(metadataSchema.parse(readJson(join(directory, file)))).flatMap(([path, metadata]) =>
    metadata
      .filter(({ type }) => type === "aws:cdk:logicalId")
      .map(({ data }): [string, string] => [String(data), path]),
  );
  return new Map(entries);
}

function placeOf(environment: string | undefined): { account: string; region: string } {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment ?? "") ?? [];
  return {
    account: account === undefined || account.startsWith("unknown") ? unknownAccount : account,
    region: region === undefined || region.startsWith("unknown") ? unknownRegion : region,
  };
}

/** The folder of a Lambda bundle, from the `S3Key` CDK gives it (`<asset hash>.zip`). */
export function assetDirectory(assets: ReadonlyMap<string, string>, s3Key: string): string {
  const directory = assets.get(s3Key.replace(/\.zip$/, ""));
  if (directory === undefined || !existsSync(directory))
    throw new Error(`The template names a missing asset: ${s3Key}`);
  return directory;
}
