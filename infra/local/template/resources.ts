import * as z from "zod";
import { type Assembly, readAssembly, type Stack } from "./assembly.ts";
import { createResolver } from "./intrinsics.ts";
import { classOf } from "./resource-classes.ts";

/** A resource with its properties resolved and checked against the schema of its type. */
interface Resource<Properties> {
  readonly logicalId: string;
  /** What people call it: `Intake` for the construct `…/Service/Intake/Function`. */
  readonly label: string;
  readonly ref: string;
  readonly arn: string;
  readonly properties: Properties;
}

/** The resolved template of one stack: one tenant in one stage. */
export interface Template {
  readonly account: string;
  readonly region: string;
  readonly assets: Assembly["assets"];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** All resources of the given types; throws when one has a property the schema does not know. */
  readonly all: <Schema extends z.ZodType>(
    types: string | readonly string[],
    schema: Schema,
  ) => readonly Resource<z.output<Schema>>[];
}

/** Reads and resolves the stack in `directory`; throws when it holds a resource type the runner refuses. */
export function readTemplate(directory: string): Template {
  const { stack, assets } = readAssembly(directory);
  refuseUnknown(stack);
  const { resolve, names } = createResolver(stack);

  return {
    account: stack.account,
    region: stack.region,
    assets,
    outputs: Object.fromEntries(Object.entries(stack.Outputs).map(([id, { Value }]) => [id, resolve(Value)])),
    all: (types, schema) =>
      Object.entries(stack.Resources)
        .filter(([, { Type }]) => [types].flat().includes(Type))
        .map(([logicalId, { Type, Properties }]) => {
          const { ref, arn } = names(logicalId);
          const label = labelOf(logicalId, stack.paths.get(logicalId));
          const properties = understand(schema, `${Type} ${logicalId}`, resolve(Properties ?? {}));
          return { logicalId, label, ref, arn, properties };
        }),
  };
}

/** The last construct with a name of its own; without a path, the logical id without the hash CDK appends. */
function labelOf(logicalId: string, path: string | undefined): string {
  const named = path?.split("/").filter((segment) => !/^(|Resource|Default|Function)$/.test(segment));
  return named?.at(-1) ?? logicalId.replace(/[0-9A-F]{8}$/, "");
}

function understand<Schema extends z.ZodType>(schema: Schema, name: string, properties: unknown): z.output<Schema> {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`The local runner does not understand ${name}:\n${z.prettifyError(parsed.error)}`);
}

function refuseUnknown({ Resources }: Stack): void {
  const unknown = Object.entries(Resources)
    .filter(([, { Type }]) => classOf(Type) === undefined)
    .map(([id, { Type }]) => `${Type} (${id})`);
  if (unknown.length > 0) throw new Error(`The local runner has no class for: ${unknown.join(", ")}`);
}
