import type { BundledCode } from "./bundled-code.ts";
import { isFunction, type Node, nameOf, nodeAt, nodesAt, propertiesOf, propertyOf } from "./syntax.ts";

/** The text an expression always begins with, with `*` at its end if anything may follow; undefined when nobody can tell. */
export function constantText(code: BundledCode, node: Node | undefined): string | undefined {
  const value = node && resolve(code, node);
  if (value?.type === "Literal" && typeof value.value === "string") return value.value;
  if (value?.type !== "TemplateLiteral") return undefined;
  const texts = nodesAt(value, "quasis").map(({ value: text }) => String((text as { cooked: string }).cooked));
  const holes = nodesAt(value, "expressions");
  let known = texts[0] ?? "";
  for (const [index, hole] of holes.entries()) {
    const text = constantText(code, hole);
    if (text === undefined || text.endsWith("*")) return `${known}${text?.slice(0, -1) ?? ""}*`;
    known += text + (texts[index + 1] ?? "");
  }
  return known;
}

/** Follows names, members of constant objects and calls of one-expression functions to the expression behind them. */
function resolve(code: BundledCode, node: Node): Node | undefined {
  switch (node.type) {
    case "Identifier": {
      const unit = code.units.get(String(node.name));
      return unit && resolve(code, unit.node);
    }
    case "MemberExpression": {
      const object = nodeAt(node, "object");
      const holder = object && resolve(code, object);
      const [, value] = (holder && propertiesOf(holder).find(([name]) => name === propertyOf(node))) ?? [];
      return value && resolve(code, value);
    }
    case "CallExpression": {
      const callee = code.units.get(nameOf(nodeAt(node, "callee")) ?? "")?.node;
      const body = callee && isFunction(callee) ? nodeAt(callee, "body") : undefined;
      return body && body.type !== "BlockStatement" ? resolve(code, body) : undefined;
    }
    default:
      return node;
  }
}
