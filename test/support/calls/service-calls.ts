import type { BundledCode } from "./bundled-code.ts";
import type { Reached } from "./reachable.ts";
import { nameOf, nodeAt } from "./syntax.ts";

/** IAM's prefix of each service, by the package of its client; the table has its own analysis. */
const prefixes: Readonly<Record<string, string>> = {
  "@aws-sdk/client-sfn": "states",
  "@aws-sdk/client-sns": "sns",
  "@aws-sdk/client-secrets-manager": "secretsmanager",
  "@aws-sdk/client-cognito-identity-provider": "cognito-idp",
};

/**
 * The calls to other services that the reachable code makes, as IAM names them.
 * @throws on a client that is not known here, so that no service is forgotten
 */
export function serviceCalls(code: BundledCode, reached: readonly Reached[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node } of reached) {
    const made = node.type === "NewExpression" ? code.imports.get(nameOf(nodeAt(node, "callee")) ?? "") : undefined;
    if (!made?.name.endsWith("Command") || made.from === "@aws-sdk/lib-dynamodb") continue;
    const prefix = prefixes[made.from];
    if (prefix === undefined) throw new Error(`${made.name} of ${made.from} is not known`);
    found.add(`${prefix}:${made.name.replace(/Command$/, "")}`);
  }
  return found;
}
