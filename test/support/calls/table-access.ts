import { type BundledCode, namesIn, type Unit } from "./bundled-code.ts";
import { constantText } from "./constant-text.ts";
import type { Reached } from "./reachable.ts";
import { everyNode, type Node, nameOf, nodeAt, nodesAt, propertiesOf, propertyOf } from "./syntax.ts";

const store = /^shared\/store\//;
const commands: Readonly<Record<string, string>> = {
  GetCommand: "GetItem",
  BatchGetCommand: "BatchGetItem",
  QueryCommand: "Query",
  paginateQuery: "Query",
  PutCommand: "PutItem",
  UpdateCommand: "UpdateItem",
  DeleteCommand: "DeleteItem",
};
/** Parts of a transaction, each allowed by the action of its own. */
const parts: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** A place that acts on the table: what it does, and the expression that says where. */
interface Site {
  readonly unit: Unit;
  readonly action: string;
  readonly where: Node;
}

/**
 * What the reachable code of `shared/store` does to the table, as `Action partition` (`*` at the end: begins with) or
 * `Query index name`. A function that is told where by its arguments is counted at each place that calls it.
 * @throws when a place remains whose partition cannot be told
 */
export function tableAccess(code: BundledCode, reached: readonly Reached[]): ReadonlySet<string> {
  const nodes = reached.filter(({ unit }) => unit !== undefined && store.test(unit.file));
  const found = new Set<string>();
  const told = new Map<string, Set<string>>();
  let sites = nodes.flatMap(({ node, unit }) => (unit ? sitesOf(code, node, unit) : []));
  while (sites.length > 0) {
    const passed: Site[] = [];
    for (const site of sites) {
      const places = placesIn(code, site);
      for (const place of places) found.add(`${site.action} ${place}`);
      if (places.length > 0) continue;
      const actions = told.get(site.unit.name) ?? new Set();
      if (actions.has(site.action)) continue;
      told.set(site.unit.name, actions.add(site.action));
      const calls = nodes.filter(({ node }) => nameOf(nodeAt(node, "callee")) === site.unit.name);
      if (calls.length === 0) throw new Error(`${site.unit.name}: ${site.action}, but where?`);
      passed.push(...calls.flatMap(({ node, unit }) => (unit ? [{ unit, action: site.action, where: node }] : [])));
    }
    sites = passed;
  }
  return found;
}

function sitesOf(code: BundledCode, node: Node, unit: Unit): readonly Site[] {
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    const action = commands[code.imports.get(nameOf(nodeAt(node, "callee")) ?? "")?.name ?? ""];
    return action === undefined ? [] : [{ unit, action, where: node }];
  }
  if (node.type !== "ObjectExpression") return [];
  return propertiesOf(node).flatMap(([name, value]) => {
    const action = parts[name];
    return action === undefined ? [] : [{ unit, action, where: value }];
  });
}

/** Partitions and indexes that the expression names; when it is made of local variables, those of its whole function. */
function placesIn(code: BundledCode, { where, unit, action }: Site): readonly string[] {
  const toldByCaller = nodesAt(unit.node, "params").flatMap(namesIn).slice(1);
  const uses = [...everyNode(where)].flatMap((node) => (node.type === "Identifier" ? [String(node.name)] : []));
  const here = [...namedIn(code, where, new Set())];
  const places =
    here.length > 0 || uses.some((name) => toldByCaller.includes(name)) ? here : namedIn(code, unit.node, new Set());
  return [...places].filter((place) => action === "Query" || !place.startsWith("index "));
}

function namedIn(code: BundledCode, root: Node, seen: Set<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (place: string | undefined) => place !== undefined && found.add(place);
  for (const node of everyNode(root)) {
    if (node.type === "MemberExpression" && nameOf(nodeAt(node, "object")) === "indexes")
      add(`index ${propertyOf(node)}`);
    if (node.type === "ObjectExpression") {
      for (const [name, value] of propertiesOf(node)) if (name === "pk") add(constantText(code, value));
      for (const value of queriedPartitions(node)) add(constantText(code, value));
    }
    const unit = node.type === "Identifier" ? code.units.get(String(node.name)) : undefined;
    if (unit && isKeyMaker(unit) && !seen.has(unit.name)) {
      seen.add(unit.name);
      for (const place of namedIn(code, unit.node, seen)) add(place);
    }
  }
  return found;
}

/** Functions and constants that make keys or items; those that act on the table take it as their first argument. */
const isKeyMaker = ({ file, node }: Unit): boolean =>
  store.test(file) && nameOf(nodesAt(node, "params")[0]) !== "table";

/** The values compared with `pk` in a query's condition. */
function queriedPartitions(query: Node): readonly Node[] {
  const fields = new Map(propertiesOf(query));
  const condition = fields.get("KeyConditionExpression");
  const values = fields.get("ExpressionAttributeValues");
  if (condition === undefined || values === undefined) return [];
  const texts = [...everyNode(condition)].flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const names = new Set(texts.flatMap((text) => /\bpk = (:\w+)/.exec(text)?.[1] ?? []));
  return propertiesOf(values).flatMap(([name, value]) => (names.has(name) ? [value] : []));
}
