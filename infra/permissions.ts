import { buyersPartition, type indexes, keyPrefixes, teamPartition } from "../shared/contract/table.ts";

/** One folder of `functions/` each. */
export const functionNames = [
  "intake",
  "agent-api",
  "admin-api",
  "stream",
  "workflow",
  "scheduled",
  "sms-replies",
  "delivery",
] as const;
export type FunctionName = (typeof functionNames)[number];

type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";

/** Actions on the items whose partition key is one of `partitions` (`*` at the end: begins with). */
export interface TablePermission {
  readonly actions: readonly TableAction[];
  readonly partitions: readonly string[];
}

/**
 * What one function may do, and nothing else (a transaction needs the actions of its parts). The stack turns this into
 * policies; `test/infra/permissions.test.ts` compares it with the calls that the function's code can make.
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
  /** Starts deliveries of shares to buyers. */
  readonly deliveries?: boolean;
  /** Of SNS, on the mail and leader topics. */
  readonly topics?: readonly ("Publish" | "Subscribe" | "ListSubscriptionsByTopic")[];
  /** Of SNS, on subscriptions, which policies cannot tell apart. */
  readonly subscriptions?: readonly ("SetSubscriptionAttributes" | "Unsubscribe")[];
  /** Text messages to any phone number that has not opted out. */
  readonly phones?: boolean;
  /** Mobile push to the tenant's own app. */
  readonly push?: boolean;
  /** Reads the tenant's hashing secret. */
  readonly secret?: boolean;
  /** Of Cognito, on the user pool. */
  readonly people?: readonly `Admin${string}`[];
}

const leads = [`${keyPrefixes.lead}*`];
const pools = ["POOL#*"];
const loads = [`${keyPrefixes.agent}*`];

const readConfiguration: readonly TablePermission[] = [
  { actions: ["GetItem"], partitions: ["CONFIG", "PLAN"] },
  { actions: ["Query"], partitions: [teamPartition, "AREAS", "SOURCES", buyersPartition, "FIGURES"] },
];

/** What finding a new holder for a lead takes: configuration, a ticket, an agent with room. */
const route: readonly TablePermission[] = [
  ...readConfiguration,
  { actions: ["GetItem", "Query", "PutItem", "UpdateItem"], partitions: pools },
  { actions: ["BatchGetItem", "GetItem", "UpdateItem"], partitions: loads },
];

export const permissions: Readonly<Record<FunctionName, Permissions>> = {
  intake: {
    table: [
      ...route,
      { actions: ["BatchGetItem"], partitions: ["CONFIG", "KEY#*"] },
      { actions: ["GetItem", "UpdateItem"], partitions: ["IDEM#*", "MARK#*"] },
      { actions: ["PutItem"], partitions: ["IDEM#*"] },
      { actions: ["UpdateItem"], partitions: ["COUNT#*"] },
      { actions: ["GetItem", "Query", "PutItem"], partitions: leads },
    ],
    secret: true,
  },
  "agent-api": {
    table: [
      ...route,
      { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["GetItem"], partitions: ["LINK#*", "TIERS"] },
      { actions: ["PutItem"], partitions: loads },
    ],
    indexes: ["byStatus", "bySource"],
  },
  "admin-api": {
    table: [
      ...readConfiguration,
      { actions: ["UpdateItem"], partitions: ["CONFIG"] },
      { actions: ["PutItem", "Query"], partitions: ["PLAN"] },
      {
        actions: ["GetItem", "PutItem", "DeleteItem"],
        partitions: [teamPartition, "AREAS", "SOURCES", buyersPartition],
      },
      { actions: ["UpdateItem"], partitions: ["SOURCES"] },
      { actions: ["BatchGetItem"], partitions: [teamPartition] },
      { actions: ["GetItem", "Query", "UpdateItem"], partitions: ["TIERS"] },
      { actions: ["GetItem", "BatchGetItem", "PutItem"], partitions: ["KEY#*"] },
      { actions: ["GetItem", "Query"], partitions: pools },
      { actions: ["BatchGetItem"], partitions: loads },
      // Past leads, for a simulation; open ones, before a source or buyer is deleted.
      { actions: ["GetItem", "BatchGetItem"], partitions: leads },
    ],
    indexes: ["byStatus", "bySource"],
    // Whether buyers have confirmed their addresses.
    topics: ["ListSubscriptionsByTopic"],
    secret: true,
  },
  stream: {
    table: [
      ...route,
      { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["PutItem"], partitions: ["LINK#*"] },
      // Contacts that were missed.
      { actions: ["PutItem"], partitions: loads },
    ],
    indexes: ["byStatus"],
    workflow: ["StartExecution", "SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"],
    deliveries: true,
    topics: ["Publish", "Subscribe", "ListSubscriptionsByTopic"],
    subscriptions: ["SetSubscriptionAttributes", "Unsubscribe"],
    phones: true,
    push: true,
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
  delivery: {
    table: [...route, { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads }],
    topics: ["Publish", "ListSubscriptionsByTopic"],
    secret: true,
  },
  scheduled: {
    table: [
      ...route,
      { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["PutItem", "DeleteItem"], partitions: ["FIGURES"] },
      { actions: ["GetItem", "Query", "PutItem", "UpdateItem"], partitions: ["TIERS"] },
      { actions: ["UpdateItem"], partitions: ["CONFIG"] },
      { actions: ["PutItem"], partitions: [teamPartition] },
      // Access tiers and suspensions, which agents are told of.
      { actions: ["PutItem"], partitions: loads },
    ],
    indexes: ["byStatus", "bySource"],
    workflow: ["DescribeExecution"],
    topics: ["Publish"],
    push: true,
  },
  "sms-replies": {
    table: [
      ...route,
      { actions: ["GetItem", "BatchGetItem", "Query", "PutItem"], partitions: leads },
      { actions: ["UpdateItem"], partitions: ["COUNT#*"] },
    ],
    phones: true,
    secret: true,
  },
};
