import { type BundledCode, declarationsOf, type Unit } from "./bundled-code.ts";
import {
  childrenOf,
  everyNode,
  isFunction,
  lastNameOf,
  type Node,
  nameOf,
  nodeAt,
  propertiesOf,
  propertyOf,
} from "./syntax.ts";

/** Methods of each port, by the port's name. */
export type PortMethods = ReadonlyMap<string, ReadonlySet<string>>;

/** A node that can run, and the top-level declaration it stands in. */
export interface Reached {
  readonly node: Node;
  readonly unit: Unit | undefined;
}

export interface Reachable {
  readonly nodes: readonly Reached[];
  /** `port.method` that is called but that nothing in the bundle implements. */
  readonly missing: readonly string[];
}

/** The declaration a node stands in, and the functions declared inside it by name: they run when they are used. */
interface Scope {
  readonly unit: Unit | undefined;
  readonly locals: ReadonlyMap<string, Node>;
}

interface Place {
  readonly node: Node;
  readonly scope: Scope;
}

/** Files whose objects implement ports: there a method runs only if somebody asks for it. */
const implementsPorts = /^shared\/(store|clients)\//;

/**
 * Every node of a bundle that can run. A declaration counts when its name is used; a port's method when it is called
 * anywhere (whatever the receiver is called), or taken from something that is called like the port. What it cannot see:
 * a method taken, not called, from a port under another name.
 */
export function reachable(code: BundledCode, ports: PortMethods): Reachable {
  const methods = new Set([...ports.values()].flatMap((names) => [...names]));
  const nodes: Reached[] = [];
  const waiting: Place[] = [];
  const seen = new Set<Node>();
  const implementations = new Map<string, Place[]>();
  const asked = new Set<string>();
  const askedOfPorts = new Set<string>();

  function run(place: Place): void {
    if (seen.has(place.node)) return;
    seen.add(place.node);
    waiting.push(place);
  }

  function use(name: string, scope: Scope): void {
    const local = scope.locals.get(name);
    const unit = code.units.get(name);
    if (local !== undefined) run({ node: local, scope });
    else if (unit !== undefined) run({ node: unit.node, scope: scopeOf(unit) });
  }

  function ask(method: string | undefined, port?: string): void {
    if (method === undefined || !methods.has(method)) return;
    if (port !== undefined) askedOfPorts.add(`${port}.${method}`);
    if (asked.has(method)) return;
    asked.add(method);
    for (const place of implementations.get(method) ?? []) run(place);
  }

  /** Keeps a port's method for when it is asked for; false for every other property. */
  function keepsMethod(property: Node, scope: Scope): boolean {
    const name = nameOf(nodeAt(property, "key"));
    const node = nodeAt(property, "value");
    if (name === undefined || node === undefined || !methods.has(name) || !inPort(scope)) return false;
    if (!isFunction(node) && !scope.locals.has(nameOf(node) ?? "")) return false;
    implementations.set(name, [...(implementations.get(name) ?? []), { node, scope }]);
    if (asked.has(name)) run({ node, scope });
    return true;
  }

  /** What asking for ports' methods looks like. */
  function notice(node: Node, scope: Scope): void {
    if (inPort(scope)) return;
    const callee = node.type === "CallExpression" ? nodeAt(node, "callee") : undefined;
    if (callee?.type === "MemberExpression") ask(propertyOf(callee));
    if (node.type === "MemberExpression") {
      const port = lastNameOf(nodeAt(node, "object")) ?? "";
      const method = propertyOf(node);
      if (ports.get(port)?.has(method ?? "")) ask(method, port);
    }
    if (node.type === "VariableDeclarator" && nodeAt(node, "id")?.type === "ObjectPattern") {
      const port = lastNameOf(nodeAt(node, "init")) ?? "";
      const taken = propertiesOf(nodeAt(node, "id") ?? node).map(([name]) => name);
      for (const name of taken) if (ports.get(port)?.has(name)) ask(name, port);
    }
  }

  function visit({ node, scope }: Place): void {
    nodes.push({ node, unit: scope.unit });
    notice(node, scope);
    if (node.type === "Identifier") use(nameOf(node) ?? "", scope);
    for (const child of partsOf(node)) {
      const later = isFunction(child) && [...scope.locals.values()].includes(child);
      if (!later && !(node.type === "ObjectExpression" && keepsMethod(child, scope))) visit({ node: child, scope });
    }
  }

  for (const node of code.roots) run({ node, scope: { unit: undefined, locals: new Map() } });
  for (let next = waiting.shift(); next; next = waiting.shift()) visit(next);
  const implemented = new Set([...implementations.keys(), ...nodes.flatMap(({ node }) => methodOf(node) ?? [])]);
  const missing = [...askedOfPorts].filter((each) => !implemented.has(each.split(".")[1] ?? ""));
  return { nodes, missing };
}

/** The name of a property that is a function. */
function methodOf(property: Node): string | undefined {
  const value = property.type === "Property" ? nodeAt(property, "value") : undefined;
  return value && isFunction(value) ? nameOf(nodeAt(property, "key")) : undefined;
}

const inPort = ({ unit }: Scope): boolean => implementsPorts.test(unit?.file ?? "");

/** The parts of a node that are expressions of their own: not the names of members and properties. */
function partsOf(node: Node): readonly Node[] {
  const part = (field: string): readonly Node[] => [nodeAt(node, field)].filter((each) => each !== undefined);
  if (node.type === "MemberExpression") return node.computed === true ? childrenOf(node) : part("object");
  if (node.type === "Property") return node.computed === true ? childrenOf(node) : part("value");
  return childrenOf(node);
}

function scopeOf(unit: Unit): Scope {
  const inner = [...everyNode(unit.node)].filter((node) => node !== unit.node).flatMap(declarationsOf);
  return { unit, locals: new Map(inner.filter(([, node]) => isFunction(node))) };
}
