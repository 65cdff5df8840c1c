import { buildSync } from "esbuild";
import { parseAst } from "vitest/node";
import { childrenOf, isFunction, isNode, type Node, nameOf, nodeAt, nodesAt } from "./syntax.ts";

/** One top-level declaration of a bundle; esbuild gives each a name of its own. */
export interface Unit {
  readonly name: string;
  readonly node: Node;
  /** The source file it comes from. */
  readonly file: string;
}

export interface BundledCode {
  readonly units: ReadonlyMap<string, Unit>;
  /** What runs when the bundle is loaded, its exports included. */
  readonly roots: readonly Node[];
  /** What is imported from packages, by the name it has here. */
  readonly imports: ReadonlyMap<string, Import>;
}

interface Import {
  readonly name: string;
  readonly from: string;
}

/** Our own code behind an entry file as one module, without what esbuild can drop and without packages. */
export function bundleCode(entry: string): BundledCode {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    logLevel: "error",
  });
  return readCode(outputFiles[0]?.text ?? "");
}

/** Reads a bundle; comments such as `// shared/store/lead/lead-state.ts` say which file each part comes from. */
export function readCode(code: string): BundledCode {
  const files = [...code.matchAll(/^\/\/ (\S+\.ts)$/gm)].map(({ index, 1: file = "" }) => ({ index, file }));
  const fileAt = (position: number) => files.findLast(({ index }) => index <= position)?.file ?? "";
  const program: unknown = parseAst(code);
  const units = new Map<string, Unit>();
  const roots: Node[] = [];
  const imports = new Map<string, Import>();
  for (const statement of isNode(program) ? nodesAt(program, "body") : []) {
    if (statement.type === "ImportDeclaration") {
      const from = nameOf(nodeAt(statement, "source")) ?? "";
      for (const specifier of nodesAt(statement, "specifiers")) {
        const name = nameOf(nodeAt(specifier, "imported")) ?? "";
        imports.set(nameOf(nodeAt(specifier, "local")) ?? "", { name, from });
      }
      continue;
    }
    const declared = declarationsOf(statement);
    if (declared.length === 0) roots.push(statement);
    for (const [name, node] of declared) units.set(name, { name, node, file: fileAt(Number(statement.start)) });
  }
  return { units, roots, imports };
}

/** Names that a statement declares, each with the function, class or initial value that it stands for. */
export function declarationsOf(statement: Node): readonly (readonly [string, Node])[] {
  if (isFunction(statement) || statement.type === "ClassDeclaration") {
    const name = nameOf(nodeAt(statement, "id"));
    return name === undefined ? [] : [[name, statement]];
  }
  if (statement.type !== "VariableDeclaration") return [];
  return nodesAt(statement, "declarations").flatMap((declarator) => {
    const id = nodeAt(declarator, "id");
    const value = nodeAt(declarator, "init") ?? declarator;
    return id === undefined ? [] : namesIn(id).map((name) => [name, value] as const);
  });
}

/** All names that a pattern binds. */
export function namesIn(pattern: Node): readonly string[] {
  if (pattern.type === "Identifier") return [String(pattern.name)];
  if (pattern.type === "Property") return [nodeAt(pattern, "value")].flatMap((value) => (value ? namesIn(value) : []));
  return childrenOf(pattern).flatMap(namesIn);
}
