import { describe, expect, it } from "vitest";
import { readCode } from "../support/calls/bundled-code.ts";
import { portMethods } from "../support/calls/port-methods.ts";
import { reachable } from "../support/calls/reachable.ts";
import { serviceCalls } from "../support/calls/service-calls.ts";
import { tableAccess } from "../support/calls/table-access.ts";

/** A store with a port of two methods, and helpers as the real one has them. */
const store = `
import { GetCommand as GetCommand2, PutCommand, TransactWriteCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
// shared/contract/table.ts
var keyPrefixes = { lead: "LEAD#" };
var indexes = { byStatus: { name: "byStatus" } };
// shared/store/leads.ts
var partition = "PLAN";
var key = (leadId) => ({ pk: \`\${keyPrefixes.lead}\${leadId}\`, sk: "STATE" });
function readState(table, leadId) { return table.client.send(new GetCommand2({ Key: key(leadId) })); }
async function commitState(table, state) {
  const item = { ...key(state.leadId), ...state };
  await table.client.send(new PutCommand({ Item: item }));
}
function queryAll(table, query) { return paginateQuery({}, query); }
function history(table, leadId) {
  return queryAll(table, { KeyConditionExpression: "pk = :lead", ExpressionAttributeValues: { ":lead": key(leadId).pk } });
}
function listByStatus(table) { return queryAll(table, { IndexName: indexes.byStatus.name }); }
function removal(table, key2) { return { Delete: { Key: key2 } }; }
function savePlan(table) { return new TransactWriteCommand([{ Put: { Item: { pk: partition } } }, removal(table, { pk: "KEY#1" })]); }
function leadsPort(table) {
  return {
    state: (...args) => readState(table, ...args),
    commit: (...args) => commitState(table, ...args),
    history: (...args) => history(table, ...args),
    listByStatus: (...args) => listByStatus(table, ...args),
    savePlan: (...args) => savePlan(table, ...args),
  };
}
`;
const ports = new Map([["leads", new Set(["state", "commit", "history", "listByStatus", "savePlan", "claim"])]]);

const accessOf = (use: string, given = store) => {
  const code = readCode(
    `${given}\n// functions/x/handler.ts\nvar ports = { leads: leadsPort({}) };\n${use}\nexport { handler };`,
  );
  return [...tableAccess(code, reachable(code, ports).nodes)].sort();
};

describe("calls that code can make", () => {
  it.each([
    ["nothing is asked of the port", "var handler = () => ports;", []],
    ["a method is called", "var handler = () => ports.leads.state('1');", ["GetItem LEAD#*"]],
    [
      "a method is called on the port under another name",
      "var handler = (p = ports) => p.commit({});",
      ["PutItem LEAD#*"],
    ],
    ["a method is taken from the port", "var handler = () => [1].map(ports.leads.state);", ["GetItem LEAD#*"]],
    [
      "a method is unpacked",
      "var handler = () => { const { commit } = ports.leads; commit({}); };",
      ["PutItem LEAD#*"],
    ],
    ["a helper is told what to query", "var handler = () => ports.leads.history('1');", ["Query LEAD#*"]],
    ["an index is queried", "var handler = () => ports.leads.listByStatus();", ["Query index byStatus"]],
    ["a transaction writes", "var handler = () => ports.leads.savePlan();", ["DeleteItem KEY#1", "PutItem PLAN"]],
    ["only unused code would call", "var unused = () => ports.leads.state('1');\nvar handler = () => 1;", []],
    ["a property has a method's name", "var handler = (lead) => lead.state;", []],
  ])("are found when %s", (_when, use, expected) => {
    expect(accessOf(use)).toEqual(expected);
  });

  it("are refused when nobody can tell the partition", () => {
    const vague = store.replace("key(leadId) })", "leadId })").replace("...key(state.leadId), ", "");
    expect(() => accessOf("var handler = () => ports.leads.state('1');", vague)).toThrow("GetItem, but where?");
  });

  it("name what no port of the bundle implements", () => {
    const code = readCode(
      `${store}\n// functions/x/handler.ts\nvar handler = () => ports.leads.claim();\nexport { handler };`,
    );
    expect(reachable(code, ports).missing).toEqual(["leads.claim"]);
  });

  it("to other services are named as IAM names them, and unknown ones refused", () => {
    const calls = (from: string) => {
      const code = readCode(`import { StartExecutionCommand } from "${from}";\nnew StartExecutionCommand({});`);
      return [...serviceCalls(code, reachable(code, ports).nodes)];
    };
    expect(calls("@aws-sdk/client-sfn")).toEqual(["states:StartExecution"]);
    expect(() => calls("@aws-sdk/client-s3")).toThrow("StartExecutionCommand of @aws-sdk/client-s3 is not known");
  });
});

describe("ports", () => {
  it("are read with all their methods", () => {
    const found = portMethods();
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(["leads", "loads", "rotation", "intake", "config", "workflow"]),
    );
    expect(found.get("loads")).toEqual(
      new Set(["reserve", "release", "held", "heldWithRevision", "releaseIfUnchanged"]),
    );
    for (const [port, methods] of found) expect(methods.size, port).toBeGreaterThan(0);
  });
});
