import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { indexes } from "../../contract/table.ts";
import type { LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { Page } from "../../usecases/ports/ports.ts";
import { cursorOf, sortKeyOf } from "../table/cursor.ts";
import type { Item, Table } from "../table/table.ts";

const statusKey = (status: LeadStatus) => `STATUS#${status}`;
const ownerKey = (agentId: string) => `OWNER#${agentId}`;
const sourceKey = (sourceId: string, month: string) => `SOURCE#${sourceId}#${month}`;
/** Thirteen digits reach to the year 2286, so ranks sort as text. */
const rankAt = (at: number) => String(at).padStart(13, "0");
const rank = (at: number, leadId: string) => `${rankAt(at)}#${leadId}`;
const rankPattern = /^\d{13}#(ld_[0-9A-Z]{26})$/;

const owned: ReadonlySet<LeadStatus> = new Set(["accepted", "contacted", "qualified", "appointment"]);

/**
 * STATE's index attributes. Queued leads rank by arrival, all others by how long they have their status. The owner's rank
 * is the assignment, which no later step changes: a commit that leaves owner and status alone writes no index at all.
 */
export function indexAttributes(state: LeadState): Item {
  const { leadId, status, ownerId, sourceId, receivedAt } = state;
  const since = status === "queued" ? receivedAt : state.since;
  const month = new Date(receivedAt).toISOString().slice(0, 7);
  const owner = ownerId !== undefined && owned.has(status) ? ownerId : undefined;
  return {
    [indexes.byStatus.partition]: statusKey(status),
    [indexes.byStatus.sort]: rank(since, leadId),
    // A source sent the lead, not its shares.
    ...(state.share === undefined && {
      [indexes.bySource.partition]: sourceKey(sourceId, month),
      [indexes.bySource.sort]: rank(receivedAt, leadId),
    }),
    ...(owner !== undefined && {
      [indexes.byOwner.partition]: ownerKey(owner),
      [indexes.byOwner.sort]: rank(state.assignedAt ?? state.since, leadId),
    }),
  };
}

export interface PageOptions {
  readonly limit: number;
  readonly cursor?: string;
}

/** Query of the index `byStatus`, longest waiting first; from `since` (epoch ms) on, if given. */
export function listByStatus(
  table: Table,
  status: LeadStatus,
  { since, ...options }: PageOptions & { readonly since?: number },
): Promise<Page<string>> {
  return listLeads(
    table,
    indexes.byStatus,
    statusKey(status),
    options,
    since === undefined ? undefined : rankAt(since),
  );
}

/** Query of the index `byOwner`, earliest assigned first. */
export function listByOwner(table: Table, agentId: string, options: PageOptions): Promise<Page<string>> {
  return listLeads(table, indexes.byOwner, ownerKey(agentId), options);
}

/** Query of the index `bySource`, in arrival order; `month` as YYYY-MM (UTC). */
export function listBySource(
  table: Table,
  sourceId: string,
  month: string,
  options: PageOptions,
): Promise<Page<string>> {
  return listLeads(table, indexes.bySource, sourceKey(sourceId, month), options);
}

/** The rank holds the lead id, so the index's keys are all that is read. A cursor that is not ours gives an empty page. */
async function listLeads(
  table: Table,
  index: (typeof indexes)[keyof typeof indexes],
  partition: string,
  { limit, cursor }: PageOptions,
  begin?: string,
): Promise<Page<string>> {
  const shown = sortKeyOf(cursor, rankPattern);
  if (shown === "foreign") return { items: [] };
  const after = shown?.sortKey ?? begin;
  const { Items: items = [], LastEvaluatedKey: last } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index.name,
      KeyConditionExpression: after ? "#partition = :partition AND #rank > :after" : "#partition = :partition",
      ExpressionAttributeNames: { "#partition": index.partition, ...(after && { "#rank": index.sort }) },
      ExpressionAttributeValues: { ":partition": partition, ...(after && { ":after": after }) },
      Limit: limit,
    }),
  );
  const leadIds = items.flatMap((item) => rankPattern.exec(String(item[index.sort]))?.[1] ?? []);
  return { items: leadIds, ...(last && { nextCursor: cursorOf(String(last[index.sort])) }) };
}
