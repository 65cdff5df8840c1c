import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { tiersPartition } from "../../contract/table.ts";
import type { Agent } from "../../schemas/agent.ts";
import { type TierDecision, type TierProposal, type TierReview, tierProposal, tierReview } from "../../schemas/tier.ts";
import { conditional } from "../table/conditional-write.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { agentChange } from "./agents.ts";
import { changeTeam } from "./team-changes.ts";

const reviewPrefix = "REVIEW#";
const proposalPrefix = "PROPOSAL#";
const reviewKey = (agentId: string) => ({ pk: tiersPartition, sk: `${reviewPrefix}${agentId}` });
const proposalKey = (proposalId: string) => ({ pk: tiersPartition, sk: `${proposalPrefix}${proposalId}` });

const parseReview = (item: Item): TierReview => tierReview.strip().parse(item);
export const parseProposal = (item: Item): TierProposal => tierProposal.strip().parse(item);

/** Query, consistent: the latest review of each agent. */
export async function readReviews(table: Table): Promise<readonly TierReview[]> {
  return (await itemsOf(table, reviewPrefix)).map(parseReview);
}

/** GetItem, consistent. */
export async function readReview(table: Table, agentId: string): Promise<TierReview | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: reviewKey(agentId), ConsistentRead: true }),
  );
  return item && parseReview(item);
}

/** PutItem, if there is none of this quarter or a later one; false when there is. */
export async function recordReview(table: Table, review: TierReview): Promise<boolean> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...reviewKey(review.agentId), ...review },
        ConditionExpression: "attribute_not_exists(pk) OR quarter < :quarter",
        ExpressionAttributeValues: { ":quarter": review.quarter },
      }),
    ),
  );
  return put.done;
}

/** Query, consistent; newest first. */
export async function readProposals(table: Table): Promise<readonly TierProposal[]> {
  const all = (await itemsOf(table, proposalPrefix)).map(parseProposal);
  return all.toSorted((a, b) => b.proposedAt - a.proposedAt || (a.proposalId < b.proposalId ? -1 : 1));
}

/** GetItem, consistent. */
export async function readProposal(table: Table, proposalId: string): Promise<TierProposal | undefined> {
  const { Item: item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: proposalKey(proposalId), ConsistentRead: true }),
  );
  return item && parseProposal(item);
}

/** PutItem if there is none; else the one that stands. */
export async function propose(table: Table, proposal: TierProposal): Promise<TierProposal> {
  const put = await conditional(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...proposalKey(proposal.proposalId), ...proposal },
        ConditionExpression: "attribute_not_exists(pk)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  return put.done || !put.standing ? proposal : parseProposal(put.standing);
}

/** UpdateItem of one that is still open; the first decision stands. */
export async function decideProposal(
  table: Table,
  proposalId: string,
  decision: TierDecision,
): Promise<TierProposal | undefined> {
  const update = await conditional(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: proposalKey(proposalId),
        ...deciding(decision),
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  const item = update.done ? update.output.Attributes : update.standing;
  return item && parseProposal(item);
}

/** Transaction: one that is still open, its agent's next version with the tier, and the head. `now` in epoch ms. */
export async function confirmProposal(
  table: Table,
  now: number,
  proposal: TierProposal,
  by: Omit<TierDecision, "status">,
  agent: Agent,
): Promise<TierProposal | undefined> {
  const { proposalId, to } = proposal;
  const { writes, changes } = agentChange(table, { ...agent, tier: to, version: agent.version + 1 });
  const confirming = {
    Update: {
      TableName: table.name,
      Key: proposalKey(proposalId),
      ...deciding({ status: "confirmed", ...by }),
    },
  };
  const confirmed = await changeTeam(table, now, { writes: [confirming, ...writes], changes });
  return confirmed ? { ...proposal, status: "confirmed", decided: decidedOf(by), event: tierChanged } : undefined;
}

const tierChanged = "agent.tierChanged";

function deciding({ status, ...by }: TierDecision) {
  const changes = status === "confirmed";
  return {
    UpdateExpression: `SET #status = :status, decided = :decided${changes ? ", #event = :event" : ""}`,
    ConditionExpression: "#status = :open",
    ExpressionAttributeNames: { "#status": "status", ...(changes && { "#event": "event" }) },
    ExpressionAttributeValues: {
      ":status": status,
      ":decided": decidedOf(by),
      ":open": "open",
      ...(changes && { ":event": tierChanged }),
    },
  };
}

/** Without a reason there is none: an undefined value would be one. */
function decidedOf({ actor, at, reason }: Omit<TierDecision, "status">): NonNullable<TierProposal["decided"]> {
  return { actor, at, ...(reason !== undefined && { reason }) };
}

function itemsOf(table: Table, prefix: string): Promise<readonly Item[]> {
  return queryAll(table, {
    KeyConditionExpression: "pk = :tiers AND begins_with(sk, :kind)",
    ExpressionAttributeValues: { ":tiers": tiersPartition, ":kind": prefix },
    ConsistentRead: true,
  });
}
