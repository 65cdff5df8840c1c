/** A node of the syntax tree, as any ESTree parser gives it. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

export const nodeAt = (node: Node, field: string): Node | undefined => {
  const value = node[field];
  return isNode(value) ? value : undefined;
};

export const nodesAt = (node: Node, field: string): readonly Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

export const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** The name of an identifier, or of a property that is named without brackets. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === "Identifier") return String(node.name);
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  return undefined;
}

/** `c` of `a.b.c`; undefined when it is computed. */
export const propertyOf = (member: Node): string | undefined =>
  member.computed === true ? undefined : nameOf(nodeAt(member, "property"));

/** The last name of a receiver: `leads` of `ports.leads` and of `leads`. */
export function lastNameOf(node: Node | undefined): string | undefined {
  return node?.type === "MemberExpression" ? propertyOf(node) : nameOf(node);
}

export const isFunction = (node: Node | undefined): boolean =>
  node !== undefined && /^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type);

/** The named properties of an object literal. */
export const propertiesOf = (object: Node): readonly (readonly [string, Node])[] =>
  nodesAt(object, "properties").flatMap((property) => {
    const name = property.computed === true ? undefined : nameOf(nodeAt(property, "key"));
    const value = nodeAt(property, "value");
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });

/** All nodes of a tree, the root included. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}
