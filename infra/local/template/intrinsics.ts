import type { Stack } from "./assembly.ts";
import { nameProperty, type PhysicalName, physicalName } from "./physical-names.ts";

export interface Resolver {
  /** A template value with every intrinsic function replaced by what it stands for. */
  readonly resolve: (value: unknown) => unknown;
  /** The names of a resource; for inert ones only placeholders. */
  readonly names: (logicalId: string) => PhysicalName;
}

const dropped = Symbol("AWS::NoValue");

type Arguments = readonly unknown[];

/** Resolves CloudFormation's intrinsic functions. Only those CDK writes for this product are known; any other throws by name. */
export function createResolver(stack: Stack): Resolver {
  function value(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((entry) => value(entry)).filter((entry) => entry !== dropped);
    if (typeof node !== "object" || node === null) return node;
    const entries = Object.entries(node);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && /^(Ref|Condition|Fn::)/.test(only[0])) return call(...only);
    const resolved = entries.map(([key, entry]): [string, unknown] => [key, value(entry)]);
    return Object.fromEntries(resolved.filter(([, entry]) => entry !== dropped));
  }

  function call(name: string, argument: unknown): unknown {
    switch (name) {
      case "Ref":
        return reference(text(argument));
      case "Fn::GetAtt": {
        const [id, ...rest] = Array.isArray(argument) ? argument.map(text) : text(argument).split(".");
        return attribute(id ?? "", rest.join("."));
      }
      case "Fn::Join": {
        const [separator, parts] = value(argument) as [string, Arguments];
        return parts.map(text).join(separator);
      }
      case "Fn::Select": {
        const [index, parts] = value(argument) as [number | string, Arguments];
        return parts[Number(index)];
      }
      case "Fn::Split": {
        const [separator, whole] = value(argument) as [string, unknown];
        return text(whole).split(separator);
      }
      case "Fn::FindInMap": {
        const [map, first, second] = (value(argument) as Arguments).map(text);
        return stack.Mappings[map ?? ""]?.[first ?? ""]?.[second ?? ""];
      }
      case "Fn::Sub":
        return substitute(argument);
      default:
        throw new Error(`The local runner does not know the template function ${name} (in ${stack.name})`);
    }
  }

  function substitute(argument: unknown): string {
    const [pattern, given] = Array.isArray(argument) ? (argument as [string, Record<string, unknown>]) : [argument, {}];
    return text(pattern).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in given) return text(value(Object.entries(given).find(([key]) => key === name)?.[1]));
      const [id, ...rest] = name.split(".");
      return text(rest.length > 0 ? attribute(id ?? "", rest.join(".")) : reference(name));
    });
  }

  function reference(id: string): unknown {
    if (id.startsWith("AWS::")) return pseudoParameter(stack, id);
    const parameter = stack.Parameters[id];
    if (parameter !== undefined) return parameter.Default;
    return names(id).ref;
  }

  function attribute(id: string, name: string): string {
    const { ref, attributes } = names(id);
    if (Object.keys(attributes).length === 0) return `arn:aws:inert:::${ref}/${name}`;
    const found = attributes[name];
    if (found === undefined) throw new Error(`The local runner does not know the attribute ${name} of ${id}`);
    return found;
  }

  function names(id: string): PhysicalName {
    const resource = stack.Resources[id];
    if (resource === undefined) throw new Error(`${stack.name} refers to ${id}, which it does not have`);
    const property = nameProperty(resource.Type);
    const given = property === undefined ? undefined : resource.Properties?.[property];
    const name = given === undefined ? `${stack.name}-${id}` : text(value(given));
    const inert = { ref: name, arn: `arn:aws:inert:::${name}`, attributes: {} };
    return physicalName(resource.Type, { account: stack.account, region: stack.region, name }) ?? inert;
  }

  function resolve(node: unknown): unknown {
    const resolved = value(node);
    return resolved === dropped ? undefined : resolved;
  }

  return { resolve, names };
}

function pseudoParameter(stack: Stack, name: string): string | typeof dropped {
  switch (name) {
    case "AWS::AccountId":
      return stack.account;
    case "AWS::Region":
      return stack.region;
    case "AWS::Partition":
      return "aws";
    case "AWS::URLSuffix":
      return "amazonaws.com";
    case "AWS::StackName":
      return stack.name;
    case "AWS::StackId":
      return `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`;
    case "AWS::NoValue":
      return dropped;
    default:
      throw new Error(`The local runner does not know ${name}`);
  }
}

function text(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`Expected text in the template, found ${JSON.stringify(value)}`);
}
