import * as z from "zod";
import { type Assembly, readAssembly, type Stack } from "./assembly.ts";
import { createResolver } from "./intrinsics.ts";
import { classOf } from "./resource-classes.ts";

/** A resource with its properties resolved and checked against the schema of its type. */
interface Resource<Properties> {
  readonly stack: string;
  readonly logicalId: string;
  /** What people call it: `Intake` for the construct `…/Service/Intake/Function`. */
  readonly label: string;
  readonly ref: string;
  readonly arn: string;
  readonly properties: Properties;
}

/** The resolved template of one stage: several stacks seen as one. */
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

/** Reads and resolves the stage in `directory`; throws when it holds a resource type the runner refuses. */
export function readTemplate(directory: string, stage?: string): Template {
  const { stacks, assets } = readAssembly(directory, stage);
  const [first] = stacks;
  if (first === undefined) throw new Error(`No stack found in ${directory}`);
  refuseUnknown(stacks);
  const { resolve, names } = createResolver(stacks);

  return {
    account: first.account,
    region: first.region,
    assets,
    outputs: Object.fromEntries(
      stacks.flatMap((stack) => Object.entries(stack.Outputs).map(([id, { Value }]) => [id, resolve(stack, Value)])),
    ),
    all: (types, schema) =>
      stacks.flatMap((stack) =>
        Object.entries(stack.Resources)
          .filter(([, { Type }]) => [types].flat().includes(Type))
          .map(([logicalId, { Type, Properties }]) => {
            const { ref, arn } = names(stack, logicalId);
            const label = labelOf(logicalId, stack.paths.get(logicalId));
            const properties = understand(schema, `${Type} ${logicalId}`, resolve(stack, Properties ?? {}));
            return { stack: stack.name, logicalId, label, ref, arn, properties };
          }),
      ),
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

function refuseUnknown(stacks: readonly Stack[]): void {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(stack.Resources)
      .filter(([, { Type }]) => classOf(Type) === undefined)
      .map(([id, { Type }]) => `${Type} (${stack.name}/${id})`),
  );
  if (unknown.length > 0) throw new Error(`The local runner has no class for: ${unknown.join(", ")}`);
}
