import { describe, expect, it } from "vitest";
import { type FunctionName, functionNames, type Permissions, permissions } from "../../infra/permissions.ts";
import { bundleCode } from "../support/calls/bundled-code.ts";
import { portMethods } from "../support/calls/port-methods.ts";
import { reachable } from "../support/calls/reachable.ts";
import { serviceCalls } from "../support/calls/service-calls.ts";
import { tableAccess } from "../support/calls/table-access.ts";

/**
 * Calls that the code contains but never makes: a preview routes by ports whose writes are replaced (`dryRun`). That its
 * function may not make them either is one more reason to believe that a preview has no effect. A simulation takes leads
 * in by ports in memory. The scheduled function sends no text messages: what it has to tell can wait.
 */
const replaced: Partial<Record<FunctionName, readonly string[]>> = {
  "admin-api": [
    ...["PutItem POOL#*", "UpdateItem POOL#*", "UpdateItem AGENT#*"],
    ...["PutItem LEAD#*", "Query LEAD#*", "UpdateItem COUNT#*", "UpdateItem MARK#*"],
  ],
  scheduled: ["sns:CheckIfPhoneNumberIsOptedOut"],
};

/** What the function's code can do: read from the bundle that is deployed, method by method. */
function needed(name: FunctionName) {
  const code = bundleCode(`functions/${name}/handler.ts`);
  const { nodes, missing } = reachable(code, portMethods());
  const made = (call: string) => !replaced[name]?.includes(call);
  const table = [...tableAccess(code, nodes)].filter(made);
  return { table: table.sort(), services: [...serviceCalls(code, nodes)].filter(made).sort(), missing };
}

/** What `infra/permissions.ts` lets it do, in the same words. */
function granted({ table, indexes = [], ...may }: Permissions) {
  const items = table.flatMap(({ actions, partitions }) =>
    actions.flatMap((action) => partitions.map((partition) => `${action} ${partition}`)),
  );
  const lists = indexes.map((index) => `Query index ${index}`);
  const services = [
    ...(may.workflow ?? []).map((action) => `states:${action}`),
    ...[...(may.topics ?? []), ...(may.subscriptions ?? [])].map((action) => `sns:${action}`),
    ...(may.phones ? ["sns:Publish", "sns:CheckIfPhoneNumberIsOptedOut"] : []),
    ...(may.push ? ["sns:Publish"] : []),
    ...(may.secret ? ["secretsmanager:GetSecretValue"] : []),
    ...(may.people ?? []).map((action) => `cognito-idp:${action}`),
  ];
  return { table: [...new Set([...items, ...lists])].sort(), services: [...new Set(services)].sort() };
}

describe("each function may make the calls that it makes, and no others", () => {
  it.each(functionNames)("%s", (name) => {
    const { missing, ...calls } = needed(name);
    expect(granted(permissions[name])).toEqual(calls);
    expect(missing, "ports that the function calls but is not wired to").toEqual([]);
  });
});
