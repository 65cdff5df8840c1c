import { type indexes, keyPrefixes, teamPartition } from "../shared/contract/table.ts";

/** One folder of `functions/` each. */
export const functionNames = [
  "intake",
  "agent-api",
  "admin-api",
  "stream",
  "workflow",
  "scheduled",
  "sms-replies",
] as const;
export type FunctionName = (typeof functionNames)[number];

export type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";

/** Actions on the items whose partition key is one of `partitions` (`*` at the end: begins with). */
export interface TablePermission {
  readonly actions: readonly TableAction[];
  readonly partitions: readonly string[];
}

/**
 * What one function may do, and nothing else (a transaction needs the actions of its parts). The stack turns this into
 * policies; a test compares it with the calls that the function's code can make.
 */
export interface Permissions {
  readonly table: readonly TablePermission[];
  /** Lists that are queried. */
  readonly indexes?: readonly (keyof typeof indexes)[];
  /** Of Step Functions, on the lead workflow. */
  readonly workflow?: readonly (
    | "StartExecution"
    | "DescribeExecution"
    | "SendTaskSuccess"
    | "SendTaskFailure"
    | "SendTaskHeartbeat"
  )[];
  /** Of SNS, on the mail and leader topics. */
  readonly topics?: readonly ("Publish" | "Subscribe")[];
  /** Text messages to any phone number, and mobile push to the tenant's own app. */
  readonly phones?: boolean;
  /** Reads the tenant's hashing secret. */
  readonly secret?: boolean;
  /** Of Cognito, on the user pool. */
  readonly people?: readonly `Admin${string}`[];
}

const leads = [`${keyPrefixes.lead}*`];
const loads = [`${keyPrefixes.agent}*`];
const pools = ["POOL#*"];
const links = ["LINK#*"];
const configuration = ["CONFIG", teamPartition, "PLAN", "AREAS", "SOURCES"];

const readConfiguration: TablePermission = { actions: ["GetItem", "BatchGetItem", "Query"], partitions: configuration };

/** Drawing a ticket, reserving an agent's turn, opening an epoch: what every routing of a lead takes. */
const route: readonly TablePermission[] = [
  readConfiguration,
  { actions: ["GetItem", "PutItem", "UpdateItem"], partitions: pools },
  { actions: ["BatchGetItem", "GetItem", "UpdateItem"], partitions: loads },
];

export const permissions: Readonly<Record<FunctionName, Permissions>> = {
  intake: {
    table: [
      ...route,
      { actions: ["BatchGetItem"], partitions: ["KEY#*"] },
      { actions: ["PutItem", "UpdateItem"], partitions: ["IDEM#*", "MARK#*", "COUNT#*"] },
      { actions: ["GetItem", "Query", "PutItem"], partitions: leads },
    ],
    secret: true,
  },
  "agent-api": {
    table: [
      ...route,
      { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["GetItem"], partitions: links },
    ],
    indexes: ["byStatus", "byOwner", "bySource"],
    secret: true,
  },
  "admin-api": {
    table: [
      {
        actions: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
        partitions: configuration,
      },
      { actions: ["GetItem", "Query", "PutItem", "UpdateItem"], partitions: ["KEY#*"] },
      { actions: ["GetItem", "Query"], partitions: pools },
      { actions: ["BatchGetItem"], partitions: loads },
    ],
    secret: true,
  },
  stream: {
    table: [
      ...route,
      { actions: ["GetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["PutItem"], partitions: links },
    ],
    indexes: ["byStatus"],
    workflow: ["StartExecution", "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"],
    topics: ["Publish", "Subscribe"],
    phones: true,
    secret: true,
    people: [
      "AdminCreateUser",
      "AdminUpdateUserAttributes",
      "AdminListGroupsForUser",
      "AdminAddUserToGroup",
      "AdminRemoveUserFromGroup",
      "AdminEnableUser",
      "AdminDisableUser",
      "AdminUserGlobalSignOut",
    ],
  },
  workflow: {
    table: [...route, { actions: ["GetItem", "Query", "PutItem", "UpdateItem"], partitions: leads }],
  },
  scheduled: {
    table: [...route, { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads }],
    indexes: ["byStatus"],
    workflow: ["DescribeExecution"],
  },
  "sms-replies": {
    table: [...route, { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads }],
    indexes: ["byOwner"],
    secret: true,
  },
};
